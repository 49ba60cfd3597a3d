import { type Role, Staff } from '../../../domain/agency/staff.ts';
import type { PersonRow } from '../../../domain/staff/people.ts';
import { Readers } from '../../../sealing/readers.ts';
import type { AgencyProfile } from '../../agency/load.ts';
import type { Ground } from '../../records/ground.ts';
import type { Found } from '../../store/documents.ts';
import { editionOf } from '../edition.ts';
import { type Kept, readProfile } from '../settings/state.ts';
import { dutiesOf } from './duties.ts';

/** Everybody on the staff with what they answer for, as they were read together. */
export interface PeopleState {
  profile: Kept<AgencyProfile>;
  people: { staff: Staff; found: Found }[];
  readers: ReadonlySet<string>;
}

const MOST = 500;

/** @throws StoreUnavailable */
export async function readPeople(ground: Ground): Promise<PeopleState> {
  const { documents, paths } = ground;
  const [profile, found, readers] = await Promise.all([
    readProfile(ground),
    documents.query({ collection: paths.staffs, where: [], orderBy: [], limit: MOST }),
    documents.read(paths.readers),
  ]);
  return {
    profile,
    people: found.flatMap((one) => {
      const staff = Staff.safeParse(one.data).data;
      return staff === undefined ? [] : [{ staff, found: one }];
    }),
    readers: new Set(Readers.safeParse(readers?.data).data?.officers.map(({ staffId }) => staffId)),
  };
}

export function rowOf(
  { secrets }: Ground,
  { profile, readers }: PeopleState,
  staff: Staff,
  asking: string,
): PersonRow {
  const { id, name, roles, unit, position, email } = staff;
  const duties = dutiesOf(profile.value, id);
  return {
    handle: secrets.staffHandle(id),
    edition: editionOf({ staff, duties }),
    name,
    roles,
    ...(unit === undefined ? {} : { unit }),
    ...(position === undefined ? {} : { position }),
    ...(email === undefined ? {} : { email }),
    ...duties,
    isSelf: id === asking,
    readsTips: readers.has(id),
  };
}

/** Somebody by their handle. */
export const byHandle = ({ secrets }: Ground, { people }: PeopleState, handle: string) =>
  people.find(({ staff }) => secrets.staffHandle(staff.id) === handle);

/** Whether nobody else has the role. */
export const isLast = ({ people }: PeopleState, role: Role, staffId: string): boolean =>
  !people.some(({ staff }) => staff.id !== staffId && staff.roles.includes(role));
