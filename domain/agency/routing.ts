import type { Officer } from '../conversation/turn.ts';
import type { Agency, Category } from './agency.ts';

/** The category that takes everything without one of its own: its unit and person are the agency's front desk. */
export const OTHER = 'other';

/** The category by this id, one that is offered no longer too, or the front desk's where there is none. */
export function categoryOf(agency: Agency, id: string | undefined): Category {
  const found =
    agency.categories.find((category) => category.id === id) ??
    agency.retired.categories.find((category) => category.id === id) ??
    agency.categories.find((category) => category.id === OTHER) ??
    agency.categories[0];
  if (found === undefined) throw new Error('an agency has at least one category');
  return found;
}

/**
 * The staff ids that are alerted about a case of this category: its person and its deputy, no one else. Where
 * neither is among the officers (an agency that has only begun, a person who left), its unit's officers, and
 * where there is none, all of them: a case never goes unheard.
 *
 * A complaint about staff goes to nobody of the unit it is about: where its person and deputy are both of it, to
 * admins and executives, then to the officers of other units. While that unit is not known, to person and deputy, and
 * where there is neither, to admins and executives.
 */
export function alertedFor(
  category: Category,
  officers: readonly Officer[],
  concerns?: string,
  executives: readonly Officer[] = [],
): string[] {
  const isNamed = ({ id }: Officer): boolean => id === category.person || id === category.deputy;
  const idsOf = (...groups: (readonly Officer[])[]): string[] => [
    ...new Set((groups.find((some) => some.length > 0) ?? []).map(({ id }) => id)),
  ];
  if (!category.aboutStaff) {
    const ofUnit = officers.filter(({ unit }) => unit === category.unit);
    return idsOf(officers.filter(isNamed), ofUnit, officers);
  }
  const isOutside = ({ unit }: Officer): boolean => concerns === undefined || unit !== concerns;
  const outside = officers.filter(isOutside);
  const above = [...outside.filter(({ isAdmin }) => isAdmin === true), ...executives.filter(isOutside)];
  return idsOf(outside.filter(isNamed), above, concerns === undefined ? [] : outside);
}

/** A place's label with its name: "หมู่ 4 บ้านโนนสวน". */
export function placeLabel(
  agency: Pick<Agency, 'places'> & { retired: Pick<Agency['retired'], 'places'> },
  id: string,
): string {
  const place = [...agency.places, ...agency.retired.places].find((one) => one.id === id);
  if (place === undefined) return id;
  return place.name === '' ? place.label : `${place.label} ${place.name}`;
}
