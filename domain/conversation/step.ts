import { readCode } from '../agency/staff.ts';
import { readReceipt } from '../receipt/receipt.ts';
import { matchChoice } from '../words/choice.ts';
import { cleanText } from '../words/clean.ts';
import {
  asksForHuman,
  asksForMenu,
  asksForMine,
  asksToCancel,
  asksToGoBack,
  asksToTrack,
  isGreeting,
  isThanks,
  lostReceipt,
} from '../words/intents.ts';
import { type Button, noTag, readButton } from './button.ts';
import { hasSubstance } from './draft.ts';
import { type ChatEvent, type Input, isMedia } from './event.ts';
import { lookUp, reporterChanges, showCase } from './flows/follow.ts';
import { contactReply, lostReply, menuReply, pickFromMenu } from './flows/menu.ts';
import { pressStaffButton, useCode } from './flows/staff.ts';
import { beginTip } from './flows/tip-start.ts';
import { type Chat, type Move, type Moved, type Sent, stay, tagOf } from './handler.ts';
import { handlerOf } from './handlers.ts';
import { type Reply, text } from './reply.ts';
import { type Draft, OFFERED_MOST, type Session, type State, TAKEN_BACK_MOST } from './session.ts';
import type { Decision, Turn } from './turn.ts';
import { takeBack } from './unsend.ts';
import { isWorthKeeping } from './worth.ts';

/** Sets the draft in hand aside, so that something else can be done first. Empty ones are given up. */
function setAside(chat: Chat): { chat: Chat; given: Moved['writes'] } {
  const { state } = chat.session;
  if (state.at === 'idle') return { chat, given: [] };
  const idle: State = { at: 'idle' };
  if (isWorthKeeping(state)) {
    return { chat: { ...chat, session: { ...chat.session, state: idle, aside: state } }, given: [] };
  }
  return { chat: { ...chat, session: { ...chat.session, state: idle } }, given: handlerOf(state).cancel() };
}

const undo = (state: State) => handlerOf(state).cancel();

/** Takes a draft along into the secret flow; it no longer counts as a case of the day. */
function toTip(draft: Draft, chat: Chat): Move {
  const move = beginTip({ ...draft, counted: false }, chat);
  if ('wanted' in move || !draft.counted) return move;
  return { ...move, writes: [...(move.writes ?? []), { write: 'limit', kind: 'case', by: -1 }] };
}

/** Carries out what the menu offers. A draft being sorted takes the menu's word for what it is. */
function menuPick(choice: string, chat: Chat): Move {
  const { state } = chat.session;
  if (state.at === 'sorting' && ['complaint', 'question', 'suggestion', 'tip'].includes(choice)) {
    return handlerOf(state).choose(choice, chat);
  }
  if (choice === 'tip' && 'draft' in state && hasSubstance(state.draft)) return toTip(state.draft, chat);
  if (choice === 'contact') return { ...stay(state, contactReply(chat.turn)) };
  const { chat: free, given } = setAside(chat);
  const move = pickFromMenu(choice, free, undo);
  if ('wanted' in move) return move;
  const aside = move.aside ?? free.session.aside ?? 'none';
  return { ...move, writes: [...(given ?? []), ...(move.writes ?? [])], aside };
}

function cancel(chat: Chat): Move {
  const { turn, session } = chat;
  const { state } = session;
  if (state.at === 'idle' && session.aside !== undefined) return menuPick('anew', chat);
  const words = state.at === 'idle' ? turn.say.engine.nothingToCancel : turn.say.engine.cancelled;
  const isTip = state.at.startsWith('tip.');
  return {
    to: { at: 'idle' },
    writes: handlerOf(state).cancel(),
    first: [menuReply(session, turn, isTip ? turn.say.tip.dropped : words)],
    ...(isTip ? { forget: true } : {}),
  };
}

const SEND = /^send\.(\d{16})$/;

