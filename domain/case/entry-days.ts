import { fiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';

/** A fiscal year's numbers stay open through the first month after it. */
const isFirstMonth = (today: string): boolean => today.slice(5, 7) === '10';

/**
 * The first day for which a case that came by another way can still be entered: that of the fiscal year, and in its
 * first month that of the year before, whose numbers are not closed yet. Days are ISO days.
 */
export function entryFrom(today: string): string {
  const year = fiscalYearOf(today);
  return fiscalYear(isFirstMonth(today) ? year - 1 : year).from;
}

/** Whether a case can be entered for a day. */
export const mayEnter = (received: string, today: string): boolean =>
  received <= today && received >= entryFrom(today);
