import { addDays } from './day.ts';

/** What to add to a year of the common era to get the Buddhist year. */
const buddhistOffset = 543;

/** Both days belong to the period. */
export type Period = { readonly from: string; readonly to: string };

export type HalfYear = Period & { readonly fiscalYear: number; readonly half: 1 | 2 };

/** The fiscal year (1 October to 30 September) of an ISO day, as the Buddhist year in which it ends. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return year + buddhistOffset + (month >= 10 ? 1 : 0);
}

/** First and last day of a fiscal year given as a Buddhist year. */
export function fiscalYear(year: number): Period {
  const ends = year - buddhistOffset;
  return { from: isoDay(ends - 1, '10-01'), to: isoDay(ends, '09-30') };
}

/** The half of the fiscal year a day lies in: 1 is October to March, 2 is April to September. */
export function halfYearOf(day: string): HalfYear {
  const year = fiscalYearOf(day);
  const whole = fiscalYear(year);
  const secondFrom = isoDay(year - buddhistOffset, '04-01');
  return day < secondFrom
    ? { fiscalYear: year, half: 1, from: whole.from, to: addDays(secondFrom, -1) }
    : { fiscalYear: year, half: 2, from: secondFrom, to: whole.to };
}

const isoDay = (year: number, monthAndDay: string): string =>
  `${String(year).padStart(4, '0')}-${monthAndDay}`;
