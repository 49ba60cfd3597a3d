import type { Agency } from '../agency/agency.ts';
import { addDays } from '../calendar/day.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';

/** Working days after which nobody having accepted a case is told to the head of its unit, and to the ปลัด. */
export const TO_HEAD_DAYS = 3;
export const TO_PALAD_DAYS = 7;

/** Days without a word after which a case that is said to be resolved is closed. */
export const CLOSED_AFTER_DAYS = 15;

/** No span of working days goes back further than this. */
const LOOKED_BACK_DAYS = 60;

/** The last day that lies so many working days before `today`: what was received by then has waited that long. */
export function receivedBy(today: string, workingDays: number, { officeHours, holidays }: Agency): string {
  let day = today;
  for (let back = 0; back < LOOKED_BACK_DAYS; back += 1) {
    if (workingDaysBetween(day, today, officeHours, holidays) >= workingDays) return day;
    day = addDays(day, -1);
  }
  return day;
}

/** The last day on which a case may have been resolved that is closed on `today`. */
export const resolvedBy = (today: string): string => addDays(today, -CLOSED_AFTER_DAYS);