/** A confirmation pressed again, perhaps long after: finds the case by the receipt that the button carries. */
function alreadySent(receipt: string, chat: Chat): Move {
  const { turn, session } = chat;
  const { lookup } = turn.facts;
  if (lookup === undefined) return { wanted: { want: 'lookup', receipt } };
  if (lookup.found === 'case') {
    const words = text(turn.say.complaint.sentAlready(lookup.view.case.number));
    return { to: session.state, first: [words], ask: false };
  }
  if (lookup.found === 'tip')
    return { to: session.state, first: [text(turn.say.tip.sentAlready)], ask: false };
  return staleButton(chat);
}

function staleButton(chat: Chat): Move {
  const { session, turn } = chat;
  if (session.state.at === 'idle') {
    return { to: session.state, first: [menuReply(session, turn, turn.say.engine.stale)], ask: false };
  }
  return stay(session.state, text(turn.say.engine.stale));
}

function ownCase(choice: string, chat: Chat): Move {
  const { turn, session } = chat;
  const [action = '', caseId = ''] = choice.split('.');
  const view = turn.facts.ownCase;
  if (view === undefined) return { wanted: { want: 'ownCase', caseId } };
  if (view === null) return { to: session.state, first: [text(turn.say.follow.notYours)], ask: false };
  const { chat: free, given } = setAside(chat);
  const move =
    action === 'confirm' || action === 'reopen' || action === 'review'
      ? reporterChanges(view, action, free)
      : showCase(view, turn);
  if ('wanted' in move) return move;
  return {
    ...move,
    writes: [...(given ?? []), ...(move.writes ?? [])],
    aside: free.session.aside ?? 'none',
  };
}

/** The draft set aside that a button belongs to, taken up again, where nothing else is in hand. */
function takenUp(button: Button, chat: Chat): Chat | undefined {
  const { state, aside, ...session } = chat.session;
  if (aside === undefined || button.tag !== tagOf(aside) || button.tag === noTag) return undefined;
  return isFree(state) ? { ...chat, session: { ...session, state: aside } } : undefined;
}

function press(button: Button, chat: Chat): Move {
  const { state } = chat.session;
  if (button.at === 'menu') return menuPick(button.choice, chat);
  if (button.at === 'case') return pressStaffButton(button.choice, chat);
  if (button.at === 'mine') return ownCase(button.choice, chat);
  const resumed = takenUp(button, chat);
  if (resumed !== undefined) {
    const move = press(button, resumed);
    return 'wanted' in move ? move : { aside: 'none', ...move };
  }
  const sent = SEND.exec(button.choice);
  const isCurrent = button.tag === tagOf(state) && button.tag !== noTag;
  if (sent?.[1] !== undefined && (!isCurrent || chat.turn.facts.lookup !== undefined)) {
    return alreadySent(sent[1], chat);
  }
  if (!isCurrent) return staleButton(chat);
  if (button.choice === 'cancel') return cancel(chat);
  if (button.at !== state.at) return stay(state, text(chat.turn.say.engine.earlierQuestion));
  if (button.choice === 'back') return handlerOf(state).back(chat) ?? stay(state);
  return handlerOf(state).choose(button.choice, chat);
}

/** The answers that a reply offers, as they can be typed. */
const offeredBy = (reply: Reply): Session['offered'] =>
  [...reply.choices, ...reply.asides].flatMap((choice) =>
    choice.does === 'answer' ? [{ label: choice.label, button: choice.button }] : [],
  );

const matched = (words: string, offered: Session['offered']): Button | undefined => {
  const index = matchChoice(
    words,
    offered.map(({ label }) => label),
  );
  const data = index === undefined ? undefined : offered[index]?.button;
  return data === undefined ? undefined : readButton(data);
};

/**
 * The button that typed words stand for: a number, a label, nearly a label of what was last offered. Without
 * a draft in hand the menu's labels are understood too.
 */
function typedButton(words: string, { session, turn }: Chat): Button | undefined {
  const menu = () => offeredBy(menuReply(session, turn));
  const offered = session.offered.length > 0 ? session.offered : menu();
  const button = matched(words, offered);
  if (button !== undefined || !isFree(session.state) || !/\p{L}/u.test(words)) return button;
  return matched(words, menu());
}

const isFree = (state: State): boolean => state.at === 'idle' || state.at.startsWith('follow.');

