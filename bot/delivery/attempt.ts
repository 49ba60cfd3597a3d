import type { Timestamp } from '@google-cloud/firestore';
import type { ChatEvent } from '../../domain/conversation/event.ts';
import type { Facts } from '../../domain/conversation/facts.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import type { Session } from '../../domain/conversation/session.ts';
import type { Outcome } from '../../domain/conversation/turn.ts';
import { errorName } from '../log/error-name.ts';
import type { Basis } from '../records/basis.ts';
import { type Plan, planWrites } from '../records/plan.ts';
import { type Media, Stale } from '../records/planning.ts';
import type { Committed, Write } from '../store/documents.ts';
import { decide } from './decide.ts';
import { during } from './failure.ts';
import type { Passage } from './passage.ts';
import { deleteSession, expiryOf, type LoadedSession, withSeen, writeSession } from './session-store.ts';

/** The event with what became of its photo or voice note, and the octets where there are any. */
export interface FetchedEvent {
  event: ChatEvent;
  media: Media | undefined;
}

/** Decided and committed, or overtaken by somebody else's commit. */
export type Attempt = { committed: Outcome } | { overtaken: Outcome };

/** What becomes of the session: the next one with this event among those it has seen, or none. */
type NextSession = { session: Session; until: number } | 'forget';

const nextSession = ({ event, asker }: Passage, next: Outcome['session']): NextSession => {
  if (next === 'forget') return next;
  const session = withSeen(next, event.id);
  return { session, until: expiryOf(session, asker.now) };
};

function sessionWrites(passage: Passage, { at }: LoadedSession, next: NextSession): Write[] {
  const { ground, asker, pseudonym } = passage;
  if (next !== 'forget') {
    return [writeSession(ground, asker.userId, pseudonym, next.session, at, next.until)];
  }
  return at === undefined ? [] : [deleteSession(ground, pseudonym, at)];
}

/** How the commit ended: `certain` unless the store did not say, `at` the session's new version. */
interface Remembered {
  certain: boolean;
  at: Timestamp | undefined;
  replies: Reply[];
}

function remember(passage: Passage, loaded: LoadedSession, next: NextSession, done: Remembered): void {
  const { warm, pseudonym, event, asker } = passage;
  if (next === 'forget') {
    const { certain, replies } = done;
    if (certain || loaded.at !== undefined) {
      const { seen } = loaded.session;
      warm.forget(pseudonym, { seen, event: event.id, replies, now: asker.now, certain });
    }
  } else if (done.at === undefined) warm.drop(pseudonym);
  else warm.put(pseudonym, { ...next, at: done.at });
}

async function commitApart({ parts, ground }: Passage, writes: Write[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await parts.ground.documents.commit(writes);
  } catch (error) {
    parts.log('store_failed', { agency: ground.agencyId, error: errorName(error) });
  }
}

async function planOrStale(
  { ground, asker }: Passage,
  basis: Basis,
  { writes }: Outcome,
  media: Media | undefined,
): Promise<Plan | 'stale'> {
  try {
    return await planWrites(ground, asker, basis, writes, media);
  } catch (error) {
    if (error instanceof Stale) return 'stale';
    throw error;
  }
}

/** Decides the event on the session as it was loaded, and carries it out in one commit, if nobody was faster. */
export async function attempt(
  passage: Passage,
  loaded: LoadedSession,
  facts: Facts,
  fetched: FetchedEvent,
): Promise<Attempt> {
  const { parts, ground, asker, turn } = passage;
  const { step } = parts.conversation;
  const given = { ...turn, facts };
  const { outcome, basis } = await decide(step, ground, asker, loaded.session, fetched.event, given);
  const plan = await during('seal', () => planOrStale(passage, basis, outcome, fetched.media));
  if (plan === 'stale') return { overtaken: outcome };

  const next = nextSession(passage, outcome.session);
  const { replies } = outcome;
  let committed: Committed;
  try {
    const writes = [...sessionWrites(passage, loaded, next), ...plan.together];
    committed = await during('commit', () => ground.documents.commit(writes));
  } catch (error) {
    remember(passage, loaded, next, { certain: false, at: undefined, replies });
    throw error;
  }
  if (!committed.ok) return { overtaken: outcome };
  remember(passage, loaded, next, { certain: true, at: committed.updateTimes[0], replies });
  await commitApart(passage, plan.apart);
  if (outcome.writes.some(({ write }) => write === 'join staff')) parts.reload();
  if (outcome.writes.some(({ write }) => write === 'outbox')) parts.kick();
  return { committed: outcome };
}
