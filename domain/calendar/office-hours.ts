import type { OfficeHours } from '../agency/agency.ts';
import { addDays, dayOf, instantOf, timeOf } from './day.ts';
import { isWorkingDay } from './working-days.ts';

/** Whether the office is open at an instant: from `hours.from` up to, not including, `hours.to`. */
export function isOpen(hours: OfficeHours, holidays: readonly string[], instant: number): boolean {
  const time = timeOf(instant);
  return isWorkingDay(dayOf(instant), hours, holidays) && time >= hours.from && time < hours.to;
}

/**
 * The first instant, not before the given one, at which the office is open: the instant itself while
 * it is open. Undefined for an office that never opens.
 */
export function nextOpening(
  hours: OfficeHours,
  holidays: readonly string[],
  instant: number,
): number | undefined {
  if (isOpen(hours, holidays, instant)) return instant;
  if (hours.days.length === 0 || hours.from >= hours.to) return undefined;
  const today = dayOf(instant);
  let day = timeOf(instant) < hours.from ? today : addDays(today, 1);
  while (!isWorkingDay(day, hours, holidays)) day = addDays(day, 1);
  return instantOf(day, hours.from);
}
