import type { OfficeHours } from '../agency/agency.ts';
import { addDays, weekday } from './day.ts';

/** Whether the office works on an ISO day. An office without weekdays is taken to work on all of them. */
export const isWorkingDay = (day: string, hours: OfficeHours, holidays: readonly string[]): boolean =>
  (hours.days.length === 0 || hours.days.includes(weekday(day))) && !holidays.includes(day);

/** The `count`-th working day after `day`; `day` itself does not count. For a count of 0, `day`. */
export function addWorkingDays(
  day: string,
  count: number,
  hours: OfficeHours,
  holidays: readonly string[],
): string {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, hours, holidays)) left -= 1;
  }
  return last;
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: string,
  to: string,
  hours: OfficeHours,
  holidays: readonly string[],
): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, hours, holidays)) count += 1;
  }
  return count;
}
