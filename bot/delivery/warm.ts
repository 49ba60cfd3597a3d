import type { Timestamp } from '@google-cloud/firestore';
import type { Reply } from '../../domain/conversation/reply.ts';
import type { Session } from '../../domain/conversation/session.ts';

/** Sessions kept decoded in this process, and people whose forgotten session's events are still remembered. */
const MOST_SESSIONS = 2000;
const MOST_FORGOTTEN = 5000;
const FORGOTTEN_MILLISECONDS = 10 * 60_000;

/** A session as it stands in the store: `at` is the version to write over, `until` when it expires. */
export interface WarmSession {
  session: Session;
  at: Timestamp;
  until: number;
}

/** A session that was deleted: the events it had seen, and what the last of them was answered. */
interface Forgotten {
  seen: Set<string>;
  last: { event: string; replies: Reply[] };
  until: number;
  certain: boolean;
}

/** What this process remembers about chats, by pseudonym. Losing all of it costs a read, nothing else. */
export interface Warm {
  get(pseudonym: string): WarmSession | undefined;
  put(pseudonym: string, session: WarmSession): void;
  drop(pseudonym: string): void;
  /**
   * Notes that a session was deleted: a late copy of its events must change nothing. Not `certain` where the
   * store did not say whether it was: then it counts only once the session turns out to be gone.
   */
  forget(pseudonym: string, gone: Gone): void;
  /** The answer to an event of a session that was forgotten: the same again for the last, none for older ones. */
  forgotten(pseudonym: string, event: string, now: number, sessionIsGone: boolean): Reply[] | undefined;
}

/** The deletion of a session by `event` at `now`. */
export interface Gone {
  seen: readonly string[];
  event: string;
  replies: Reply[];
  now: number;
  certain: boolean;
}

function evictOldest<Value>(map: Map<string, Value>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

export function createWarm(mostSessions = MOST_SESSIONS): Warm {
  const sessions = new Map<string, WarmSession>();
  const gone = new Map<string, Forgotten>();
  return {
    get(pseudonym) {
      const found = sessions.get(pseudonym);
      if (found !== undefined) {
        sessions.delete(pseudonym);
        sessions.set(pseudonym, found);
      }
      return found;
    },
    put(pseudonym, session) {
      sessions.delete(pseudonym);
      sessions.set(pseudonym, session);
      evictOldest(sessions, mostSessions);
    },
    drop: (pseudonym) => {
      sessions.delete(pseudonym);
    },
    forget(pseudonym, { seen, event, replies, now, certain }) {
      sessions.delete(pseudonym);
      const before = gone.get(pseudonym);
      gone.delete(pseudonym);
      const known = before !== undefined && before.until > now ? before.seen : [];
      gone.set(pseudonym, {
        seen: new Set([...known, ...seen, event]),
        last: { event, replies },
        until: now + FORGOTTEN_MILLISECONDS,
        certain,
      });
      evictOldest(gone, MOST_FORGOTTEN);
    },
    forgotten(pseudonym, event, now, sessionIsGone) {
      const found = gone.get(pseudonym);
      if (found === undefined) return undefined;
      if (found.until <= now) {
        gone.delete(pseudonym);
        return undefined;
      }
      if (!found.seen.has(event) || !(found.certain || sessionIsGone)) return undefined;
      return found.last.event === event ? found.last.replies : [];
    },
  };
}