/** Words that mean the same in every state. */
function command(words: string, chat: Chat): Move | undefined {
  const { state } = chat.session;
  if (asksForMenu(words)) return menuPick('menu', chat);
  if (asksToCancel(words)) return cancel(chat);
  if (asksForMine(words)) return menuPick('mine', chat);
  if (asksToGoBack(words)) return handlerOf(state).back(chat) ?? stay(state);
  return undefined;
}

/** Words that mean something of their own only where no draft is in hand. */
function request(words: string, chat: Chat): Move | undefined {
  const { turn, session } = chat;
  const service = /^ประเมินบริการ\s*#([a-z0-9-]{1,40})$/.exec(words.trim())?.[1];
  if (service !== undefined) return menuPick(`service.${service}`, chat);
  const code = readCode(words);
  if (code !== undefined) return useCode(code, chat);
  if (asksToTrack(words)) return menuPick('track', chat);
  if (lostReceipt(words)) return { to: session.state, first: [lostReply(turn)], ask: false };
  if (asksForHuman(words)) return { to: session.state, first: [contactReply(turn)], ask: false };
  return verdict(words, chat);
}

/** "เรียบร้อยแล้ว" typed in answer to a push: meant for the one case of theirs that waits for it. */
function verdict(words: string, chat: Chat): Move | undefined {
  const { turn } = chat;
  const { fixed } = turn.say.follow;
  const change = (['confirm', 'reopen'] as const)[matchChoice(words, [fixed.confirm, fixed.reopen]) ?? -1];
  if (change === undefined || /^\P{L}*$/u.test(words)) return undefined;
  if (turn.facts.mine === undefined) return { wanted: { want: 'mine' } };
  const waiting = turn.facts.mine.filter((view) => view.case.status === 'resolved');
  const [only, ...others] = waiting;
  if (only === undefined) return undefined;
  return others.length === 0 ? reporterChanges(only, change, chat) : menuPick('mine', chat);
}

const takesSmallTalk = (state: State): boolean =>
  state.at === 'sorting' || (state.at.startsWith('complaint.') && state.at !== 'complaint.where');

function smallTalk(words: string, chat: Chat): Move | undefined {
  const { state } = chat.session;
  if (!takesSmallTalk(state)) return undefined;
  if (isGreeting(words)) return stay(state, text(chat.turn.say.engine.greeting));
  return isThanks(words) ? stay(state, text(chat.turn.say.engine.thanks)) : undefined;
}

function typed(input: Extract<Input, { type: 'text' }>, chat: Chat): Move {
  const { session, turn } = chat;
  const receipt = readReceipt(input.text);
  if (receipt.found === 'wrong') return stay(session.state, text(turn.say.follow.wrong));
  if (receipt.found === 'receipt') {
    const { chat: free, given } = setAside(chat);
    const move = lookUp(receipt.digits, free);
    if ('wanted' in move) return move;
    return {
      ...move,
      writes: [...(given ?? []), ...(move.writes ?? [])],
      aside: free.session.aside ?? 'none',
    };
  }
  const words = cleanText(input.text);
  const told = command(words, chat);
  if (told !== undefined) return told;
  const button = typedButton(words, chat);
  if (button !== undefined) return press(button, chat);
  const asked = isFree(session.state) ? request(words, chat) : undefined;
  return asked ?? smallTalk(words, chat) ?? freely(input, chat);
}

/** Something sent of one's own accord. Where a draft was set aside it goes on with that one, unless it is a tip. */
function freely(input: Sent, chat: Chat): Move {
  const { session, turn } = chat;
  const { state, aside, takenBack = [] } = session;
  if (takenBack.includes(input.message)) return { to: state, ask: false };
  const isTalk = input.type === 'text' && (isGreeting(input.text) || isThanks(input.text));
  if (state.at !== 'idle' || aside === undefined || isTalk) return handlerOf(state).sent(input, chat);
  if (aside.at.startsWith('tip.') || aside.at.startsWith('survey.')) {
    return { to: state, first: [text(turn.say.tip.notKept), menuReply(session, turn)], ask: false };
  }
  const resumed: Chat = { ...chat, session: { ...session, state: aside } };
  const move = handlerOf(aside).sent(input, resumed);
  return 'wanted' in move ? move : { ...move, aside: 'none' };
}

