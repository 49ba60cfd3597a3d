import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { emptySession, lifeOf, SEEN_MOST, Session } from '../../domain/conversation/session.ts';
import type { Ground } from '../records/ground.ts';
import type { Write } from '../store/documents.ts';

/** `sessions/{pseudonym}`. */
const Stored = z.object({
  body: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  expireAt: z.instanceof(Timestamp),
});

/**
 * A chat's session as it was found. `at` is the version of the stored document, absent where there is none;
 * `restarted` says that what was stored cannot be read and is given up.
 */
export interface LoadedSession {
  session: Session;
  at: Timestamp | undefined;
  restarted: boolean;
}

const decoder = new TextDecoder();

function decode(plain: Uint8Array | undefined): Session | undefined {
  if (plain === undefined) return undefined;
  try {
    return Session.safeParse(JSON.parse(decoder.decode(plain))).data;
  } catch {
    return undefined;
  }
}

/** Reads a session: one document. What has expired is as good as absent. */
export async function readSession(
  { documents, paths, secrets }: Ground,
  userId: string,
  pseudonym: string,
  now: number,
): Promise<LoadedSession> {
  const found = await documents.read(paths.session(pseudonym));
  if (found === undefined) return { session: emptySession, at: undefined, restarted: false };
  const at = found.updateTime;
  const stored = Stored.safeParse(found.data);
  if (stored.success && stored.data.expireAt.toMillis() <= now) {
    return { session: emptySession, at, restarted: false };
  }
  const session = stored.success
    ? decode(secrets.openSession({ userId, pseudonym }, stored.data.body))
    : undefined;
  return session === undefined
    ? { session: emptySession, at, restarted: true }
    : { session, at, restarted: false };
}

/** The session with one more event seen; the oldest are forgotten beyond the most that are kept. */
export const withSeen = (session: Session, event: string): Session => ({
  ...session,
  seen: [...session.seen.slice(-(SEEN_MOST - 1)), event],
});

/** When a session that is written now expires, in milliseconds since the epoch. */
export const expiryOf = (session: Session, now: number): number => now + lifeOf(session);

/** Writes a session over the version it was decided on, or makes it where there was none. */
export function writeSession(
  { paths, secrets }: Ground,
  userId: string,
  pseudonym: string,
  session: Session,
  at: Timestamp | undefined,
  until: number,
): Write {
  const body = secrets.sealSession({ userId, pseudonym }, JSON.stringify(session));
  const data = { body, expireAt: Timestamp.fromMillis(until) };
  const path = paths.session(pseudonym);
  return at === undefined ? { op: 'create', path, data } : { op: 'update', path, data, ifUpdatedAt: at };
}

/** Deletes the version that was decided on. */
export const deleteSession = ({ paths }: Ground, pseudonym: string, at: Timestamp): Write => ({
  op: 'delete',
  path: paths.session(pseudonym),
  ifUpdatedAt: at,
});
