import type { RatingStatistics } from './statistics.ts';

/**
 * Whether a mean went up or down by more than the 95 % interval of the difference of two samples, the root of their
 * squared margins added up; `same` where that cannot be said, as where one has no margin.
 */
export function trendOf(before: RatingStatistics, now: RatingStatistics): 'up' | 'down' | 'same' {
  if (before.mean === undefined || now.mean === undefined) return 'same';
  if (before.margin === undefined || now.margin === undefined) return 'same';
  const difference = now.mean - before.mean;
  if (Math.abs(difference) <= Math.hypot(before.margin, now.margin)) return 'same';
  return difference > 0 ? 'up' : 'down';
}
