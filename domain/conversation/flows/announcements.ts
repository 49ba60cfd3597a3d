import { timeOfAnnouncement } from '../../announcements/announcement.ts';
import type { AnnouncementEntry } from '../../announcements/register.ts';
import { dayOf } from '../../calendar/day.ts';
import { type Chat, type Move, standing } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** So many announcements are told in one answer. */
const TOLD_MOST = 3;

function toldReply(announcements: readonly AnnouncementEntry[], turn: Turn): Reply {
  const { announcements: say } = turn.say;
  const all: Choice = { does: 'open', label: say.all, uri: `${turn.publicUrl}/announcements` };
  const ask = standing(say.ask, 'menu', 'question');
  const today = dayOf(turn.now);
  const current = announcements.filter((entry) => timeOfAnnouncement(entry, today) !== 'over');
  if (current.length === 0) return text(say.none, announcements.length === 0 ? [ask] : [all, ask]);
  const told = current.slice(0, TOLD_MOST);
  const lines = told.map((entry, nth) => say.line(nth + 1, entry));
  const opened = told.map(
    ({ id }, nth): Choice => ({
      does: 'open',
      label: told.length === 1 ? say.openOnly : say.open(nth + 1),
      uri: `${turn.publicUrl}/announcements/${id}`,
    }),
  );
  return text([say.found(current.length, told.length), ...lines].join('\n\n'), [...opened, all, ask]);
}

/** What somebody is told who asks for the news: what is announced now or soon, newest first, as links. */
export function announcementsAsked({ session, turn }: Chat): Move {
  const { announcements } = turn.facts;
  if (announcements === undefined) return { wanted: { want: 'announcements' } };
  return { to: session.state, first: [toldReply(announcements, turn)], ask: false };
}
