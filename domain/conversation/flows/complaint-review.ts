import { categoryOf } from '../../agency/routing.ts';
import { dayOf } from '../../calendar/day.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { dueDay } from '../../case/due.ts';
import { alertStaff } from '../../outbox/alerts.ts';
import { formatReceipt } from '../../receipt/receipt.ts';
import { shorten } from '../../words/graphemes.ts';
import { countOf, discard, mediaOf, textOf } from '../draft.ts';
import { answer, type Chat, type Handler, type Move, standing, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Draft, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { keep, NOT_SURE, outOfHours, proceed, unitLabel, whereLabel } from './complaint.ts';

type Review = StateAt<'complaint.review'>;

/** The choices under a review card; the confirmation carries the receipt, so that a repeat finds its case. */
export const reviewChoices = (state: StateAt<'complaint.review' | 'ask.review'>, turn: Turn): Choice[] => [
  answer(state, turn.say.complaint.send, `send.${state.draft.receipt}`),
  answer(state, turn.say.complaint.edit, 'edit'),
  { does: 'copy', label: turn.say.complaint.copyReceipt, text: formatReceipt(state.draft.receipt) },
];

export const excerpt = (words: string, turn: Turn): string =>
  words === '' ? turn.say.complaint.noText : shorten(words, 140);

const joinOf = (state: Review): { caseId: string; number: string } | undefined =>
  state.answers.same !== undefined && state.answers.same !== 'none' && state.answers.same.join
    ? state.answers.same
    : undefined;

/** What is said when a case is sent: its number and due day, how the answer comes, when staff will see it. */
export function sentReplies(
  turn: Turn,
  number: string,
  due: string,
  told: boolean,
  joined?: string,
): Reply[] {
  const { complaint, engine } = turn.say;
  const words = [
    complaint.sent(number, thaiDate(due, 'long')),
    ...(joined === undefined ? [] : [complaint.sentJoined(joined)]),
    told ? complaint.sentToldChat : complaint.sentToldNobody,
  ];
  const next = [
    ...(told ? [standing(engine.menuLabels.mine, 'menu', 'mine')] : []),
    standing(engine.menuLabels.menu, 'menu', 'menu'),
  ];
  return [text(words.join('\n\n'), next), ...outOfHours(turn)];
}

function confirm(state: Review, chat: Chat): Move {
  const { turn } = chat;
  const { number } = turn.facts;
  if (number === undefined) return { wanted: { want: 'number' } };
  const { draft, answers } = state;
  const category = categoryOf(turn.agency, answers.category);
  const received = dayOf(turn.now);
  const due = dueDay(received, Math.min(category.days, turn.agency.firstAnswerDays), turn.agency);
  const told = answers.told === 'chat';
  const joins = joinOf(state);
  const concerns = answers.concerns === NOT_SURE ? undefined : answers.concerns;
  const open: Write = {
    write: 'open case',
    caseId: draft.caseId,
    kind: 'complaint',
    number,
    category: category.id,
    where: answers.where ?? {},
    text: textOf(draft),
    media: mediaOf(draft),
    unit: category.unit,
    concerns,
    assignee: undefined,
    received,
    due,
    joins: joins?.caseId,
    receipt: draft.receipt,
    route: told,
  };
  const replies = sentReplies(turn, number, due, told, joins?.number);
  return {
    to: { at: 'idle' },
    writes: [open, ...alertStaff(turn, { caseId: draft.caseId, category: category.id, concerns }, 'new')],
    first: replies,
    push: replies,
    ...(told ? {} : { forget: true }),
  };
}

const attached = (draft: Draft, turn: Turn): { label: string; value: string }[] =>
  draft.parts.some((part) => part.kind !== 'text')
    ? [{ label: turn.say.complaint.rows.attached, value: countOf(draft, turn) }]
    : [];

export const complaintReview: Handler<'complaint.review'> = {
  ask(state, turn) {
    const { rows, review, keepReceipt, toldLabels } = turn.say.complaint;
    const { draft, answers } = state;
    const joins = joinOf(state);
    return {
      reply: 'card',
      title: review,
      rows: [
        { label: rows.about, value: categoryOf(turn.agency, answers.category).label },
        ...(answers.concerns === undefined
          ? []
          : [{ label: rows.concerns, value: unitLabel(answers.concerns, turn) }]),
        { label: rows.where, value: whereLabel(answers.where ?? {}, turn) },
        { label: rows.text, value: excerpt(textOf(draft), turn) },
        ...attached(draft, turn),
        { label: rows.told, value: toldLabels[answers.told ?? 'nobody'] },
        ...(joins === undefined ? [] : [{ label: rows.joins, value: joins.number }]),
        { label: rows.receipt, value: formatReceipt(draft.receipt), strong: true },
      ],
      text: keepReceipt,
      choices: reviewChoices(state, turn),
      asides: [answer(state, turn.say.engine.cancel, 'cancel')],
    };
  },
  choose(state, choice, chat) {
    if (choice === `send.${state.draft.receipt}`) return confirm(state, chat);
    if (choice === 'edit') return { to: { ...state, at: 'complaint.edit' } };
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent: keep,
  back: (state) => ({ to: { ...state, at: 'complaint.edit' } }),
  cancel: (state) => discard(state.draft),
};

export const complaintEdit: Handler<'complaint.edit'> = {
  ask(state, turn) {
    const { editWhat, editLabels } = turn.say.complaint;
    const choices = [
      answer(state, editLabels.category, 'category'),
      answer(state, editLabels.where, 'where'),
      answer(state, editLabels.more, 'more'),
      answer(state, editLabels.told, 'told'),
    ];
    return text(editWhat, choices, [
      answer(state, turn.say.engine.back, 'back'),
      answer(state, turn.say.engine.cancel, 'cancel'),
    ]);
  },
  choose(state, choice, chat) {
    const { draft, answers } = state;
    switch (choice) {
      case 'category': {
        const { category: _, same: __, concerns: ___, ...rest } = answers;
        return { to: { at: 'complaint.category', page: 0, draft, answers: rest } };
      }
      case 'where': {
        const { where: _, same: __, ...rest } = answers;
        return { to: { at: 'complaint.where', page: 0, draft, answers: rest } };
      }
      case 'more': {
        const { more: _, ...rest } = answers;
        return { to: { at: 'complaint.more', draft, answers: rest } };
      }
      case 'told': {
        const { told: _, ...rest } = answers;
        return { to: { at: 'complaint.told', draft, answers: rest } };
      }
      default:
        return stay(state, text(chat.turn.say.engine.notUnderstood));
    }
  },
  sent: keep,
  back: (state, chat) => proceed(state.draft, state.answers, chat),
  cancel: (state) => discard(state.draft),
};
