/** How often something took how long: plain counts, one a bucket, so that noting one allocates nothing. */
export interface Durations {
  /** Upper bounds, inclusive, in seconds, ascending. */
  readonly bounds: readonly number[];
  /** One a bound, and one for what took longer than the last. */
  readonly counts: number[];
}

export const durations = (bounds: readonly number[]): Durations => ({
  bounds,
  counts: new Array<number>(bounds.length + 1).fill(0),
});

export function note({ bounds, counts }: Durations, milliseconds: number): void {
  const seconds = milliseconds / 1000;
  let bucket = 0;
  for (const bound of bounds) {
    if (seconds <= bound) break;
    bucket += 1;
  }
  counts[bucket] = (counts[bucket] ?? 0) + 1;
}

/** The least bound that holds a time; twice the last where none does. In seconds. */
export function boundOf(bounds: readonly number[], milliseconds: number): number {
  const last = bounds.at(-1) ?? 0;
  return bounds.find((bound) => milliseconds / 1000 <= bound) ?? 2 * last;
}
