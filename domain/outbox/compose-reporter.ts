import { mayChange } from '../case/change.ts';
import type { CaseView } from '../conversation/facts.ts';
import { afterPhoto, waitingWords } from '../conversation/flows/outcome.ts';
import { standing } from '../conversation/handler.ts';
import { type Choice, type Reply, text } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import { shortenUnits } from '../words/graphemes.ts';
import type { Notice } from './entry.ts';

type News = Extract<Notice, { notice: 'reporter' }>['news'];

/** Most answers in one bubble, and UTF-16 units of them together; the whole thread is in the chat's case card. */
const ANSWERS_MOST = 3;
const ANSWER_UNITS = 3000;
/** Most bubbles of one message. @see https://developers.line.biz/en/reference/messaging-api/#send-push-message */
const BUBBLES_MOST = 5;

const see = (view: CaseView, turn: Turn): Choice => standing(turn.say.notice.see, 'mine', `show.${view.id}`);

function answered(view: CaseView, times: number, turn: Turn): Reply[] {
  const latest = view.thread
    .filter(({ from, asks }) => from === 'staff' && asks !== true)
    .slice(-Math.min(times, ANSWERS_MOST));
  if (latest.length === 0) return [];
  const answer = shortenUnits(latest.map((message) => message.text).join('\n\n'), ANSWER_UNITS);
  return [text(turn.say.notice.reporter.answered(view.case.number, answer), [see(view, turn)])];
}

/** What staff ask; it is answered by a button, in the reporter's own words. */
function asked(view: CaseView, turn: Turn): Reply[] {
  const question = view.thread.findLast(({ asks }) => asks === true);
  if (question === undefined) return [];
  const words = turn.say.notice.reporter.asked(view.case.number, shortenUnits(question.text, ANSWER_UNITS));
  return [text(words, [standing(turn.say.follow.reply, 'mine', `reply.${view.id}`)])];
}

function waiting(view: CaseView, turn: Turn): Reply[] {
  if (view.case.waiting === undefined) return [];
  const words = waitingWords(view.case.waiting, turn);
  return [text(turn.say.notice.reporter.waiting(view.case.number, words), [see(view, turn)])];
}

function referred(view: CaseView, turn: Turn): Reply[] {
  const { status, outcome, number } = view.case;
  if (status !== 'referred' || outcome?.outcome !== 'referred') return [];
  return [text(turn.say.notice.reporter.referred(number, outcome.to, outcome.contact), [see(view, turn)])];
}

function reviewed(view: CaseView, turn: Turn): Reply[] {
  const { review, number } = view.case;
  if (review !== 'upheld' && review !== 'overturned') return [];
  const words = view.thread.findLast(({ from }) => from === 'staff')?.text ?? '';
  const result = turn.say.follow.review[review];
  return [
    text(turn.say.notice.reporter.reviewed(number, result, shortenUnits(words, ANSWER_UNITS)), [
      see(view, turn),
    ]),
  ];
}

function resolved(view: CaseView, turn: Turn): Reply[] {
  if (view.case.status !== 'resolved') return [];
  const { fixed } = turn.say.follow;
  const choices = [
    standing(fixed.confirm, 'mine', `confirm.${view.id}`),
    standing(fixed.reopen, 'mine', `reopen.${view.id}`),
  ];
  const words = turn.say.notice.reporter.resolved(view.case.number);
  const photo = afterPhoto(view, turn);
  if (photo === undefined) return [text(words, choices)];
  return [{ reply: 'card', title: words, rows: [], text: '', photo, choices, asides: [] }];
}

function declined(view: CaseView, turn: Turn): Reply[] {
  const { status, outcome, number } = view.case;
  if (status !== 'declined') return [];
  const { notice, follow, engine } = turn.say;
  const said = view.thread.findLast(({ from }) => from === 'staff')?.text ?? '';
  const { reason, next } = outcome?.outcome === 'declined' ? outcome : { reason: said, next: '' };
  const outside = turn.agency.outside.find((channel) => channel.for.includes('complaint'));
  const call: Choice[] =
    outside?.phone === undefined
      ? []
      : [{ does: 'call', label: engine.call(outside.phone), phone: outside.phone }];
  const review = mayChange(view.case, { change: 'review' })
    ? [standing(follow.fixed.review, 'mine', `review.${view.id}`)]
    : [];
  return [
    text(notice.reporter.declined(number, shortenUnits(reason, ANSWER_UNITS), next), [...review, ...call]),
  ];
}

/**
 * News of their case for a reporter who asked to be told, from the case as it stands now: what is no longer
 * so is not said. Empty where nothing is left to say.
 */
export function composeForReporter(news: readonly News[], view: CaseView, turn: Turn): Reply[] {
  const answers = news.filter((one) => one === 'answered').length;
  const said = (one: News, compose: (view: CaseView, turn: Turn) => Reply[]): Reply[] =>
    news.includes(one) ? compose(view, turn) : [];
  return [
    ...(answers > 0 ? answered(view, answers, turn) : []),
    ...said('waiting', waiting),
    ...said('referred', referred),
    ...said('declined', declined),
    ...said('reviewed', reviewed),
    ...said('resolved', resolved),
    ...said('asked', asked),
  ].slice(0, BUBBLES_MOST);
}
