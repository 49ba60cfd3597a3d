import { categoryOf } from '../../agency/routing.ts';
import { dayOf } from '../../calendar/day.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { mayChange } from '../../case/change.ts';
import { type Change, isOpen } from '../../case/status.ts';
import { alertExecutives, alertStaff } from '../../outbox/alerts.ts';
import { cleanText } from '../../words/clean.ts';
import { shorten } from '../../words/graphemes.ts';
import { maskIdNumbers } from '../../words/id-numbers.ts';
import { TEXT_UNITS } from '../draft.ts';
import type { CaseView, Lookup } from '../facts.ts';
import { freshTag } from '../fresh.ts';
import { answer, type Chat, type Handler, type Move, type Sent, standing, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { State, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { whereLabel } from './complaint.ts';
import { askToErase, askToEraseTip, keepCase } from './erase.ts';
import { afterPhoto, standingRows } from './outcome.ts';
import { openDraft } from './sorting.ts';

/** What a case is about, in a few words: its category and place, or its kind. */
export function aboutCase(view: CaseView, turn: Turn): string {
  const { kind, category, where } = view.case;
  if (kind !== 'complaint') return turn.say.complaint.kinds[kind];
  const place = whereLabel(where, turn);
  const label = categoryOf(turn.agency, category).label;
  return place === turn.say.complaint.noWhere ? label : `${label} ${place}`;
}

/** A case as its reporter sees it: status in plain words, what comes next, the latest answers. */
export function caseCard(view: CaseView, turn: Turn, choices: Choice[], asides: Choice[] = []): Reply {
  const { rows, title } = turn.say.follow;
  const thread = view.thread.slice(-3).map((message) => ({
    label: message.from === 'reporter' ? rows.you : message.asks === true ? rows.asks : rows.staff,
    value: shorten(message.text, 300),
  }));
  const photo = afterPhoto(view, turn);
  return {
    reply: 'card',
    title: title(view.case.number),
    rows: [
      { label: rows.about, value: aboutCase(view, turn) },
      ...standingRows(view, turn),
      ...(view.erasing === undefined
        ? []
        : [{ label: turn.say.erase.row, value: turn.say.erase.night(thaiDate(view.erasing, 'long')) }]),
      ...(isOpen(view.case.status) && view.case.firstAnswered === undefined
        ? [{ label: rows.due, value: thaiDate(view.case.due, 'long') }]
        : []),
      ...thread,
    ],
    text: view.case.status === 'resolved' ? turn.say.follow.askFixed : '',
    ...(photo === undefined ? {} : { photo }),
    choices,
    asides,
  };
}

const changesFor = (view: CaseView): ('confirm' | 'reopen' | 'review')[] => {
  if (view.case.status === 'resolved') return ['confirm', 'reopen'];
  return mayChange(view.case, { change: 'review' }) ? ['review'] : [];
};

/** What the buttons of every card of one case carry: they all do while that case is in hand. */
const tagOfCase = (caseId: string): string => caseId.slice(0, 8);

/** Shows a case and stays with it, so that its buttons and words go to it. */
export function showCase(view: CaseView, turn: Turn, first: Reply[] = []): Move {
  const to: StateAt<'follow.case'> = {
    at: 'follow.case',
    tag: tagOfCase(view.id),
    caseId: view.id,
    kind: view.case.kind,
  };
  const { fixed, labels } = turn.say.follow;
  const choices = [
    ...changesFor(view).map((change) => answer(to, fixed[change], change)),
    answer(to, labels.add, 'add'),
    menuChoice(turn),
  ];
  const { erase, keep } = turn.say.erase.labels;
  const asides = view.erasing === undefined ? [answer(to, erase, 'erase')] : [answer(to, keep, 'keep')];
  return { to, first: [...first, caseCard(view, turn, choices, asides)], ask: false };
}

/** Takes the reporter's next words as an answer to what staff asked. */
export const replyTo = (view: CaseView): Move => ({
  to: { at: 'follow.message', tag: tagOfCase(view.id), caseId: view.id, kind: view.case.kind },
});

/** What a receipt opened, or why it did not. */
export function showLookup(found: Lookup, receipt: string, chat: Chat): Move {
  const { turn, session } = chat;
  switch (found.found) {
    case 'case':
      return showCase(found.view, turn);
    case 'tip': {
      const to: StateAt<'follow.tip'> = {
        at: 'follow.tip',
        tag: freshTag(turn),
        caseId: found.caseId,
        receipt,
      };
      const status = turn.say.tip.status[found.status];
      return { to, first: [tipStatus(to, status, turn, found.erasing)], ask: false };
    }
    case 'nothing':
      return stay(session.state, text(turn.say.follow.notFound, [lostChoice(turn)]));
    case 'paused':
      return stay(session.state, text(turn.say.follow.paused(turn.agency.phone)));
  }
}

const menuChoice = (turn: Turn): Choice => standing(turn.say.engine.menuLabels.menu, 'menu', 'menu');

const lostChoice = (turn: Turn): Choice => standing(turn.say.follow.labels.lost, 'menu', 'lost');

function tipStatus(state: StateAt<'follow.tip'>, status: string, turn: Turn, erasing?: string): Reply {
  const { erase } = turn.say;
  const { follow, openTrack, openHere, close } = turn.say.tip;
  const open: Choice = { does: 'open', label: openTrack, uri: `${turn.publicUrl}/track` };
  const going = erasing === undefined ? '' : `\n${erase.row} ${erase.night(thaiDate(erasing, 'long'))}`;
  return text(follow(`${status}${going}`), [
    open,
    answer(state, openHere, 'read', true),
    erasing === undefined
      ? answer(state, erase.labels.erase, 'erase', true)
      : answer(state, erase.labels.keep, 'keep', true),
    answer(state, close, 'close', true),
  ]);
}

/** A receipt typed at any time: looked up, with the draft in hand set aside. */
export function lookUp(receipt: string, chat: Chat): Move {
  const { lookup } = chat.turn.facts;
  if (lookup === undefined) return { wanted: { want: 'lookup', receipt } };
  const shown = showLookup(lookup, receipt, chat);
  const miss: Write[] = lookup.found === 'nothing' ? [{ write: 'limit', kind: 'miss', by: 1 }] : [];
  return 'wanted' in shown ? shown : { ...shown, writes: [...(shown.writes ?? []), ...miss] };
}

/** Nothing that is named after whoever says something to an unrecorded case may share a commit with it. */
const unlessRecorded = ({ isRecorded }: CaseView): { forget?: true } => (isRecorded ? {} : { forget: true });

/** Does what the reporter says of a resolved or declined case, if it still can be done. */
export function reporterChanges(
  view: CaseView,
  change: Extract<Change, 'confirm' | 'reopen' | 'review'>,
  chat: Chat,
): Move {
  const { turn } = chat;
  const { follow } = turn.say;
  if (!mayChange(view.case, { change })) {
    return showCase(view, turn, [text(follow.notNow(follow.status[view.case.status]))]);
  }
  const reopened = view.isRecorded ? follow.reopened : follow.reopenedUnrecorded;
  const words = { confirm: follow.confirmed, reopen: reopened, review: follow.reviewed }[change];
  const about = { caseId: view.id, ...view.case };
  const toReview = change === 'review' ? alertExecutives(turn, about, 'review') : [];
  const news = { confirm: 'confirmed', reopen: 'reopened', review: 'review' } as const;
  const to: State =
    change === 'reopen' && view.isRecorded
      ? { at: 'follow.message', tag: tagOfCase(view.id), caseId: view.id, kind: view.case.kind }
      : { at: 'idle' };
  return {
    to,
    writes: [
      { write: 'change case', caseId: view.id, change, day: dayOf(turn.now) },
      ...(toReview.length > 0 ? toReview : alertStaff(turn, about, news[change])),
    ],
    first: [text(words)],
    ask: false,
    push: [text(words)],
    ...unlessRecorded(view),
  };
}

function addMessage(caseId: string, input: Sent, state: State, chat: Chat): Move {
  const { turn } = chat;
  const view = turn.facts.case;
  if (input.type !== 'text') return stay(state, text(turn.say.follow.onlyWords));
  if (input.text.length > TEXT_UNITS) return stay(state, text(turn.say.engine.tooLong));
  const words = maskIdNumbers(cleanText(input.text));
  if (words === '') return stay(state, text(turn.say.engine.notUnderstood));
  if (view === undefined) return { wanted: { want: 'case', caseId } };
  if (view === null) return { to: { at: 'idle' }, first: [text(turn.say.follow.notYours)] };
  const writes: Write[] = [
    { write: 'case message', caseId, from: 'reporter', text: words, day: dayOf(turn.now) },
    ...alertStaff(turn, { caseId, ...view.case }, 'message'),
  ];
  const { number, kind } = view.case;
  if (!view.isRecorded) {
    const added = text(turn.say.follow.addedUnrecorded(number), [menuChoice(turn)]);
    return { to: { at: 'idle' }, writes, first: [added], push: [added], forget: true };
  }
  const to: StateAt<'follow.case'> = { at: 'follow.case', tag: tagOfCase(caseId), caseId, kind };
  return { to, writes, first: [text(turn.say.follow.added(number), ownChoices(to, turn))], ask: false };
}

export const followCode: Handler<'follow.code'> = {
  ask(_state, turn) {
    const { code, labels } = turn.say.follow;
    return text(code, [standing(labels.mine, 'menu', 'mine'), lostChoice(turn)], [menuChoice(turn)]);
  },
  choose: (state, _choice, chat) => stay(state, text(chat.turn.say.engine.notUnderstood)),
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.engine.notUnderstood)),
};

