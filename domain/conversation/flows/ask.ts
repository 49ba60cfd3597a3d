import { categoryOf } from '../../agency/routing.ts';
import { dayOf } from '../../calendar/day.ts';
import { dueDay } from '../../case/due.ts';
import { alertStaff } from '../../outbox/alerts.ts';
import { formatReceipt } from '../../receipt/receipt.ts';
import { shortenUnits } from '../../words/graphemes.ts';
import { collect, countOf, discard, hasSubstance, mediaOf, textOf } from '../draft.ts';
import {
  answer,
  type Chat,
  type Handler,
  type Move,
  type Moved,
  type Sent,
  stay,
  wayOut,
} from '../handler.ts';
import { type Reply, text } from '../reply.ts';
import type { Draft, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { CASES_A_DAY, secretOffer } from './complaint.ts';
import { excerpt, reviewChoices, sentReplies } from './complaint-review.ts';

type Ask = StateAt<'ask.words' | 'ask.known' | 'ask.told' | 'ask.review'>;
type AskKind = Ask['kind'];

/** Starts a question or a suggestion from a draft; what it already says is not asked again. */
export function beginAsk(kind: AskKind, draft: Draft, writes: Write[], chat: Chat): Move {
  return hasSubstance(draft)
    ? afterWords(kind, draft, { writes }, chat)
    : { to: { at: 'ask.words', kind, draft }, writes };
}

/** A question that was answered for everybody before is shown its answer; everything else goes on to staff. */
function afterWords(kind: AskKind, draft: Draft, more: Omit<Moved, 'to'>, chat: Chat): Move {
  const words = textOf(draft);
  if (kind === 'suggestion' || words === '') return { ...more, to: { at: 'ask.told', kind, draft } };
  const { known } = chat.turn.facts;
  if (known === undefined) return { wanted: { want: 'known', words } };
  return {
    ...more,
    to:
      known.length === 0
        ? { at: 'ask.told', kind, draft }
        : { at: 'ask.known', kind, draft, known: [...known] },
  };
}

function keepIn(state: Ask, input: Sent, chat: Chat): Move {
  const taken = collect(state.draft, input, chat.turn, false);
  if (taken.problem !== undefined) return stay(state, taken.problem);
  const first = secretOffer(state.draft, taken.draft, chat.turn);
  return { to: { ...state, draft: taken.draft }, writes: taken.writes, first };
}

export const askWords: Handler<'ask.words'> = {
  ask(state, turn) {
    const { words, isSuggestion, isQuestion } = turn.say.complaint;
    const other = state.kind === 'question' ? isSuggestion : isQuestion;
    const enough = hasSubstance(state.draft) ? [answer(state, turn.say.complaint.enough, 'enough')] : [];
    return text(
      words[state.kind],
      [...enough, answer(state, other, 'other')],
      [answer(state, turn.say.engine.cancel, 'cancel')],
    );
  },
  choose(state, choice, chat) {
    if (choice === 'enough' && hasSubstance(state.draft))
      return afterWords(state.kind, state.draft, {}, chat);
    if (choice !== 'other') return stay(state, text(chat.turn.say.engine.notUnderstood));
    return { to: { ...state, kind: state.kind === 'question' ? 'suggestion' : 'question' } };
  },
  sent(state, input, chat) {
    const kept = keepIn(state, input, chat);
    if ('wanted' in kept || kept.to.at !== 'ask.words') return kept;
    const { to, ...more } = kept;
    return hasSubstance(to.draft) ? afterWords(to.kind, to.draft, more, chat) : kept;
  },
  cancel: (state) => discard(state.draft),
};

/** The longest of an answer that is shown in the chat, in UTF-16 units; a bubble takes 5,000. */
const ANSWER_UNITS = 1500;

export const askKnown: Handler<'ask.known'> = {
  ask(state, turn) {
    const { title, pair, same, answered, send } = turn.say.complaint.known;
    const pairs = state.known.map(({ question, answer: words }) =>
      pair(question, shortenUnits(words, ANSWER_UNITS)),
    );
    const choices = [answer(state, answered, 'answered'), answer(state, send, 'send')];
    return text([title, ...pairs, same].join('\n\n'), choices, wayOut(state, turn));
  },
  choose(state, choice, chat) {
    const { kind, draft } = state;
    if (choice === 'send') return { to: { at: 'ask.told', kind, draft } };
    if (choice !== 'answered') return stay(state, text(chat.turn.say.engine.notUnderstood));
    const glad = text(chat.turn.say.complaint.known.glad);
    return { to: { at: 'idle' }, writes: discard(draft), first: [glad] };
  },
  sent(state, input, chat) {
    const kept = keepIn(state, input, chat);
    if ('wanted' in kept || kept.to.at !== 'ask.known') return kept;
    const { kind, draft } = kept.to;
    return { ...kept, to: { at: 'ask.told', kind, draft } };
  },
  back: ({ kind, draft }) => ({ to: { at: 'ask.words', kind, draft } }),
  cancel: (state) => discard(state.draft),
};

export const askTold: Handler<'ask.told'> = {
  ask(state, turn) {
    const { told, toldLabels } = turn.say.complaint;
    const choices = [answer(state, toldLabels.chat, 'chat'), answer(state, toldLabels.nobody, 'nobody')];
    return text(told, choices, wayOut(state, turn));
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice !== 'chat' && choice !== 'nobody') return stay(state, text(turn.say.engine.notUnderstood));
    if (state.draft.counted) return { to: { ...state, at: 'ask.review', told: choice } };
    const { limits } = turn.facts;
    if (limits === undefined) return { wanted: { want: 'limits' } };
    if (limits.case >= CASES_A_DAY) {
      return { to: state, first: [text(turn.say.engine.limit(CASES_A_DAY, turn.agency.phone))], ask: false };
    }
    const draft: Draft = { ...state.draft, counted: true };
    return {
      to: { ...state, at: 'ask.review', draft, told: choice },
      writes: [{ write: 'limit', kind: 'case', by: 1 }],
    };
  },
  sent: keepIn,
  back: ({ kind, draft }) => ({ to: { at: 'ask.words', kind, draft } }),
  cancel: (state) => discard(state.draft),
};

