import { z } from 'zod';
import { fiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';

/** What goes when its time is over. */
export const RetainedKind = z.enum(['complaint', 'question', 'suggestion', 'tip', 'responses']);
export type RetainedKind = z.infer<typeof RetainedKind>;

/** The year after has to be able to look at a year's evidence. */
export const LEAST_YEARS = 1;
export const MOST_YEARS = 30;

const years = z.int().min(LEAST_YEARS).max(MOST_YEARS);

/**
 * How many whole fiscal years each kind is kept after the one in which it came to its end. Nothing that is open goes.
 * Why these, in docs/decisions/retention.md.
 */
export const Retention = z.object({
  complaint: years.default(2),
  question: years.default(1),
  suggestion: years.default(1),
  tip: years.default(10),
  responses: years.default(5),
});
export type Retention = z.infer<typeof Retention>;

/** The last day (ISO) of the last fiscal year whose time is over on an ISO day. */
export const lastDayOver = (keptYears: number, today: string): string =>
  fiscalYear(fiscalYearOf(today) - keptYears - 1).to;
