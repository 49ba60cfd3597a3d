import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Response } from './survey.ts';

/**
 * Counters by key. Ids hold no underscore, so that it can divide a key:
 * `n` · `n_{question}` `sum_{question}` `squares_{question}` `rated_{question}_{1…5}` ·
 * `channel_{channel}` · `age_{band}` · `reason_{reason}`.
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
