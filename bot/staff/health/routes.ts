import { z } from 'zod';
import type { HealthAnswer } from '../../../domain/staff/health.ts';
import { TalliesRecord } from '../../tallies/record.ts';
import type { StaffParts } from '../parts.ts';
import { staffRoute } from '../route.ts';
import { readAllStaff } from '../settings/state.ts';
import { readOutbox, settleDead } from './outbox.ts';
import { tipKeysOf } from './tip-keys.ts';

const roles = ['admin'] as const;

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
    tipKeysOf(ground, current().agency.tipOffices),
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

/** An id that Firestore takes: it has names of its own, such as `__name__`. */
const params = z.object({ id: z.string().regex(/^(?!\.{1,2}$)(?!__.*__$)[A-Za-z0-9_.-]{1,120}$/) });

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
