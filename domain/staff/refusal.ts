import { z } from 'zod';

/** Why `/api/staff/*` did not do something. */
export const StaffRefusal = z.enum([
  'bad_shape',
  /** `now` lists the faults, each with the field it is in. */
  'bad_fields',
  'too_large',
  'unreadable_picture',
  'not_signed_in',
  'no_longer_staff',
  'bad_token',
  'bad_ticket',
  'no_login',
  'login_unreachable',
  'not_staff',
  'role_too_low',
  'not_found',
  'changed',
  'not_now',
  'exists',
  'second_person',
  'too_soon',
  /** It went out already. */
  'too_late',
  'wrong_code',
  'too_many',
  'busy',
  'line_failed',
  'failed',
]);
export type StaffRefusal = z.infer<typeof StaffRefusal>;

/** The body of every refusal. `now`, with `changed`: what is there now, of the route's own shape. */
export const RefusedBody = z.object({
  error: z.object({ code: StaffRefusal, message: z.string() }),
  now: z.unknown().optional(),
});
