import { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { Colleague, ConsoleAgency, Me, ShownCategory } from '../../../domain/staff/me.ts';
import type { CurrentAgency } from '../../agency/load.ts';
import type { AgencySecrets } from '../../secrets/secrets.ts';
import type { StaffParts } from '../parts.ts';

/** More people than a district's largest agency has on its staff. */
const MOST = 500;

type Handles = Pick<AgencySecrets, 'staffHandle'>;

const colleague = ({ staffHandle }: Handles, { id, name, roles, unit }: Staff): Colleague => ({
  handle: staffHandle(id),
  name,
  roles,
  ...(unit === undefined ? {} : { unit }),
});

const handled = <Name extends string>({ staffHandle }: Handles, name: Name, staffId: string | undefined) =>
  staffId === undefined ? {} : { [name]: staffHandle(staffId) };

const named = (all: readonly { id: string; label: string }[]) => all.map(({ id, label }) => ({ id, label }));

function agencyOf(secrets: Handles, { agency }: CurrentAgency): ConsoleAgency {
  const categories: ShownCategory[] = agency.categories.map(
    ({ id, label, unit, days, aboutStaff, person, deputy }) => ({
      id,
      label,
      unit,
      days,
      aboutStaff,
      ...handled(secrets, 'person', person),
      ...handled(secrets, 'deputy', deputy),
    }),
  );
  const { id, name, shortName, district, province, phone, voice, places, services, outside } = agency;
  const { tipOffices, tipKinds, holidays, firstAnswerDays, receiptSalt } = agency;
  return {
    ...{ id, name, shortName, district, province, phone, voice, categories, places, services, outside },
    units: agency.units.map((unit) => ({
      id: unit.id,
      label: unit.label,
      ...handled(secrets, 'head', unit.head),
    })),
    retired: {
      units: named(agency.retired.units),
      categories: named(agency.retired.categories),
      places: agency.retired.places,
    },
    ...{ tipOffices, tipKinds, holidays, firstAnswerDays, receiptSalt },
  };
}

/** What the console is told when it opens. `until` and `now` are milliseconds since the epoch. @throws StoreUnavailable */
export async function meOf(
  { ground, current }: StaffParts,
  staff: Staff,
  { until, now }: { until: number; now: number },
): Promise<Me> {
  const { documents, paths, secrets } = ground;
  const found = await documents.query({ collection: paths.staffs, where: [], orderBy: [], limit: MOST });
  return {
    ...colleague(secrets, staff),
    today: dayOf(now),
    until: new Date(until).toISOString(),
    agency: agencyOf(secrets, current()),
    staff: found.flatMap(({ data }) => {
      const one = Staff.safeParse(data);
      return one.success ? [colleague(secrets, one.data)] : [];
    }),
  };
}