/** The case itself is only known with a fact; without it the question is what to do with it. */
const ownChoices = (state: StateAt<'follow.case' | 'follow.message'>, turn: Turn): Choice[] => [
  answer(state, turn.say.follow.labels.add, 'add'),
  menuChoice(turn),
];

const isReporterChange = (choice: string): choice is 'confirm' | 'reopen' | 'review' =>
  choice === 'confirm' || choice === 'reopen' || choice === 'review';

export const followCase: Handler<'follow.case'> = {
  ask: (state, turn) => text(turn.say.follow.message, ownChoices(state, turn)),
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice === 'add') return { to: { ...state, at: 'follow.message' } };
    if (choice === 'keep') return keepCase(state.caseId, chat);
    if (choice !== 'erase' && !isReporterChange(choice))
      return stay(state, text(turn.say.engine.notUnderstood));
    const view = turn.facts.case;
    if (view === undefined) return { wanted: { want: 'case', caseId: state.caseId } };
    if (view === null) return { to: { at: 'idle' }, first: [text(turn.say.follow.notYours)] };
    return choice === 'erase' ? askToErase(view, state.tag) : reporterChanges(view, choice, chat);
  },
  sent: (_state, input, chat) => openDraft(input, chat),
};

export const followMessage: Handler<'follow.message'> = {
  ask: (state, turn) => text(turn.say.follow.message, [], [answer(state, turn.say.engine.cancel, 'cancel')]),
  choose: (state, _choice, chat) => stay(state, text(chat.turn.say.engine.notUnderstood)),
  sent: (state, input, chat) => addMessage(state.caseId, input, state, chat),
};

