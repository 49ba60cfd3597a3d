import type { Facts } from '../../domain/conversation/facts.ts';
import type { GroupEvent } from '../../domain/conversation/group.ts';
import { emptyBasis } from '../records/basis.ts';
import { findFact } from '../records/facts.ts';
import type { Asker, Ground } from '../records/ground.ts';
import { planWrites } from '../records/plan.ts';
import { answer } from './answer.ts';
import { during } from './failure.ts';
import type { Parts } from './parts.ts';
import { timedDocuments } from './store-time.ts';

/** Nobody's chat: what is asked or kept in a group is never a person's. */
const NOBODY = '';

/** How often a group's code is tried anew because somebody else was faster. */
const MOST_TRIES = 8;

async function decide({ conversation, current }: Parts, ground: Ground, event: GroupEvent, asker: Asker) {
  const { agency, say } = current();
  const basis = emptyBasis();
  let facts: Facts = {};
  let decision = conversation.stepGroup(event, { agency, say, facts });
  if ('wanted' in decision) {
    const { wanted } = decision;
    facts = await during('facts', () => findFact(ground, asker, basis, wanted));
    decision = conversation.stepGroup(event, { agency, say, facts });
  }
  if ('wanted' in decision) throw new Error('a group is decided on one fact');
  return { ...decision.decided, basis };
}

/**
 * Brings one group event its way. A code that somebody else was faster with changes nothing and answers nothing.
 * @throws EventFailed where it was not handled, or it is not known whether it was.
 */
export async function handleGroup(
  parts: Parts,
  event: GroupEvent,
  replyToken: string | undefined,
  storeMilliseconds: number,
): Promise<void> {
  const ground = { ...parts.ground, documents: timedDocuments(parts.ground.documents, storeMilliseconds) };
  const { agency } = parts.current();
  const asker: Asker = { userId: NOBODY, agency, now: parts.clock() };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { writes, replies, basis } = await decide(parts, ground, event, asker);
    if (writes.length > 0) {
      const plan = await during('seal', () => planWrites(ground, asker, basis, writes, undefined));
      const committed = await during('commit', () => ground.documents.commit(plan.together));
      if (!committed.ok) continue;
      parts.reload();
    }
    return answer(parts, { userId: NOBODY, eventId: event.id, replyToken }, agency, replies, []);
  }
}
