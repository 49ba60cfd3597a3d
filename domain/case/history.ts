import { z } from 'zod';
import { Outcome, Waiting } from './case.ts';
import { Change } from './status.ts';

/**
 * `by`: a staff id, `reporter` or `system`. `at`, an instant in ISO, stands where one of the staff did it; of a
 * reporter only the day is kept.
 */
const made = { version: z.literal(1), by: z.string(), day: z.iso.date(), at: z.iso.datetime().optional() };
const turned = z.object({ from: z.string().optional(), to: z.string().optional() }).optional();

/**
 * `cases/{id}/history/{n}`: what was done to a case, by whom; `n` is the edition that it made. Read by staff alone: nothing that a reporter is shown
 * comes from here, so that a note for staff cannot reach one.
 */
export const CaseHistory = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    ...made,
    change: Change,
    waiting: Waiting.optional(),
    outcome: Outcome.optional(),
    /** The number of the photo taken after the work. */
    photo: z.int().optional(),
  }),
  z.object({ kind: z.literal('entered'), ...made }),
  z.object({ kind: z.enum(['answer', 'ask']), ...made, message: z.int() }),
  z.object({ kind: z.literal('note'), ...made, text: z.string() }),
  /** Staff id; nobody where it is not there. */
  z.object({ kind: z.literal('assign'), ...made, to: z.string().optional() }),
  z.object({
    kind: z.literal('sort'),
    ...made,
    category: turned,
    place: turned,
    unit: turned,
    concerns: turned,
  }),
  z.object({ kind: z.enum(['join', 'unjoin']), ...made, caseId: z.string(), number: z.string() }),
  z.object({ kind: z.enum(['mischief proposed', 'mischief withdrawn']), ...made, note: z.string() }),
  z.object({ kind: z.literal('escalated'), ...made, to: z.enum(['head', 'palad']) }),
]);
export type CaseHistory = z.infer<typeof CaseHistory>;

/** What is said of a change besides who made it and when. */
export type Happened = CaseHistory extends infer Entry
  ? Entry extends CaseHistory
    ? Omit<Entry, 'version' | 'by' | 'day' | 'at'>
    : never
  : never;