export const followTip: Handler<'follow.tip'> = {
  ask: (state, turn) => tipStatus(state, turn.say.follow.code, turn),
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice === 'close') return { to: { at: 'idle' }, first: [text(turn.say.tip.thanks)], forget: true };
    if (choice === 'erase') return askToEraseTip(state, chat);
    if (choice === 'keep') return keepCase(state.caseId, chat);
    if (choice !== 'read') return stay(state, text(turn.say.engine.notUnderstood));
    const thread = turn.facts.tipThread;
    if (thread === undefined)
      return { wanted: { want: 'tipThread', caseId: state.caseId, receipt: state.receipt } };
    const lines = (thread ?? []).map(
      ({ from, text: words }) => `${turn.say.tip.thread[from]}: ${shorten(words, 400)}`,
    );
    const shown = lines.length === 0 ? turn.say.tip.emptyThread : lines.slice(-8).join('\n\n');
    const to: StateAt<'follow.thread'> = { ...state, at: 'follow.thread' };
    return { to, first: [text(shown)] };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.tip.notKept)),
};

export const followThread: Handler<'follow.thread'> = {
  ask: (state, turn) => text(turn.say.tip.addHere, [answer(state, turn.say.tip.close, 'close', true)]),
  choose(state, choice, chat) {
    if (choice === 'close')
      return { to: { at: 'idle' }, first: [text(chat.turn.say.tip.thanks)], forget: true };
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent(state, input, chat) {
    const { turn } = chat;
    if (input.type === 'voice') return stay(state, text(turn.say.tip.noVoice));
    if (input.type === 'place') return stay(state, text(turn.say.tip.noPlace));
    if (input.type !== 'text') return stay(state, text(turn.say.follow.onlyWords));
    if (input.text.length > TEXT_UNITS) return stay(state, text(turn.say.engine.tooLong));
    const words = maskIdNumbers(cleanText(input.text));
    if (words === '') return stay(state, text(turn.say.engine.notUnderstood));
    return {
      to: { at: 'idle' },
      writes: [{ write: 'tip message', caseId: state.caseId, receipt: state.receipt, text: words }],
      first: [text(turn.say.tip.added), text(turn.say.tip.thanks)],
      forget: true,
      push: [],
    };
  },
};
