import type { NamedMeasure } from '../measures/measure.ts';
import { standingOf, stateOf } from '../measures/standing.ts';
import type { HomeMeasure, HomeMeasures } from './home.ts';

/**
 * The measures of a year for the public page, and how far they have come on an ISO day. `mended` puts slips of the
 * pen right.
 */
export function homeMeasures(
  fiscalYear: number,
  measures: readonly NamedMeasure[],
  today: string,
  mended: (text: string) => string,
): HomeMeasures {
  const list = measures.map((measure): HomeMeasure => {
    const { id, issue, lines, steps, responsible, from, to } = measure;
    const standing = standingOf([measure], today);
    const { steps: of, done, late } = standing;
    return {
      ...{ id, issue, responsible, from, to },
      measures: lines.map(mended),
      steps: steps.map(({ text }) => mended(text)),
      progress: { state: stateOf(standing), day: today, done, of, late },
    };
  });
  return { fiscalYear, list };
}
