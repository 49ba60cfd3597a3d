import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import type { RatingStatistics } from '../../survey/statistics.ts';
import type { Block, Cell } from '../content.ts';
import { shownNumber } from '../shown.ts';

/** Fewer answers than this say little of anybody else. */
const FEW = 30;

/** The columns of ratings, after those that say of what. */
export const figureColumns = [
  { label: say.columns.answers, decimals: 0 },
  { label: 'x̄', decimals: 2 },
  { label: 'S.D.', decimals: 2 },
  { label: say.columns.percentage, decimals: 2 },
  { label: say.columns.level },
  { label: say.columns.interval },
];

/** The interval as the scale allows it: no mean lies outside 1 to 5. */
function intervalWords({ mean, margin }: RatingStatistics): string | null {
  if (mean === undefined || margin === undefined) return null;
  return `${shownNumber(Math.max(1, mean - margin), 2)}–${shownNumber(Math.min(5, mean + margin), 2)}`;
}

export const figuresOf = (rated: RatingStatistics): Cell[] => [
  rated.n,
  rated.mean ?? null,
  rated.deviation ?? null,
  rated.percentage ?? null,
  rated.level ?? null,
  intervalWords(rated),
];

/** Warns where so few people answered that their ratings stand for nobody else. */
export const fewWarning = (n: number, of: string): Block[] =>
  n > 0 && n < FEW ? [{ kind: 'warning', text: say.few(of, n, FEW) }] : [];

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'text', text });
