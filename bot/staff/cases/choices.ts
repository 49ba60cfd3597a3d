import { placeLabel } from '../../../domain/agency/routing.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { entryFrom } from '../../../domain/case/entry-days.ts';
import type { CaseChoices } from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';
import { personOf, workersOf } from './persons.ts';

/** What forms about cases choose from; from memory. */
export function choicesFor(parts: StaffParts, staff: Staff, now: number): CaseChoices {
  const { agency } = parts.current();
  const today = dayOf(now);
  return {
    categories: agency.categories.map(({ id, label, unit, aboutStaff }) => ({ id, label, unit, aboutStaff })),
    units: agency.units.map(({ id, label }) => ({ id, label })),
    places: agency.places.map(({ id }) => ({ id, label: placeLabel(agency, id) })),
    colleagues: workersOf(parts)
      .map(({ id, unit }) => ({ ...personOf(parts, id), ...(unit === undefined ? {} : { unit }) }))
      .sort((one, other) => one.name.localeCompare(other.name, 'th')),
    me: personOf(parts, staff.id),
    today,
    entryFrom: entryFrom(today),
  };
}
