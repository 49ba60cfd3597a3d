import { addDays } from './day.ts';
import type { Period } from './fiscal-year.ts';

/** First and last day of a month, `YYYY-MM`. */
export function monthPeriod(month: string): Period {
  const from = `${month}-01`;
  return { from, to: addDays(`${monthAfter(month)}-01`, -1) };
}

/** The month after a month, both `YYYY-MM`. */
export const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);

/** All months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}
