import type { Agency } from '../agency/agency.ts';
import { mayWorkCases, type Staff } from '../agency/staff.ts';
import { addDays } from '../calendar/day.ts';
import type { ServiceMonth } from './counts.ts';

/** The days of a month on which people are reminded of the month before: the first is left to let it end. */
const FIRST_DAY = '02';
const LAST_DAY = '10';

/** The month (`YYYY-MM`) that is to be counted on an ISO day, early in the month after it. */
export const monthToCount = (day: string): string | undefined =>
  day.slice(8) >= FIRST_DAY && day.slice(8) <= LAST_DAY
    ? addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
    : undefined;

/** How many services of somebody's own unit nobody has entered yet; none for who has no unit or works no cases. */
export function uncountedFor(staff: Staff, agency: Agency, record: ServiceMonth | undefined): number {
  if (!mayWorkCases(staff) || staff.unit === undefined) return 0;
  return agency.services.filter(({ id, unit }) => unit === staff.unit && record?.services[id] === undefined)
    .length;
}
