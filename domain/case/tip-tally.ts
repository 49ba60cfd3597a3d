import { type HalfYear, halfYearOf } from '../calendar/fiscal-year.ts';
import type { TallyChange } from './case-tally.ts';
import { type CaseStatus, isOpen } from './status.ts';

/**
 * The document that counts the tips of one half-year. It stands apart from all other counts, and is read
 * only once its half-year has closed.
 */
export const tipTallyKey = ({ fiscalYear, half }: Pick<HalfYear, 'fiscalYear' | 'half'>): string =>
  `tips-${fiscalYear}-${half}`;

/** Whether a tally's key is one of {@link tipTallyKey}: a change of it must not show anywhere. */
export const isTipTally = (key: string): boolean => key.startsWith('tips-');

/** How the counts change when a tip, received on `received`, goes from `status` (none: it only came in) to `to`. */
export function tipTally(received: string, status: CaseStatus | undefined, to: CaseStatus): TallyChange {
  const all = status === undefined ? 1 : 0;
  const done = Number(!isOpen(to)) - Number(status !== undefined && !isOpen(status));
  return {
    key: tipTallyKey(halfYearOf(received)),
    counts: { ...(all === 0 ? {} : { all }), ...(done === 0 ? {} : { done }) },
  };
}
