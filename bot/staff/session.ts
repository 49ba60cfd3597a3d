import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { Staff } from '../../domain/agency/staff.ts';
import type { Ground } from '../records/ground.ts';
import type { Write } from '../store/documents.ts';

type SessionGround = Pick<Ground, 'documents' | 'paths' | 'secrets' | 'random'>;

/** `staffSessions/{mark of the bearer}`. */
const StoredSession = z.object({
  version: z.literal(1),
  staffId: z.string(),
  expireAt: z.instanceof(Timestamp),
});

/** Who calls, with the roles that they have now; `session` is its mark, `until` its end, ms since the epoch. */
export interface Caller {
  staff: Staff;
  session: string;
  until: number;
}

/** How long a session lasts: a working day. */
const SESSION_MILLISECONDS = 10 * 3_600_000;
const BEARER_OCTETS = 32;

/** A new session: the bearer, which is given away and not kept, and the write that keeps its mark. */
export function newSession(
  { paths, secrets, random }: SessionGround,
  staffId: string,
  now: number,
): { bearer: string; until: number; write: Write } {
  const bearer = Buffer.from(random(BEARER_OCTETS)).toString('base64url');
  const until = now + SESSION_MILLISECONDS;
  const expireAt = Timestamp.fromMillis(until);
  const path = paths.staffSession(secrets.bearerMark(bearer));
  return { bearer, until, write: { op: 'create', path, data: { version: 1, staffId, expireAt } } };
}

/**
 * Whose session a bearer is, with the roles that they have now. `not_staff` where the person is no longer on it.
 * @throws StoreUnavailable
 */
export async function sessionOf(
  { documents, paths, secrets }: SessionGround,
  bearer: string,
  now: number,
): Promise<Caller | 'none' | 'not_staff'> {
  const session = secrets.bearerMark(bearer);
  const stored = StoredSession.safeParse((await documents.read(paths.staffSession(session)))?.data);
  if (!stored.success || stored.data.expireAt.toMillis() <= now) return 'none';
  const staff = Staff.safeParse((await documents.read(paths.staff(stored.data.staffId)))?.data);
  return staff.success ? { staff: staff.data, session, until: stored.data.expireAt.toMillis() } : 'not_staff';
}
