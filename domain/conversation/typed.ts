import { readCode } from '../agency/staff.ts';
import { readReceipt } from '../receipt/receipt.ts';
import { matchChoice } from '../words/choice.ts';
import { cleanText } from '../words/clean.ts';
import {
  asksForAnnouncements,
  asksForEit,
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
import { withDraftAside, withDraftResumed } from './aside.ts';
import { type Button, readButton } from './button.ts';
import type { Input } from './event.ts';
import { announcementsAsked } from './flows/announcements.ts';
import { eitReplies } from './flows/eit.ts';
import { lookUp, reporterChanges } from './flows/follow.ts';
import { contactReply, lostReply, menuReply } from './flows/menu.ts';
import { papersAsked } from './flows/papers.ts';
import { useCode } from './flows/staff.ts';
import { type Chat, isFree, type Move, type Sent, stay } from './handler.ts';
import { handlerOf } from './handlers.ts';
import { cancel, menuPick, press } from './press.ts';
import { offeredBy, type Reply, text } from './reply.ts';
import type { Session, State } from './session.ts';

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
  if (asksForEit(words)) return { to: session.state, first: eitReplies(turn), ask: false };
  if (asksForAnnouncements(words)) return announcementsAsked(chat);
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

const saying = (words: Reply, move: Move): Move =>
  'wanted' in move ? move : { ...move, first: [words, ...(move.first ?? [])] };

/** What typed words lead to: a receipt, a command, a choice, a request, or something to be kept. */
export function typed(input: Extract<Input, { type: 'text' }>, chat: Chat): Move {
  const { session, turn } = chat;
  const receipt = readReceipt(input.text);
  if (receipt.found === 'wrong') return stay(session.state, text(turn.say.follow.wrong));
  if (receipt.found === 'receipt') return withDraftAside(chat, (free) => lookUp(receipt.digits, free));
  const words = cleanText(input.text);
  const told = command(words, chat);
  if (told !== undefined) return told;
  const button = typedButton(words, chat);
  if (button !== undefined) return press(button, chat);
  const asked = isFree(session.state) ? request(words, chat) : undefined;
  if (asked !== undefined) return asked;
  const papers = papersAsked(words, chat);
  if (papers === undefined) return smallTalk(words, chat) ?? freely(input, chat);
  return 'to' in papers || 'wanted' in papers ? papers : saying(papers.first, freely(input, chat));
}

/** Something sent of one's own accord. Where a draft was set aside it goes on with that one, unless it is a tip. */
export function freely(input: Sent, chat: Chat): Move {
  const { session, turn } = chat;
  const { state, aside, takenBack = [] } = session;
  if (takenBack.includes(input.message)) return { to: state, ask: false };
  const isTalk = input.type === 'text' && (isGreeting(input.text) || isThanks(input.text));
  if (state.at !== 'idle' || aside === undefined || isTalk) return handlerOf(state).sent(input, chat);
  if (aside.at.startsWith('tip.') || aside.at.startsWith('survey.')) {
    return { to: state, first: [text(turn.say.tip.notKept), menuReply(session, turn)], ask: false };
  }
  return withDraftResumed(chat, aside, (resumed) => handlerOf(aside).sent(input, resumed));
}
