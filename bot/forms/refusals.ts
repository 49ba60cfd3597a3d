import type { Response } from 'express';
import type { FormRefusal } from '../../sealing/form-contract.ts';

/** Every refusal, with its status and its words for whoever calls; none repeats what was sent. */
const refusals: Record<FormRefusal, readonly [status: number, message: string]> = {
  bad_shape: [400, 'The request is not of the documented shape.'],
  too_large: [413, 'The body is larger than allowed.'],
  malformed_part: [400, 'The octets are no sealed part.'],
  part_taken: [409, 'There is another part under this number.'],
  draft_taken: [409, 'This draft takes no parts any more.'],
  not_confirmed: [409, 'The parts are not all there, or the draft cannot be confirmed; begin a new one.'],
  readers_changed: [409, 'The readers changed since; fetch them again and seal anew.'],
  number_taken: [409, 'The thread went on since; look it up again.'],
  still_open: [409, 'It is being worked on; ask those who do.'],
  thread_full: [409, 'The thread takes no more messages.'],
  not_found: [404, 'There is nothing here.'],
  more_work: [429, 'The work is missing, of another day, or too little; fetch what is asked now.'],
  full_today: [429, 'No more can be taken now.'],
  busy: [503, 'Too many requests at once; try again shortly.'],
  failed: [500, 'It was not done; please send it again.'],
};

const RETRY_SECONDS = '5';

/** Answers with a refusal. */
export function refuse(response: Response, code: FormRefusal): void {
  const [status, message] = refusals[code];
  if (code === 'busy') response.set('retry-after', RETRY_SECONDS);
  response.status(status).json({ error: { code, message } });
}
