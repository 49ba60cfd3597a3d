import type { Staff } from '../../../domain/agency/staff.ts';
import { mayWorkCases } from '../../../domain/agency/staff.ts';
import type { By, Person } from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';

type PersonParts = Pick<StaffParts, 'ground' | 'current'>;

/** One of the staff as colleagues see them; whoever left has no name. */
export function personOf({ ground, current }: PersonParts, staffId: string): Person {
  const name = current().staff.find(({ id }) => id === staffId)?.name ?? '';
  return { handle: ground.secrets.staffHandle(staffId), name };
}

/** Who did something, as a history keeps it. */
export const byOf = (parts: PersonParts, by: string): By =>
  by === 'reporter' || by === 'system' ? by : personOf(parts, by);

/** Everybody who can be given a case. */
export const workersOf = ({ current }: Pick<StaffParts, 'current'>): Staff[] =>
  current().staff.filter(mayWorkCases);
