import type { ChatEvent } from '../../domain/conversation/event.ts';
import { emptySession } from '../../domain/conversation/session.ts';
import { ENTROPY_OCTETS, type Turn } from '../../domain/conversation/turn.ts';
import type { Asker, Ground } from '../records/ground.ts';
import type { Answered } from './answer.ts';
import type { Parts } from './parts.ts';
import { type LoadedSession, readSession } from './session-store.ts';
import { timedDocuments } from './store-time.ts';
import type { Warm } from './warm.ts';

/** One chat event on its way: who sent it, and everything that stays the same however often it is decided. */
export interface Passage {
  parts: Parts;
  warm: Warm;
  ground: Ground;
  asker: Asker;
  pseudonym: string;
  event: ChatEvent;
  turn: Turn;
  to: Answered;
}

export function beginPassage(
  parts: Parts,
  warm: Warm,
  pseudonym: string,
  to: Answered,
  event: ChatEvent,
  storeMilliseconds: number,
): Passage {
  const { agency, survey, say, targets, officers, executives } = parts.current();
  const now = parts.clock();
  const ground = { ...parts.ground, documents: timedDocuments(parts.ground.documents, storeMilliseconds) };
  const entropy = ground.random(ENTROPY_OCTETS);
  const { publicUrl } = parts;
  const turn: Turn = {
    agency,
    survey,
    say,
    now,
    entropy,
    facts: {},
    publicUrl,
    targets,
    officers,
    executives,
  };
  return {
    parts,
    warm,
    ground,
    asker: { userId: to.userId, agency, now },
    pseudonym,
    event,
    turn,
    to,
  };
}

/** The chat's session: from memory, or one read. */
export function load({ warm, pseudonym, ground, asker }: Passage): LoadedSession | Promise<LoadedSession> {
  const found = warm.get(pseudonym);
  if (found === undefined) return readSession(ground, asker.userId, pseudonym, asker.now);
  const session = found.until > asker.now ? found.session : emptySession;
  return { session, at: found.at, restarted: false };
}
