import { z } from 'zod';
import { Role } from '../agency/staff.ts';
import { type Fault, faultsBySchema, line } from './fields.ts';

const Named = z.object({ id: z.string(), label: z.string() });
const ids = z.array(z.string().max(40)).max(60, 'too_many');

/** What somebody answers for: categories as person and as deputy, units as head; ids. */
export const Duties = z.object({ person: ids, deputy: ids, heads: ids });
export type Duties = z.infer<typeof Duties>;

/** Somebody on the staff as an admin sees them. `readsTips`: they hold a key for tips now. */
export const PersonRow = Duties.extend({
  handle: z.string(),
  edition: z.string(),
  name: z.string(),
  position: z.string().optional(),
  /** Where alerts go by mail as well. */
  email: z.string().optional(),
  roles: z.array(Role),
  unit: z.string().optional(),
  isSelf: z.boolean(),
  readsTips: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** An invitation that nobody has used yet; `mark` is where it can be taken back. `until` is an instant, ISO. */
export const InviteRow = z.object({
  mark: z.string(),
  for: z.enum(['person', 'group']),
  name: z.string(),
  roles: z.array(Role),
  until: z.iso.datetime(),
});
export type InviteRow = z.infer<typeof InviteRow>;

/** `GET /people` */
export const PeopleAnswer = z.object({
  people: z.array(PersonRow),
  invites: z.array(InviteRow),
  units: z.array(Named),
  categories: z.array(Named),
});
export type PeopleAnswer = z.infer<typeof PeopleAnswer>;

const about = {
  name: line(80),
  position: line(80).optional(),
  roles: z.array(Role).min(1, 'too_few').max(4),
  unit: z.string().optional(),
};

/** Who is invited, or which group; its words are checked by {@link inviteFaults}. */
export const InviteValue = z.discriminatedUnion('for', [
  z.object({ for: z.literal('person'), ...about }),
  z.object({ for: z.literal('group'), label: line(80) }),
]);
export type InviteValue = z.infer<typeof InviteValue>;

/** The code is told once. `link` opens the agency's chat with the code in it; absent where that is not known. */
export const InviteAnswer = z.object({
  code: z.string(),
  mark: z.string(),
  until: z.iso.datetime(),
  link: z.url().optional(),
});
export type InviteAnswer = z.infer<typeof InviteAnswer>;

export const PersonValue = z.object({
  ...about,
  email: z.email('bad_email').max(254, 'too_long').optional(),
  ...Duties.shape,
});
export type PersonValue = z.infer<typeof PersonValue>;

/** Who takes over what somebody has open: a handle, or nobody. */
const successor = z.union([z.string().max(64), z.null()]).optional();

/** `PUT /people/:handle` */
export const PersonChange = z.object({ edition: z.string(), value: z.unknown(), successor });
export type PersonChange = z.infer<typeof PersonChange>;

/** `POST /people/:handle/removal` */
export const Removal = z.object({ edition: z.string(), successor });
export type Removal = z.infer<typeof Removal>;

/** `GET /people/:handle/work`: how many cases somebody works on; `more` where there are more than were counted. */
export const PersonWork = z.object({ open: z.int().min(0), more: z.boolean() });
export type PersonWork = z.infer<typeof PersonWork>;

/** `now` of `not_now`: why somebody cannot be removed or lose a role as things stand. */
export const NotNow = z.object({ why: z.enum(['last_admin', 'open_cases']), open: z.int().optional() });
export type NotNow = z.infer<typeof NotNow>;

/** What a person's value may refer to. */
export interface KnownToPeople {
  units: readonly { id: string }[];
  categories: readonly { id: string }[];
}

const worksCases = (roles: readonly Role[]): boolean => roles.includes('officer') || roles.includes('admin');

const unitFault = (unit: string | undefined, { units }: KnownToPeople): Fault[] =>
  unit === undefined || units.some(({ id }) => id === unit) ? [] : [{ at: 'unit', fault: 'unknown_unit' }];

export function inviteFaults(value: unknown, known: KnownToPeople): Fault[] {
  const faults = faultsBySchema(InviteValue, value);
  if (faults.length > 0) return faults;
  const invite = InviteValue.parse(value);
  return invite.for === 'person' ? unitFault(invite.unit, known) : [];
}

export function personFaults(value: unknown, known: KnownToPeople): Fault[] {
  const faults = faultsBySchema(PersonValue, value);
  if (faults.length > 0) return faults;
  const { roles, unit, person, deputy, heads } = PersonValue.parse(value);
  const { categories, units } = known;
  const duties = [...person, ...deputy];
  const isKnown = duties.every((id) => categories.some((category) => category.id === id));
  const both = person.some((id) => deputy.includes(id));
  const at = 'person';
  return [
    ...unitFault(unit, known),
    ...(isKnown ? [] : [{ at, fault: 'unknown_category' } as const]),
    ...(both ? [{ at, fault: 'twice' } as const] : []),
    ...(duties.length > 0 && !worksCases(roles) ? [{ at, fault: 'unknown_person' } as const] : []),
    ...(heads.every((id) => units.some((one) => one.id === id))
      ? []
      : [{ at: 'heads', fault: 'unknown_unit' } as const]),
  ];
}