function sticker(chat: Chat): Move {
  const { session, turn } = chat;
  const words = text(turn.say.engine.sticker);
  return session.state.at === 'idle' ? { to: session.state, first: [words] } : stay(session.state, words);
}

function moveOn(chat: Chat): Move {
  const { session, event, turn } = chat;
  const { input } = event;
  switch (input.type) {
    case 'text':
      return typed(input, chat);
    case 'photo':
    case 'voice':
    case 'place':
      return freely(input, chat);
    case 'button': {
      const button = readButton(input.data);
      return button === undefined ? staleButton(chat) : press(button, chat);
    }
    case 'sticker':
      return sticker(chat);
    case 'unsupported':
      return stay(session.state, text(turn.say.engine.unsupported[input.what]));
    case 'unsend':
      return takeBack(input.message, session);
    case 'follow': {
      const { chat: free, given } = setAside(chat);
      const welcome = menuReply(free.session, turn, turn.say.engine.welcome(turn.agency.shortName));
      return {
        to: { at: 'idle' },
        writes: given ?? [],
        first: [welcome],
        aside: free.session.aside ?? 'none',
      };
    }
  }
}

/** The decision that a move comes to: at most five bubbles, the question last. */
function settle(session: Session, move: Moved, turn: Turn): Decision {
  const { to, writes = [], first = [], ask, aside, forget, push = [] } = move;
  const takenBack = [...(session.takenBack ?? []), ...(move.takenBack === undefined ? [] : [move.takenBack])];
  const question: Reply[] = ask === false || to.at === 'idle' ? [] : [handlerOf(to).ask(turn)];
  const keptAside = aside === undefined ? session.aside : aside === 'none' ? undefined : aside;
  if (forget === true) {
    const lost = keptAside === undefined ? [] : [text(turn.say.engine.asideForgotten)];
    return { decided: { session: 'forget', writes, replies: [...lost, ...first].slice(-5), push } };
  }
  const replies = [...first, ...question].slice(-5);
  const answers = replies.map(offeredBy).filter((some) => some.length > 0);
  const offered = [...(answers.at(-1) ?? session.offered), ...answers.slice(0, -1).flat()].slice(
    0,
    OFFERED_MOST,
  );
  const next: Session = {
    version: 1,
    state: to,
    offered,
    seen: session.seen,
    ...(keptAside === undefined ? {} : { aside: keptAside }),
    ...(takenBack.length === 0 ? {} : { takenBack: takenBack.slice(-TAKEN_BACK_MOST) }),
  };
  return { decided: { session: next, writes, replies, push } };
}

/**
 * One event in one chat: what it leads to, what is to be stored, and what is answered. Pure: where it needs a
 * fact it says which, and is run again with it.
 */
export function step(session: Session, event: ChatEvent, turn: Turn): Decision {
  const move = moveOn({ session, event, turn });
  return 'wanted' in move ? move : settle(session, move, turn);
}

/** What is answered to an event that was handled before; nothing is changed by it. */
export function again(session: Session, event: ChatEvent, turn: Turn): Decision {
  const button = event.input.type === 'button' ? readButton(event.input.data) : undefined;
  const sent = button === undefined ? undefined : SEND.exec(button.choice)?.[1];
  const chat: Chat = { session, event, turn };
  const move: Move = sent === undefined ? { to: session.state } : alreadySent(sent, chat);
  if ('wanted' in move) return move;
  return settle(session, { ...move, writes: [] }, turn);
}

/** Whether the octets behind a photo or voice note are worth fetching in this state. */
export function wantsMedia(session: Session, input: Input): boolean {
  if (!isMedia(input)) return false;
  const { at } = session.state.at === 'idle' ? (session.aside ?? session.state) : session.state;
  if (['survey.', 'staff.'].some((flow) => at.startsWith(flow))) return false;
  if (at === 'follow.message' || at === 'follow.thread' || at === 'follow.tip' || at === 'follow.code')
    return false;
  if (at === 'tip.promise' || at === 'tip.office' || at === 'tip.kind') return false;
  return !(at.startsWith('tip.') && input.type === 'voice');
}
