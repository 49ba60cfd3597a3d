import { joined, mayWorkCases } from '../../agency/staff.ts';
import { dayOf } from '../../calendar/day.ts';
import { maySee } from '../../case/audience.ts';
import { type Change, changed } from '../../case/status.ts';
import { tellReporter } from '../../outbox/alerts.ts';
import { cleanText } from '../../words/clean.ts';
import { shortenUnits } from '../../words/graphemes.ts';
import type { Button } from '../button.ts';
import type { CaseView } from '../facts.ts';
import { freshTag } from '../fresh.ts';
import { answer, type Chat, type Handler, type Move, type Moved, standing, stay } from '../handler.ts';
import { type Choice, text } from '../reply.ts';
import type { StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { aboutCase } from './follow.ts';

/** Longest answer, in UTF-16 units, so that it fits a bubble with its heading. */
const ANSWER_UNITS = 2000;
/** Entries for the reporters of joined cases are numbered from here, apart from those for staff. */
const JOINED_FROM = 100;

const alertChanges = ['accept', 'start', 'resolve'] as const;
type AlertChange = (typeof alertChanges)[number];

/** The buttons under an alert that still can be pressed in the case's status. */
export function staffChoices(view: CaseView, turn: Turn): Choice[] {
  const { buttons } = turn.say.staff;
  const possible = alertChanges.filter((change) => changed(view.case.status, change) !== undefined);
  return [
    ...possible.map((change) => standing(buttons[change], 'case', `${change}.${view.id}`)),
    standing(buttons.answer, 'case', `answer.${view.id}`),
  ];
}

/** The case and all joined to it that `change` can be made to: one answer reaches all. */
const alike = (view: CaseView, change: Change) =>
  [{ id: view.id, status: view.case.status }, ...view.joined].filter(
    ({ status }) => changed(status, change) !== undefined,
  );

/** Makes one change to a case and to all joined to it; who accepts becomes the one who works on it. */
function changeAlike(view: CaseView, wanted: AlertChange, turn: Turn): Write[] {
  const staffId = turn.facts.staff?.id;
  return alike(view, wanted).flatMap(({ id: caseId }): Write[] => [
    {
      write: 'change case',
      caseId,
      change: wanted,
      day: dayOf(turn.now),
      ...(wanted === 'accept' && staffId !== undefined ? { assignee: staffId } : {}),
    },
  ]);
}

/** The case as `change` leaves it, or as it is where it cannot be made. */
const after = (view: CaseView, wanted: AlertChange): CaseView => ({
  ...view,
  case: { ...view.case, status: changed(view.case.status, wanted) ?? view.case.status },
});

function change(view: CaseView, wanted: AlertChange, chat: Chat): Move {
  const { turn, session, event } = chat;
  const { staff: say, follow } = turn.say;
  const { number } = view.case;
  const to = changed(view.case.status, wanted);
  if (to === undefined) {
    const words = say.notNow(number, follow.status[view.case.status]);
    return { to: session.state, first: [text(words, staffChoices(view, turn))], ask: false };
  }
  const told =
    wanted === 'resolve'
      ? alike(view, wanted).map(({ id }, nth) => tellReporter(turn, JOINED_FROM + nth, id, 'resolved'))
      : [];
  const words = text(say.done(number, follow.status[to]), staffChoices(after(view, wanted), turn));
  return {
    to: session.state,
    writes: [...changeAlike(view, wanted, turn), ...told],
    first: [words],
    ask: false,
    push: event.input.type === 'button' ? [words] : [],
  };
}

/** A button of an alert card: does nothing, and says so, for anybody who may not work cases. */
export function pressStaffButton(choice: string, chat: Chat): Move {
  const { turn, session } = chat;
  const { staff } = turn.facts;
  if (staff === undefined) return { wanted: { want: 'staff' } };
  if (staff === null || !mayWorkCases(staff)) {
    return { to: session.state, first: [text(turn.say.staff.notStaff)], ask: false };
  }
  const [action = '', caseId = ''] = choice.split('.');
  const view = turn.facts.case;
  if (view === undefined) return { wanted: { want: 'case', caseId } };
  if (view === null || !maySee(staff, view.case, turn.agency)) {
    return { to: session.state, first: [text(turn.say.staff.noCase)], ask: false };
  }
  const wanted = alertChanges.find((one) => one === action);
  if (wanted !== undefined) return change(view, wanted, chat);
  if (action === 'answer') {
    return { to: { at: 'staff.answer', tag: freshTag(turn), caseId, number: view.case.number } };
  }
  return { to: session.state, first: [text(turn.say.engine.stale)], ask: false };
}

export const staffAnswer: Handler<'staff.answer'> = {
  ask(state, turn) {
    const view = turn.facts.case;
    const about = view === undefined || view === null ? '' : aboutCase(view, turn);
    return text(
      turn.say.staff.answer(state.number, about),
      [],
      [answer(state, turn.say.engine.cancel, 'cancel')],
    );
  },
  choose: (state, _choice, chat) => stay(state, text(chat.turn.say.engine.notUnderstood)),
  sent(state, input, chat) {
    const { say } = chat.turn;
    if (input.type !== 'text') return stay(state, text(say.staff.answerOnlyWords));
    const words = shortenUnits(cleanText(input.text), ANSWER_UNITS);
    if (words === '') return stay(state, text(say.engine.notUnderstood));
    return { to: { ...state, at: 'staff.preview', text: words } };
  },
};

/** Sends the answer. Whoever answers a new case has accepted it. */
function send(state: StateAt<'staff.preview'>, chat: Chat): Move {
  const { turn } = chat;
  const { staff, case: view } = turn.facts;
  if (staff === undefined) return { wanted: { want: 'staff' } };
  if (staff === null || !mayWorkCases(staff))
    return { to: { at: 'idle' }, first: [text(turn.say.staff.notStaff)] };
  if (view === undefined) return { wanted: { want: 'case', caseId: state.caseId } };
  if (view === null || !maySee(staff, view.case, turn.agency)) {
    return { to: { at: 'idle' }, first: [text(turn.say.staff.noCase)] };
  }
  const day = dayOf(turn.now);
  const reached = [state.caseId, ...view.joined.map(({ id }) => id)];
  const writes = reached.flatMap((caseId, nth): Write[] => [
    { write: 'case message', caseId, from: 'staff', text: state.text, day },
    tellReporter(turn, JOINED_FROM + nth, caseId, 'answered'),
  ]);
  const words = text(turn.say.staff.sent(state.number), staffChoices(after(view, 'accept'), turn));
  return {
    to: { at: 'idle' },
    writes: [...writes, ...changeAlike(view, 'accept', turn)],
    first: [words],
    push: [words],
    replied: { tag: state.tag, number: state.number },
  };
}

/** What sending an answer again is told; undefined for any other button. */
export function repliedBefore({ at, tag, choice }: Button, { session, turn }: Chat): Moved | undefined {
  const { replied, state } = session;
  if (at !== 'staff.preview' || choice !== 'send' || replied?.tag !== tag) return undefined;
  const words = text(turn.say.staff.sent(replied.number));
  return { to: state, first: [words], ask: false, push: [words] };
}

export const staffPreview: Handler<'staff.preview'> = {
  ask(state, turn) {
    const { preview, previewLabels } = turn.say.staff;
    const { answered } = turn.say.notice.reporter;
    const words = `${preview}\n\n${answered(state.number, state.text)}`;
    const choices = [answer(state, previewLabels.send, 'send'), answer(state, previewLabels.again, 'again')];
    return text(words, choices, [answer(state, turn.say.engine.cancel, 'cancel')]);
  },
  choose(state, choice, chat) {
    if (choice === 'send') return send(state, chat);
    const { text: _, ...rest } = state;
    if (choice === 'again') return { to: { ...rest, at: 'staff.answer' } };
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent: (state, input, chat) => staffAnswer.sent({ ...state, at: 'staff.answer' }, input, chat),
};

/** A one-time code sent by somebody: makes them staff, or says why it cannot. */
export function useCode(code: string, chat: Chat): Move {
  const { turn, session } = chat;
  const { invitation, staff } = turn.facts;
  const { staff: say } = turn.say;
  if (invitation === undefined) return { wanted: { want: 'invitation', code } };
  if (invitation === null) return { to: session.state, first: [text(say.codeUsed)], ask: false };
  if (invitation.for === 'group') return { to: session.state, first: [text(say.groupCode)], ask: false };
  if (staff === undefined) return { wanted: { want: 'staff' } };
  const person = joined(staff, invitation);
  const roles = person.roles.map((role) => say.roles[role]).join(' · ');
  return {
    to: session.state,
    writes: [{ write: 'join staff', code, invitation, person }],
    first: [text(say.joined(person.name, roles))],
    ask: false,
  };
}
