import { z } from 'zod';

export const Role = z.enum(['admin', 'officer', 'integrity', 'executive']);
export type Role = z.infer<typeof Role>;

/** Somebody who works for the agency. `id` is their LINE user id, as in `staff/{lineUserId}`. */
export const Staff = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  name: z.string().min(1).max(80),
  roles: z.array(Role).min(1),
  unit: z.string().optional(),
  /** ตำแหน่ง, as it is printed behind the name of whoever approves something. */
  position: z.string().min(1).max(80).optional(),
  /** Where alerts go by mail as well. */
  email: z.email().max(254).optional(),
});
export type Staff = z.infer<typeof Staff>;

/** What a one-time code gives to whoever sends it. Stored under a hash of the code. */
export const Invitation = z.discriminatedUnion('for', [
  z.object({
    version: z.literal(1),
    for: z.literal('person'),
    name: z.string().min(1).max(80),
    roles: z.array(Role).min(1),
    unit: z.string().optional(),
    position: z.string().min(1).max(80).optional(),
  }),
  z.object({ version: z.literal(1), for: z.literal('group'), label: z.string().min(1).max(80) }),
]);
export type Invitation = z.infer<typeof Invitation>;

export type PersonInvitation = Extract<Invitation, { for: 'person' }>;

/**
 * Who somebody is once they have sent their code, but for their id; `before`: who they were, null for a new one. A
 * code adds roles and takes none: what somebody may no longer do is decided by an admin, not by a code.
 */
export const joined = (
  before: Staff | null,
  { name, roles, unit, position }: PersonInvitation,
): Omit<Staff, 'id'> => ({
  ...before,
  version: 1,
  name,
  roles: Role.options.filter((role) => roles.includes(role) || before?.roles.includes(role)),
  ...(unit === undefined ? {} : { unit }),
  ...(position === undefined ? {} : { position }),
});

/** Letters and digits of a code that nobody mixes up when reading it aloud. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The ten-character code that `text` is, in capitals without its hyphen; undefined for anything else. */
export function readCode(text: string): string | undefined {
  const code = text
    .trim()
    .toUpperCase()
    .replace(/^([A-Z2-9]{5})-([A-Z2-9]{5})$/, '$1$2');
  return code.length === 10 && [...code].every((char) => CODE_ALPHABET.includes(char)) ? code : undefined;
}

/** Whether somebody may work cases: see, accept, answer, resolve. */
export const mayWorkCases = (staff: Staff | undefined): staff is Staff =>
  staff?.roles.some((role) => role === 'officer' || role === 'admin') ?? false;
