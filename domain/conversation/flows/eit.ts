import { openEit } from '../../agency/eit.ts';
import { dayOf } from '../../calendar/day.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type Reply, text } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** The way to the assessors' own questions, while they can be answered; nothing of them is asked in the chat. */
export function eitInvitation(turn: Turn): Reply[] {
  const eit = openEit(turn.agency, dayOf(turn.now));
  if (eit === undefined) return [];
  const { invitation, open } = turn.say.survey.eit;
  return [text(invitation(thaiDate(eit.to, 'long')), [{ does: 'open', label: open, uri: eit.url }])];
}

/** What somebody is told who asks for them. */
export const eitReplies = (turn: Turn): Reply[] => {
  const invited = eitInvitation(turn);
  return invited.length > 0 ? invited : [text(turn.say.survey.eit.closed)];
};
