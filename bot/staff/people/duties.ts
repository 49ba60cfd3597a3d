import type { Category, Unit } from '../../../domain/agency/agency.ts';
import type { Duties } from '../../../domain/staff/people.ts';
import type { AgencyProfile } from '../../agency/load.ts';

/** What somebody answers for, as the agency's settings say. */
export const dutiesOf = ({ categories, units }: AgencyProfile, staffId: string): Duties => ({
  person: categories.filter(({ person }) => person === staffId).map(({ id }) => id),
  deputy: categories.filter(({ deputy }) => deputy === staffId).map(({ id }) => id),
  heads: units.filter(({ head }) => head === staffId).map(({ id }) => id),
});

/** Somebody's place in a list of ids: theirs, `other`'s where they had it, or as it was. */
const place = (
  isTheirs: boolean,
  now: string | undefined,
  staffId: string,
  other: string | undefined,
): string | undefined => {
  if (isTheirs) return staffId;
  return now === staffId ? other : now;
};

type Lists = Pick<AgencyProfile, 'categories' | 'units' | 'retired'>;

function withPlaces(
  { categories, units, retired }: Lists,
  category: (one: Category) => Category,
  unit: (one: Unit) => Unit,
): Lists {
  return {
    categories: categories.map(category),
    units: units.map(unit),
    retired: {
      ...retired,
      categories: retired.categories.map(category),
      units: retired.units.map(unit),
    },
  };
}

/** The settings with exactly these duties given to somebody. */
export function withDuties(profile: Lists, staffId: string, { person, deputy, heads }: Duties): Lists {
  return withPlaces(
    profile,
    (one) => ({
      ...one,
      person: place(person.includes(one.id), one.person, staffId, undefined),
      deputy: place(deputy.includes(one.id), one.deputy, staffId, undefined),
    }),
    (one) => ({ ...one, head: place(heads.includes(one.id), one.head, staffId, undefined) }),
  );
}

/** The settings with somebody's places given to another, or to nobody; nobody stands twice in one category. */
export const withoutPerson = (profile: Lists, staffId: string, other: string | undefined): Lists =>
  withPlaces(
    profile,
    (one) => {
      const person = place(false, one.person, staffId, one.deputy === other ? undefined : other);
      const deputy = place(false, one.deputy, staffId, person === other ? undefined : other);
      return { ...one, person, deputy };
    },
    (one) => ({ ...one, head: place(false, one.head, staffId, other) }),
  );
