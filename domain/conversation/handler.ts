import { type Button, noTag, writeButton } from './button.ts';
import type { ChatEvent, Input } from './event.ts';
import type { Want } from './facts.ts';
import type { Choice, Reply } from './reply.ts';
import type { At, Session, State, StateAt } from './session.ts';
import type { Turn } from './turn.ts';
import type { Write } from './write.ts';

/** One event in one chat, with all that may be known about it. */
export interface Chat {
  session: Session;
  event: ChatEvent;
  turn: Turn;
}

/**
 * Where an event leads. `first` is said before the question of the new state, which the engine adds unless
 * `ask` is false or the state is idle. `aside` replaces the draft set aside; `forget` deletes the session.
 */
export interface Moved {
  to: State;
  writes?: Write[];
  first?: Reply[];
  ask?: false;
  aside?: State | 'none';
  forget?: true;
  /** A message that was taken back before it arrived. */
  takenBack?: string;
  /** The answer that one of the staff sent by this. */
  replied?: Session['replied'];
  push?: Reply[];
}

/** Either a move, or one more fact is needed. */
export type Move = Moved | { wanted: Want };

/** Something that a person sends of their own accord, in any state. */
export type Sent = Extract<Input, { type: 'text' | 'photo' | 'voice' | 'place' }>;

/**
 * How one state behaves: the question it asks, what its choices do, what becomes of anything else that is sent,
 * the way back, and what a cancellation must undo.
 */
export interface Handler<A extends At> {
  ask(state: StateAt<A>, turn: Turn): Reply;
  choose(state: StateAt<A>, choice: string, chat: Chat): Move;
  sent(state: StateAt<A>, input: Sent, chat: Chat): Move;
  back?(state: StateAt<A>, chat: Chat): Move;
  cancel?(state: StateAt<A>): Write[];
}

/** The tag that buttons of this state carry. */
export function tagOf(state: State): string {
  if ('draft' in state) return state.draft.tag;
  if ('tip' in state) return state.tip.tag;
  if ('tag' in state) return state.tag;
  return noTag;
}

/** Whether no draft is in hand, so that words can ask for something new. */
export const isFree = (state: State): boolean => state.at === 'idle' || state.at.startsWith('follow.');

/** A choice that answers the question of `state`. */
export const answer = (state: State, label: string, choice: string, silent = false): Choice => ({
  does: 'answer',
  label,
  button: writeButton({ tag: tagOf(state), at: state.at, choice }),
  ...(silent ? { silent } : {}),
});

/** A choice that is good at any time: the menu's, a case's. */
export const standing = (
  label: string,
  at: 'menu' | 'case' | 'mine',
  choice: string,
  silent = false,
): Choice => ({
  does: 'answer',
  label,
  button: writeButton({ tag: noTag, at, choice } satisfies Button),
  ...(silent ? { silent } : {}),
});

/** The ways out that every question offers. */
export const wayOut = (state: State, turn: Turn, silent = false): Choice[] => [
  answer(state, turn.say.engine.back, 'back', silent),
  answer(state, turn.say.engine.cancel, 'cancel', silent),
];

export const cancelOnly = (state: State, turn: Turn): Choice[] => [
  answer(state, turn.say.engine.cancel, 'cancel'),
];

/** Most choices on one page, so that "more" still fits LINE's thirteen. */
export const PAGE = 12;

/** One page of choices, with "more" that leads round to the first page again. */
export function paged(state: State, all: Choice[], page: number, turn: Turn, silent = false): Choice[] {
  if (all.length <= PAGE + 1) return all;
  const pages = Math.ceil(all.length / PAGE);
  const shown = all.slice(page * PAGE, (page + 1) * PAGE);
  return [...shown, answer(state, turn.say.engine.morePage, `page.${(page + 1) % pages}`, silent)];
}

/** The page that a `page.N` choice asks for. */
export function pageOf(choice: string): number | undefined {
  const found = /^page\.(\d{1,3})$/.exec(choice);
  return found ? Number(found[1]) : undefined;
}

/** Stays where it is and asks again, after saying `first`. */
export const stay = (state: State, ...first: Reply[]): Moved => ({ to: state, first });
