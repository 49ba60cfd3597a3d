import type { CaseDetail, CaseEvent } from '../../../domain/staff/cases.ts';

/** What was sent: decided on `edition`, meant to leave an entry of one of these kinds, perhaps with these words. */
export interface Meant {
  edition: number;
  leaves: { kind: CaseEvent['kind']; change?: string };
  words?: string;
}

type Now = Pick<CaseDetail, 'edition' | 'history' | 'thread' | 'earlier'>;

/** What was done to a case since `edition`, oldest first, as far as it is known. */
export const since = ({ edition, history }: Pick<Now, 'edition' | 'history'>, before: number): CaseEvent[] =>
  edition <= before ? [] : history.slice(-(edition - before));

const wordsOf = (event: CaseEvent, { thread, earlier }: Now): string | undefined => {
  if (event.kind === 'note') return event.text;
  if (event.kind === 'answer' || event.kind === 'ask') return thread[event.message - earlier.thread]?.text;
  return undefined;
};

/**
 * Whether a refusal for being late came only because the same thing had arrived before, its answer lost on the way:
 * what was done next is this person's, and says the same.
 */
export function hasLanded(now: Now, me: string, { edition, leaves, words }: Meant): boolean {
  const events = since(now, edition);
  const others = events.findIndex(({ by }) => typeof by === 'string' || by.handle !== me);
  const mine = others < 0 ? events : events.slice(0, others);
  return mine.some(
    (event) =>
      event.kind === leaves.kind &&
      (event.kind !== 'change' || event.change === leaves.change) &&
      (words === undefined || wordsOf(event, now) === words),
  );
}
