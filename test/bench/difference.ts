import { median } from './report.ts';

export interface Difference {
  /** Of medians, with the interval that 95 % of bootstrap samples lie in; in the unit of what was given. */
  middle: number;
  low: number;
  high: number;
  /** How often one of the first is the larger of two, ties counted half. */
  effect: number;
  /** Mann–Whitney's U as a standard normal; ties are not corrected for. */
  z: number;
}

const SAMPLES = 1_000;

const drawn = (values: readonly number[]): number[] =>
  values.map(() => values[Math.floor(Math.random() * values.length)] ?? 0);

/** What lies between two samples. */
export function differenceOf(first: readonly number[], second: readonly number[]): Difference {
  const wins = first.reduce(
    (sum, one) => sum + second.reduce((won, other) => won + (one > other ? 1 : one === other ? 0.5 : 0), 0),
    0,
  );
  const [n, m] = [first.length, second.length];
  const spread = Math.sqrt((n * m * (n + m + 1)) / 12);
  const differences = Array.from(
    { length: SAMPLES },
    () => median(drawn(first)) - median(drawn(second)),
  ).toSorted((a, b) => a - b);
  return {
    middle: median(first) - median(second),
    low: differences[Math.floor(SAMPLES * 0.025)] ?? Number.NaN,
    high: differences[Math.floor(SAMPLES * 0.975)] ?? Number.NaN,
    effect: wins / (n * m),
    z: (wins - (n * m) / 2) / spread,
  };
}
