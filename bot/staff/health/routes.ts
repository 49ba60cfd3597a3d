import { z } from 'zod';
import type { HealthAnswer } from '../../../domain/staff/health.ts';
import { anyoneLeft, Readers } from '../../../sealing/readers.ts';
import { TalliesRecord } from '../../tallies/record.ts';
import { readRecovery } from '../keys/record.ts';
import type { StaffParts } from '../parts.ts';
import { staffRoute } from '../route.ts';
import { readAllStaff } from '../settings/state.ts';
import { readOutbox, settleDead } from './outbox.ts';

const roles = ['admin'] as const;
/** The choice of who does not know which office it is; nobody sits there. */
const UNSURE = 'unsure';

const recoveryState = ({ recovery }: Readers, isWaiting: boolean): HealthAnswer['tips']['recovery'] => {
  if (recovery !== undefined) return 'confirmed';
  return isWaiting ? 'unconfirmed' : 'none';
};

async function tipsOf({ ground, current }: StaffParts): Promise<HealthAnswer['tips']> {
  const [found, recovery] = await Promise.all([
    ground.documents.read(ground.paths.readers),
    readRecovery(ground),
  ]);
  const readers = Readers.safeParse(found?.data).data ?? { version: 1, officers: [] };
  const offices = current().agency.tipOffices.filter(({ id }) => id !== UNSURE);
  return {
    readers: new Set(readers.officers.map(({ staffId }) => staffId)).size,
    unread: offices.filter(({ id }) => !anyoneLeft(readers, [id])).map(({ label }) => label),
    recovery: recoveryState(readers, recovery.record.waiting !== undefined),
  };
}

async function talliesOf({ ground }: StaffParts): Promise<HealthAnswer['tallies']> {
  const found = await ground.documents.read(ground.paths.talliesRecord);
  const { at, mended } = TalliesRecord.safeParse(found?.data).data ?? {};
  return {
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    ...(mended === undefined ? {} : { mended: { ...mended, at: new Date(mended.at).toISOString() } }),
  };
}

async function readHealth(parts: StaffParts): Promise<HealthAnswer> {
  const { ground, current, clock, line, pulse, store, verifyIdToken } = parts;
  const now = clock();
  const [lastWebhook, outbox, quota, chatMode, tips, staff, tallies] = await Promise.all([
    pulse.last(),
    readOutbox(ground, now),
    line.quota(),
    ground.chatMode(),
    tipsOf(parts),
    readAllStaff(ground),
    talliesOf(parts),
  ]);
  const { agency, officers } = current();
  const works = new Set(officers.map(({ id }) => id));
  return {
    now: new Date(now).toISOString(),
    ...(lastWebhook === undefined ? {} : { lastWebhook: new Date(lastWebhook).toISOString() }),
    ...outbox,
    ...(quota === undefined
      ? {}
      : { quota: { used: quota.used, ...(quota.limit === undefined ? {} : { limit: quota.limit }) } }),
    chatMode,
    tips,
    store,
    admins: staff.filter((one) => one.roles.includes('admin')).length,
    unheard: agency.categories
      .filter(({ person }) => person === undefined || !works.has(person))
      .map(({ label }) => label),
    officers: works.size,
    canSignIn: verifyIdToken !== undefined,
    tallies,
  };
}

const params = z.object({ id: z.string().regex(/^[A-Za-z0-9_.-]{1,120}$/) });

/** `/health`: whether everything and everybody is reached, and what can be done where not. */
export const healthRoutes = [
  staffRoute({
    method: 'get',
    path: '/health',
    roles,
    handle: async (parts) => ({ json: await readHealth(parts) }),
  }),
  staffRoute({
    method: 'post',
    path: '/health/alerts/:id/again',
    roles,
    params,
    handle: (parts, call) => settleDead(parts, call.params.id, 'again', call.staff.id),
  }),
  staffRoute({
    method: 'delete',
    path: '/health/alerts/:id',
    roles,
    params,
    handle: (parts, call) => settleDead(parts, call.params.id, 'drop', call.staff.id),
  }),
];
