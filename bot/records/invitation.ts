import { timingSafeEqual } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { Invitation, readCode, Staff } from '../../domain/agency/staff.ts';
import { readersWithout } from '../staff/keys/readers-without.ts';
import type { Write } from '../store/documents.ts';
import type { Basis } from './basis.ts';
import type { Asker, Ground } from './ground.ts';
import type { Paths } from './paths.ts';

/** What the first admin's code gives. */
const firstAdmin: Invitation = {
  version: 1,
  for: 'person',
  name: 'ผู้ดูแลระบบ',
  roles: ['admin', 'officer'],
};

/** `invites/{codeMark}`. */
const StoredInvitation = z.object({ invitation: Invitation, expireAt: z.instanceof(Timestamp) });

const BOOTSTRAP_PATH = 'bootstrap';

/** Whether the agency has somebody who can invite others. */
export async function hasAdmin(ground: Pick<Ground, 'documents' | 'paths'>): Promise<boolean> {
  const admins = await ground.documents.query({
    collection: ground.paths.staffs,
    where: [['roles', 'array-contains', 'admin']],
    orderBy: [],
    limit: 1,
  });
  return admins.length > 0;
}

const isBootstrap = (code: string, bootstrapCode: string | undefined): boolean => {
  const own = bootstrapCode === undefined ? undefined : readCode(bootstrapCode);
  return own !== undefined && timingSafeEqual(Buffer.from(own), Buffer.from(code));
};

/** What a code gives to whoever sends it; `code` as `readCode` gives it. */
export async function readInvitation(
  ground: Ground,
  { now }: Asker,
  basis: Basis,
  code: string,
): Promise<Invitation | null> {
  if (isBootstrap(code, ground.bootstrapCode)) {
    const path = ground.paths.invite(BOOTSTRAP_PATH);
    const used = await ground.documents.read(path);
    // Read first, asked second: whoever claims in between is seen by one or by the condition on the other.
    if (await hasAdmin(ground)) return null;
    basis.invitation = { bootstrap: true, path, at: used?.updateTime };
    return firstAdmin;
  }
  const path = ground.paths.invite(ground.secrets.codeMark(code));
  const found = await ground.documents.read(path);
  const stored = StoredInvitation.safeParse(found?.data);
  if (found === undefined || !stored.success || stored.data.expireAt.toMillis() <= now) return null;
  basis.invitation = { path, at: found.updateTime };
  return stored.data.invitation;
}

/** Keeps an invitation under the mark of its code. */
export function writeInvitation(
  { invite }: Pick<Paths, 'invite'>,
  codeMark: string,
  invitation: Invitation,
  until: number,
): Write {
  const data = { invitation: { ...invitation }, expireAt: Timestamp.fromMillis(until) };
  return { op: 'create', path: invite(codeMark), data };
}

/** Uses up the invitation that was read, so that it works once. */
export function useInvitation({ invitation }: Basis): Write {
  if (invitation === undefined) throw new Error('an invitation is used only after it was asked for');
  const { path, at } = invitation;
  if (!('bootstrap' in invitation)) return { op: 'delete', path, ...(at ? { ifUpdatedAt: at } : {}) };
  const data = { version: 1, used: true };
  return at === undefined ? { op: 'create', path, data } : { op: 'update', path, data, ifUpdatedAt: at };
}

/** Somebody who works for the agency; null for everybody else. */
export async function readStaff(ground: Ground, userId: string): Promise<Staff | null> {
  const found = await ground.documents.read(ground.paths.staff(userId));
  return found === undefined ? null : Staff.parse(found.data);
}

/** The same of whoever sent an event. */
export async function readAsker(ground: Ground, { userId }: Asker, basis: Basis): Promise<Staff | null> {
  const found = await ground.documents.read(ground.paths.staff(userId));
  const staff = found === undefined ? null : Staff.parse(found.data);
  basis.staff = { unit: staff?.unit, at: found?.updateTime };
  return staff;
}

/**
 * Makes somebody staff, or more of one, as they were when the step was decided. Whoever sits elsewhere from now on is
 * given no tip until they have a new key.
 */
export async function joinStaff(
  ground: Ground,
  { userId }: Asker,
  basis: Basis,
  person: Omit<Staff, 'id'>,
): Promise<Write[]> {
  if (basis.staff === undefined) throw new Error('somebody joins only after it was asked who they are');
  const { unit, at } = basis.staff;
  const path = ground.paths.staff(userId);
  const data = { ...person, id: userId };
  const write: Write =
    at === undefined ? { op: 'create', path, data } : { op: 'update', path, data, ifUpdatedAt: at };
  const stays = at !== undefined && unit === person.unit;
  return [write, useInvitation(basis), ...(stays ? [] : await readersWithout(ground, userId))];
}
