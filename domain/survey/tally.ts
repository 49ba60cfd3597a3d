import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Response } from './survey.ts';

/**
 * Counters by key. Ids hold no underscore, so that it can divide a key:
 * `n` · `n_{question}` `sum_{question}` `squares_{question}` `rated_{question}_{1…5}` ·
 * `channel_{channel}` · `age_{band}` · `reason_{reason}` · `comments`; and each of these once more for the month of
 * the answer, as `month_{YYYY-MM}_{counter}`.
 */
export type Tally = Readonly<Record<string, number>>;

/** The document that counts a service's responses of one fiscal year (Buddhist). */
export const surveyTallyId = (fiscalYear: number, service: string): string =>
  `survey-${fiscalYear}-${service}`;

export const surveyTallyKey = ({ day, service }: Pick<Response, 'day' | 'service'>): string =>
  surveyTallyId(fiscalYearOf(day), service);

const ofMonth = (month: string, counter: string): string => `month_${month}_${counter}`;

/** What a response adds to the counters that know no month. */
function countersOf(response: Response): Record<string, number> {
  const added: Record<string, number> = { n: 1, [`channel_${response.channel}`]: 1 };
  for (const [question, rating] of Object.entries(response.ratings)) {
    added[`n_${question}`] = 1;
    added[`sum_${question}`] = rating;
    added[`squares_${question}`] = rating * rating;
    added[`rated_${question}_${rating}`] = 1;
  }
  if (response.ageBand !== undefined) added[`age_${response.ageBand}`] = 1;
  for (const reason of new Set(response.reasons)) added[`reason_${reason}`] = 1;
  if (response.comment !== undefined) added.comments = 1;
  return added;
}

/**
 * What a response adds to each counter. Counters that are incremented by these for every response hold
 * all that statistics need, whatever the order.
 */
export function tallyOf(response: Response): Record<string, number> {
  const counters = countersOf(response);
  const month = response.day.slice(0, 7);
  const again = Object.entries(counters).map(([counter, by]) => [ofMonth(month, counter), by]);
  return { ...counters, ...Object.fromEntries(again) };
}

/** Tallies added up, counter by counter. */
export function addTallies(tallies: Iterable<Tally>): Record<string, number> {
  const total: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [key, count] of Object.entries(tally)) total[key] = (total[key] ?? 0) + count;
  }
  return total;
}

/** The counters of some months (`YYYY-MM`) alone, under the names of those that know no month. */
export function tallyOfMonths(tally: Tally, months: readonly string[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [key, count] of Object.entries(tally)) {
    const [kind, month = '', ...counter] = key.split('_');
    if (kind !== 'month' || !months.includes(month)) continue;
    const name = counter.join('_');
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}

/** How many answers and ratings a month (`YYYY-MM`) had, and the sum of the ratings. */
export function monthRatings(tally: Tally, month: string): { answers: number; ratings: number; sum: number } {
  const of = tallyOfMonths(tally, [month]);
  const sumOf = (prefix: string): number =>
    Object.entries(of).reduce((sum, [key, count]) => (key.startsWith(prefix) ? sum + count : sum), 0);
  return { answers: of.n ?? 0, ratings: sumOf('n_'), sum: sumOf('sum_') };
}
