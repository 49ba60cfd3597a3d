import type { Response } from 'express';
import type { StaffRefusal } from '../../domain/staff/refusal.ts';

/** Every refusal, with its status and its words for whoever calls; none repeats what was sent. */
const refusals: Record<StaffRefusal, readonly [status: number, message: string]> = {
  bad_shape: [400, 'The request is not of the documented shape.'],
  bad_fields: [422, 'Some fields cannot be kept as they are.'],
  too_large: [413, 'The body is larger than allowed.'],
  unreadable_picture: [400, 'The octets are no picture that can be kept.'],
  not_signed_in: [401, 'There is no such staff session; sign in again.'],
  no_longer_staff: [401, 'The session belongs to nobody on the staff any more.'],
  bad_token: [401, 'The token is not one that LINE signed for this agency, or it has expired.'],
  bad_ticket: [401, 'The ticket was used, or has expired; sign in again.'],
  no_login: [503, 'Signing in with LINE is not set up here.'],
  login_unreachable: [503, 'The keys of LINE cannot be fetched now; try again shortly.'],
  not_staff: [403, 'This account belongs to nobody on the staff.'],
  role_too_low: [403, 'This is for other roles.'],
  not_found: [404, 'There is nothing here.'],
  changed: [409, 'Somebody changed it since; look again.'],
  not_now: [409, 'It does not stand where this can be done.'],
  exists: [409, 'There is one already.'],
  second_person: [409, 'Another person has to do this.'],
  too_soon: [409, 'This has to wait a while yet.'],
  too_late: [409, 'This went out already.'],
  wrong_code: [409, 'What was typed does not match.'],
  too_many: [429, 'Too many of these; wait a while.'],
  busy: [503, 'Too much at once; try again shortly.'],
  line_failed: [502, 'LINE did not take it.'],
  failed: [500, 'It was not done; please send it again.'],
};

/** Answers with a refusal; `now` says what stands there now. */
export function refuse(response: Response, code: StaffRefusal, now?: unknown): void {
  const [status, message] = refusals[code];
  response.status(status).json({ error: { code, message }, ...(now === undefined ? {} : { now }) });
}
