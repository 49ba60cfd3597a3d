import type { Chat, Move } from './handler.ts';
import { handlerOf } from './handlers.ts';
import type { State } from './session.ts';
import { isWorthKeeping } from './worth.ts';
import type { Write } from './write.ts';

const idle: State = { at: 'idle' };

function setAside(chat: Chat): { free: Chat; given: Write[] } {
  const { state } = chat.session;
  if (state.at === 'idle') return { free: chat, given: [] };
  if (isWorthKeeping(state)) {
    return { free: { ...chat, session: { ...chat.session, state: idle, aside: state } }, given: [] };
  }
  return { free: { ...chat, session: { ...chat.session, state: idle } }, given: handlerOf(state).cancel() };
}

/**
 * Does something else first, with the draft in hand set aside. A draft that holds nothing is given up, and what
 * that undoes is written with the rest.
 */
export function withDraftAside(chat: Chat, work: (free: Chat) => Move): Move {
  const { free, given } = setAside(chat);
  const move = work(free);
  if ('wanted' in move) return move;
  return {
    ...move,
    writes: [...given, ...(move.writes ?? [])],
    aside: move.aside ?? free.session.aside ?? 'none',
  };
}

/** Goes on with the draft that was set aside, as if it had never been. */
export function withDraftResumed(chat: Chat, aside: State, work: (resumed: Chat) => Move): Move {
  const { aside: _, ...session } = chat.session;
  const move = work({ ...chat, session: { ...session, state: aside } });
  return 'wanted' in move ? move : { aside: 'none', ...move };
}
