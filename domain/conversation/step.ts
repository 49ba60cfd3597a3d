import { withDraftAside } from './aside.ts';
import { readButton } from './button.ts';
import { type ChatEvent, type Input, isMedia } from './event.ts';
import { menuReply } from './flows/menu.ts';
import { repliedBefore } from './flows/staff.ts';
import { type Chat, type Move, type Moved, stay } from './handler.ts';
import { handlerOf } from './handlers.ts';
import { alreadySent, confirmedReceipt, press, staleButton } from './press.ts';
import { offeredBy, type Reply, text } from './reply.ts';
import { OFFERED_MOST, type Session, TAKEN_BACK_MOST } from './session.ts';
import type { Decision, Turn } from './turn.ts';
import { freely, typed } from './typed.ts';
import { takeBack } from './unsend.ts';

function welcome(chat: Chat): Move {
  const { turn } = chat;
  return withDraftAside(chat, ({ session }) => ({
    to: { at: 'idle' },
    first: [menuReply(session, turn, turn.say.engine.welcome(turn.agency.shortName))],
  }));
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
    case 'follow':
      return welcome(chat);
  }
}

/** The decision that a move comes to: at most five bubbles, the question last. */
function settle(session: Session, move: Moved, turn: Turn): Decision {
  const { to, writes = [], first = [], ask, aside, forget, push = [] } = move;
  const takenBack = [...(session.takenBack ?? []), ...(move.takenBack === undefined ? [] : [move.takenBack])];
  const replied = move.replied ?? session.replied;
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
    ...(replied === undefined ? {} : { replied }),
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
  const sent = button === undefined ? undefined : confirmedReceipt(button);
  const chat: Chat = { session, event, turn };
  const replied = button === undefined ? undefined : repliedBefore(button, chat);
  const move: Move = sent === undefined ? (replied ?? { to: session.state }) : alreadySent(sent, chat);
  if ('wanted' in move) return move;
  return settle(session, { ...move, writes: [] }, turn);
}

/** Whether the octets behind a photo or voice note are worth fetching in this state. */
export function wantsMedia(session: Session, input: Input): boolean {
  if (!isMedia(input)) return false;
  const { at } = session.state.at === 'idle' ? (session.aside ?? session.state) : session.state;
  if (['survey.', 'staff.'].some((flow) => at.startsWith(flow))) return false;
  if (at.startsWith('follow.') && at !== 'follow.case') return false;
  if (at === 'tip.promise' || at === 'tip.office' || at === 'tip.kind') return false;
  return !(at.startsWith('tip.') && input.type === 'voice');
}
