import type { Facts } from '../../domain/conversation/facts.ts';
import type { GroupEvent } from '../../domain/conversation/group.ts';
import { emptyBasis } from '../records/basis.ts';
import { findFact } from '../records/facts.ts';
import type { Asker } from '../records/ground.ts';
import { planWrites } from '../records/plan.ts';
import { answer } from './answer.ts';
import { during } from './failure.ts';
import type { Parts } from './parts.ts';

/** Nobody's chat: what is asked or kept in a group is never a person's. */
const NOBODY = '';

/**
 * Brings one group event its way. A commit that somebody else was faster than changes nothing and answers nothing.
 * @throws EventFailed where it was not handled, or it is not known whether it was.
 */
export async function handleGroup(
  parts: Parts,
  event: GroupEvent,
  replyToken: string | undefined,
): Promise<void> {
  const { ground, conversation } = parts;
  const { agency, say } = parts.current();
  const asker: Asker = { userId: NOBODY, agency, now: parts.clock() };
  const basis = emptyBasis();
  let facts: Facts = {};
  let decision = conversation.stepGroup(event, { agency, say, facts });
  if ('wanted' in decision) {
    const { wanted } = decision;
    facts = await during('facts', () => findFact(ground, asker, basis, wanted));
    decision = conversation.stepGroup(event, { agency, say, facts });
  }
  if ('wanted' in decision) throw new Error('a group is decided on one fact');
  const { writes, replies } = decision.decided;
  if (writes.length > 0) {
    const plan = await during('seal', () => planWrites(ground, asker, basis, writes, undefined));
    const committed = await during('commit', () => ground.documents.commit(plan.together));
    if (!committed.ok) return;
    parts.reload();
  }
  await answer(parts, { userId: NOBODY, eventId: event.id, replyToken }, agency, replies, []);
}
