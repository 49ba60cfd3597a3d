import type { Agency } from '../agency/agency.ts';
import type { Staff } from '../agency/staff.ts';
import type { Case } from './case.ts';

/** The audience of every case that is not about staff. */
export const EVERYBODY = 'all';
/** The audience of a complaint about staff of a unit that is not known. */
export const UNKNOWN_UNIT = 'about.?';

/** Who may see a case: everybody, or, of a complaint about staff, those who do not belong to the unit it is about. */
export function audienceOf(isAboutStaff: boolean, concerns: string | undefined): string {
  if (!isAboutStaff) return EVERYBODY;
  return concerns === undefined ? UNKNOWN_UNIT : `about.${concerns}`;
}

/** Whether a case's category, one that is offered no longer too, is about staff. */
export const isAboutStaff = (
  { categories, retired }: Pick<Agency, 'categories' | 'retired'>,
  category: string | undefined,
): boolean =>
  [...categories, ...retired.categories].some(({ id, aboutStaff }) => id === category && aboutStaff);

/** While it is not known whom a complaint about staff is about: admins, executives, the category's person and deputy. */
const mayHandleUnknown = (
  { id, roles }: Staff,
  { categories, retired }: Pick<Agency, 'categories' | 'retired'>,
): boolean =>
  roles.some((role) => role === 'admin' || role === 'executive') ||
  [...categories, ...retired.categories].some(
    ({ aboutStaff, person, deputy }) => aboutStaff && (person === id || deputy === id),
  );

/** The audiences of cases that somebody sees without being their assignee. */
export function audiencesFor(
  staff: Staff,
  agency: Pick<Agency, 'categories' | 'units' | 'retired'>,
): string[] {
  const others = [...agency.units, ...agency.retired.units].filter(({ id }) => id !== staff.unit);
  return [
    EVERYBODY,
    ...(mayHandleUnknown(staff, agency) ? [UNKNOWN_UNIT] : []),
    ...others.map(({ id }) => audienceOf(true, id)),
  ];
}

/** Whether one of the staff may know of a case; for everybody else it is as if there were none. */
export function maySee(
  staff: Staff,
  { audience, concerns, assignee }: Pick<Case, 'audience' | 'concerns' | 'assignee'>,
  agency: Pick<Agency, 'categories' | 'retired'>,
): boolean {
  if (audience === EVERYBODY) return true;
  if (concerns !== undefined) return staff.unit !== concerns;
  return assignee === staff.id || mayHandleUnknown(staff, agency);
}
