import type { Agency } from '../agency/agency.ts';
import { addDays, weekday } from '../calendar/day.ts';

const isClosed = (day: string, agency: Agency): boolean =>
  agency.holidays.includes(day) || !agency.officeHours.days.includes(weekday(day));

/**
 * The day by which a case received on `received` gets its first answer: `days` calendar days later, and where
 * that day is closed, the next one that is not.
 */
export function dueDay(received: string, days: number, agency: Agency): string {
  let due = addDays(received, days);
  for (let tries = 0; tries < 60 && isClosed(due, agency); tries += 1) due = addDays(due, 1);
  return due;
}
