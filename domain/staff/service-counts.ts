import { z } from 'zod';
import { Ways } from '../service/counts.ts';
import { Person } from './cases.ts';
import { Month } from './months.ts';

/** Shapes of the monthly count of services. */

const Signed = Ways.extend({ by: Person, day: z.iso.date() });

const ServiceRow = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  /** Whether it is of the unit of whoever asks. */
  isMine: z.boolean(),
  entered: Signed.optional(),
  /** What was entered before, the newest first. */
  former: z.array(Signed),
  /** What the system itself counted, to begin from. */
  suggested: Ways.extend({ from: z.enum(['cases', 'survey']) }).optional(),
});
export type ServiceRow = z.infer<typeof ServiceRow>;

/** `GET /service-counts/:month`, and what changing it answers. */
export const ServiceCounts = z.object({
  month: Month,
  /** Whether it is over, so that it can be counted. */
  mayEnter: z.boolean(),
  services: z.array(ServiceRow),
});
export type ServiceCounts = z.infer<typeof ServiceCounts>;

/** `PUT /service-counts/:month`: what is to be entered or corrected; `was` is what was shown before. */
export const ServiceCountsBody = z.strictObject({
  rows: z
    .array(Ways.extend({ service: z.string().max(40), was: Ways.nullable() }))
    .min(1)
    .max(240),
});
export type ServiceCountsBody = z.infer<typeof ServiceCountsBody>;

/** `GET /service-counts?year=`: how many services of each month that is over were entered, of how many. */
export const ServiceMonths = z.object({
  year: z.int(),
  months: z.array(z.object({ month: Month, entered: z.int(), of: z.int() })),
});
export type ServiceMonths = z.infer<typeof ServiceMonths>;
