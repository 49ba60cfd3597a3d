import type { CaseView } from '../conversation/facts.ts';
import { standing } from '../conversation/handler.ts';
import { type Choice, type Reply, text } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import { shortenUnits } from '../words/graphemes.ts';
import type { Notice } from './entry.ts';

type News = Extract<Notice, { notice: 'reporter' }>['news'];

/** Most answers in one bubble, and UTF-16 units of them together; the whole thread is in the chat's case card. */
const ANSWERS_MOST = 3;
const ANSWER_UNITS = 3000;

const see = (view: CaseView, turn: Turn): Choice => standing(turn.say.notice.see, 'mine', `show.${view.id}`);

function answered(view: CaseView, times: number, turn: Turn): Reply[] {
  const latest = view.thread.filter(({ from }) => from === 'staff').slice(-Math.min(times, ANSWERS_MOST));
  if (latest.length === 0) return [];
  const answer = shortenUnits(latest.map((message) => message.text).join('\n\n'), ANSWER_UNITS);
  return [text(turn.say.notice.reporter.answered(view.case.number, answer), [see(view, turn)])];
}

function resolved(view: CaseView, turn: Turn): Reply[] {
  if (view.case.status !== 'resolved') return [];
  const { fixed } = turn.say.follow;
  return [
    text(turn.say.notice.reporter.resolved(view.case.number), [
      standing(fixed.confirm, 'mine', `confirm.${view.id}`),
      standing(fixed.reopen, 'mine', `reopen.${view.id}`),
    ]),
  ];
}

function declined(view: CaseView, turn: Turn): Reply[] {
  if (view.case.status !== 'declined') return [];
  const { notice, follow, engine } = turn.say;
  const reason = view.thread.findLast(({ from }) => from === 'staff')?.text ?? '';
  const outside = turn.agency.outside.find((channel) => channel.for.includes('complaint'));
  const call: Choice[] =
    outside?.phone === undefined
      ? []
      : [{ does: 'call', label: engine.call(outside.phone), phone: outside.phone }];
  return [
    text(notice.reporter.declined(view.case.number, shortenUnits(reason, ANSWER_UNITS)), [
      standing(follow.fixed.review, 'mine', `review.${view.id}`),
      ...call,
    ]),
  ];
}

/**
 * News of their case for a reporter who asked to be told, from the case as it stands now: what is no longer
 * so is not said. Empty where nothing is left to say.
 */
export function composeForReporter(news: readonly News[], view: CaseView, turn: Turn): Reply[] {
  const answers = news.filter((one) => one === 'answered').length;
  return [
    ...(answers > 0 ? answered(view, answers, turn) : []),
    ...(news.includes('declined') ? declined(view, turn) : []),
    ...(news.includes('resolved') ? resolved(view, turn) : []),
  ];
}
