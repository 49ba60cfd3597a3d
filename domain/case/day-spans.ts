/**
 * Numbers of days as they are counted in tallies: each day by itself up to 30, longer ones by the span they fall
 * into, which is named by its first day.
 */
const LONGER = [31, 46, 61, 91, 181, 366] as const;
const LAST_SINGLE_DAY = 30;

/** The first day of the span that so many days fall into. */
export function daySpan(days: number): number {
  if (days <= LAST_SINGLE_DAY) return Math.max(0, days);
  return LONGER.findLast((from) => from <= days) ?? LONGER[0];
}

/** Every span, shortest first. */
export const daySpans: readonly number[] = [
  ...Array.from({ length: LAST_SINGLE_DAY + 1 }, (_, n) => n),
  ...LONGER,
];

/**
 * The median of days counted by span, null where nothing is counted: exact up to 30 days, beyond that the first day
 * of the span it falls into. Of an even number it is the mean of the middle two.
 */
export function medianOf(countOf: (span: number) => number): number | null {
  const counts = daySpans.map((span) => ({ span, count: Math.max(0, countOf(span)) }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const nth = (wanted: number): number => {
    let passed = 0;
    for (const { span, count } of counts) {
      passed += count;
      if (passed > wanted) return span;
    }
    return 0;
  };
  return (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2;
}
