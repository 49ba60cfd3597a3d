import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Response } from './survey.ts';

/**
 * Counters by key. Ids hold no underscore, so that it can divide a key:
 * `n` · `n_{question}` `sum_{question}` `squares_{question}` `rated_{question}_{1…5}` ·
 * `channel_{channel}` · `age_{band}` · `reason_{reason}` · of each month (`YYYY-MM`) `month_{month}_n`,
 * `month_{month}_ratings` (how many ratings were given), `month_{month}_sum` (theirs).
 */
export type Tally = Readonly<Record<string, number>>;

/** The document that counts a service's responses of one fiscal year. */
export const surveyTallyKey = ({ day, service }: Pick<Response, 'day' | 'service'>): string =>
  `survey-${fiscalYearOf(day)}-${service}`;

/**
 * What a response adds to each counter. Counters that are incremented by these for every response hold
 * all that statistics need, whatever the order.
 */
export function tallyOf(response: Response): Record<string, number> {
  const added: Record<string, number> = { n: 1, [`channel_${response.channel}`]: 1 };
  for (const [question, rating] of Object.entries(response.ratings)) {
    added[`n_${question}`] = 1;
    added[`sum_${question}`] = rating;
    added[`squares_${question}`] = rating * rating;
    added[`rated_${question}_${rating}`] = 1;
  }
  const ratings = Object.values(response.ratings);
  const month = `month_${response.day.slice(0, 7)}`;
  added[`${month}_n`] = 1;
  added[`${month}_ratings`] = ratings.length;
  added[`${month}_sum`] = ratings.reduce((sum, rating) => sum + rating, 0);
  if (response.ageBand !== undefined) added[`age_${response.ageBand}`] = 1;
  for (const reason of new Set(response.reasons)) added[`reason_${reason}`] = 1;
  return added;
}

/** Tallies added up, counter by counter. */
export function addTallies(tallies: Iterable<Tally>): Record<string, number> {
  const total: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [key, count] of Object.entries(tally)) total[key] = (total[key] ?? 0) + count;
  }
  return total;
}

/** How many answers and ratings a month (`YYYY-MM`) had, and the sum of the ratings. */
export const monthRatings = (
  tally: Tally,
  month: string,
): { answers: number; ratings: number; sum: number } => ({
  answers: tally[`month_${month}_n`] ?? 0,
  ratings: tally[`month_${month}_ratings`] ?? 0,
  sum: tally[`month_${month}_sum`] ?? 0,
});
