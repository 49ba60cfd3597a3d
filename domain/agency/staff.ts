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
});
export type Staff = z.infer<typeof Staff>;

/** A one-time code that makes its sender staff. Stored under a hash of the code. */
export const Invitation = z.object({
  version: z.literal(1),
  name: z.string().min(1).max(80),
  roles: z.array(Role).min(1),
  unit: z.string().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Whether somebody may work cases: see, accept, answer, resolve. */
export const mayWorkCases = (staff: Staff | undefined): staff is Staff =>
  staff?.roles.some((role) => role === 'officer' || role === 'admin') ?? false;
