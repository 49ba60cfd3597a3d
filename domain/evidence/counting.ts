import { thaiDate } from '../calendar/thai-date.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { Block } from './content.ts';
import type { EvidenceInputs } from './inputs.ts';
import { presetPeriod } from './periods.ts';

/** Whether the counts tell of every day of the period. */
export function isCountedWhole({ preset, fiscalYear, countedSince }: EvidenceInputs): boolean {
  return countedSince !== undefined && countedSince <= presetPeriod(preset, fiscalYear).from;
}

/** Whether every channel was checked for all of some months (`YYYY-MM`), by somebody who said so. */
export const areChecked = (
  months: readonly string[],
  { checked }: Pick<EvidenceInputs, 'checked'>,
): boolean => months.length > 0 && months.every((month) => checked[month] !== undefined);

/** Says from when on the counts tell, where that is not from the period's first day. */
export function countedSinceNote(inputs: EvidenceInputs): Block[] {
  if (isCountedWhole(inputs)) return [];
  const { countedSince } = inputs;
  const text =
    countedSince === undefined
      ? evidenceWords.countedSinceUnknown
      : evidenceWords.countedSince(thaiDate(countedSince, 'long'));
  return [{ kind: 'warning', text }];
}
