import { withDraftAside, withDraftResumed } from './aside.ts';
import { type Button, noTag } from './button.ts';
import { hasSubstance } from './draft.ts';
import { replyTo, reporterChanges, showCase } from './flows/follow.ts';
import { contactReply, menuReply, pickFromMenu } from './flows/menu.ts';
import { pressStaffButton, repliedBefore } from './flows/staff.ts';
import { beginTip } from './flows/tip-start.ts';
import { type Chat, isFree, type Move, stay, tagOf } from './handler.ts';
import { handlerOf } from './handlers.ts';
import { text } from './reply.ts';
import type { Draft, Session, State } from './session.ts';

const undo = (state: State) => handlerOf(state).cancel();

/** Takes a draft along into the secret flow; it no longer counts as a case of the day. */
function toTip(draft: Draft, chat: Chat): Move {
  const move = beginTip({ ...draft, counted: false }, chat);
  if ('wanted' in move || !draft.counted) return move;
  return { ...move, writes: [...(move.writes ?? []), { write: 'limit', kind: 'case', by: -1 }] };
}

/** Carries out what the menu offers. A draft being sorted takes the menu's word for what it is. */
export function menuPick(choice: string, chat: Chat): Move {
  const { state } = chat.session;
  if (state.at === 'sorting' && ['complaint', 'question', 'suggestion', 'tip'].includes(choice)) {
    return handlerOf(state).choose(choice, chat);
  }
  if (choice === 'tip' && 'draft' in state && hasSubstance(state.draft)) return toTip(state.draft, chat);
  if (choice === 'contact') return stay(state, contactReply(chat.turn));
  return withDraftAside(chat, (free) => pickFromMenu(choice, free, undo));
}

export function cancel(chat: Chat): Move {
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

/** The receipt that a confirmation carries; undefined for every other button. */
export const confirmedReceipt = ({ choice }: Button): string | undefined => SEND.exec(choice)?.[1];

/** A confirmation pressed again, perhaps long after: finds the case by the receipt that the button carries. */
export function alreadySent(receipt: string, chat: Chat): Move {
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

export function staleButton(chat: Chat): Move {
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
  return withDraftAside(chat, (free) =>
    action === 'reply'
      ? replyTo(view)
      : action === 'confirm' || action === 'reopen' || action === 'review'
        ? reporterChanges(view, action, free)
        : showCase(view, turn),
  );
}

/** The draft set aside that a button belongs to, where nothing else is in hand. */
function asideOf(button: Button, { state, aside }: Session): State | undefined {
  if (aside === undefined || button.tag !== tagOf(aside) || button.tag === noTag) return undefined;
  return isFree(state) ? aside : undefined;
}

/** Where a button leads: a standing one wherever one is, a draft's only in its own question. */
export function press(button: Button, chat: Chat): Move {
  const { session } = chat;
  const { state } = session;
  if (button.at === 'menu') return menuPick(button.choice, chat);
  if (button.at === 'case') return pressStaffButton(button.choice, chat);
  if (button.at === 'mine') return ownCase(button.choice, chat);
  const aside = asideOf(button, session);
  if (aside !== undefined) return withDraftResumed(chat, aside, (resumed) => press(button, resumed));
  const receipt = confirmedReceipt(button);
  const isCurrent = button.tag === tagOf(state) && button.tag !== noTag;
  if (receipt !== undefined && (!isCurrent || chat.turn.facts.lookup !== undefined)) {
    return alreadySent(receipt, chat);
  }
  if (!isCurrent) return repliedBefore(button, chat) ?? staleButton(chat);
  if (button.choice === 'cancel') return cancel(chat);
  if (button.at !== state.at) return stay(state, text(chat.turn.say.engine.earlierQuestion));
  if (button.choice === 'back') return handlerOf(state).back(chat) ?? stay(state);
  return handlerOf(state).choose(button.choice, chat);
}