function confirm(state: StateAt<'ask.review'>, chat: Chat): Move {
  const { turn } = chat;
  const { number } = turn.facts;
  if (number === undefined) return { wanted: { want: 'number' } };
  const { draft, kind } = state;
  const desk = categoryOf(turn.agency, undefined);
  const received = dayOf(turn.now);
  const due = dueDay(received, turn.agency.firstAnswerDays, turn.agency);
  const told = state.told === 'chat';
  const open: Write = {
    write: 'open case',
    caseId: draft.caseId,
    kind,
    number,
    category: undefined,
    where: {},
    text: textOf(draft),
    media: mediaOf(draft),
    unit: desk.unit,
    concerns: undefined,
    assignee: undefined,
    received,
    due,
    joins: undefined,
    receipt: draft.receipt,
    route: told,
  };
  const replies = sentReplies(turn, number, due, told);
  return {
    to: { at: 'idle' },
    writes: [open, ...alertStaff(turn, { caseId: draft.caseId }, 'new')],
    first: replies,
    push: replies,
    ...(told ? {} : { forget: true }),
  };
}

function card(state: StateAt<'ask.review'>, turn: Turn): Reply {
  const { rows, kinds, review, keepReceipt, toldLabels } = turn.say.complaint;
  const media =
    mediaOf(state.draft).length > 0 ? [{ label: rows.attached, value: countOf(state.draft, turn) }] : [];
  return {
    reply: 'card',
    title: review,
    rows: [
      { label: rows.about, value: kinds[state.kind] },
      { label: rows.text, value: excerpt(textOf(state.draft), turn) },
      ...media,
      { label: rows.told, value: toldLabels[state.told] },
      { label: rows.receipt, value: formatReceipt(state.draft.receipt), strong: true },
    ],
    text: keepReceipt,
    choices: reviewChoices(state, turn),
    asides: [answer(state, turn.say.engine.cancel, 'cancel')],
  };
}

export const askReview: Handler<'ask.review'> = {
  ask: card,
  choose(state, choice, chat) {
    if (choice === `send.${state.draft.receipt}`) return confirm(state, chat);
    if (choice === 'edit') return { to: { at: 'ask.words', kind: state.kind, draft: state.draft } };
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent: keepIn,
  back: ({ kind, draft }) => ({ to: { at: 'ask.told', kind, draft } }),
  cancel: (state) => discard(state.draft),
};
