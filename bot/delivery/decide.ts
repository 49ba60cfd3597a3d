import type { ChatEvent } from '../../domain/conversation/event.ts';
import type { Facts } from '../../domain/conversation/facts.ts';
import type { Session } from '../../domain/conversation/session.ts';
import type { Outcome, Turn } from '../../domain/conversation/turn.ts';
import { type Basis, emptyBasis } from '../records/basis.ts';
import { findFact } from '../records/facts.ts';
import type { Asker, Ground } from '../records/ground.ts';
import { during } from './failure.ts';
import type { Conversation } from './parts.ts';

/** A step asks for a handful of facts at most; more is a bug in it. */
const MOST_FACTS = 6;

/** What was decided, and what the facts for it were read from. */
export interface Decided {
  outcome: Outcome;
  basis: Basis;
}

/** Runs a step, and runs it again with each fact it asks for. */
export async function decide(
  step: Conversation['step'],
  ground: Ground,
  asker: Asker,
  session: Session,
  event: ChatEvent,
  turn: Turn,
): Promise<Decided> {
  const basis = emptyBasis();
  let facts: Facts = turn.facts;
  for (let asked = 0; asked <= MOST_FACTS; asked += 1) {
    const known = facts;
    const decision = await during('step', () => step(session, event, { ...turn, facts: known }));
    if ('decided' in decision) return { outcome: decision.decided, basis };
    facts = { ...known, ...(await during('facts', () => findFact(ground, asker, basis, decision.wanted))) };
  }
  throw new Error('a step asked for more facts than there are');
}
