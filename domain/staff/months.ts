import { z } from 'zod';
import { CarriedMonth } from '../case/months.ts';
import { Person } from './cases.ts';

/** Shapes of what is said of whole months: ยอดยกมา and "ตรวจครบทุกช่องทางแล้ว". */

/** `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const MonthParams = z.object({ month: Month });

/** `GET /months?year=`: a fiscal year (Buddhist). */
export const MonthsQuery = z.object({ year: z.coerce.number().int().min(2500).max(2700) });

const signed = { by: Person, day: z.iso.date() };
/** A month's number of general complaints: counted by the system, carried over, and who checked all channels. */
export const MonthState = z.object({
  month: Month,
  received: z.int(),
  carried: CarriedMonth.omit({ by: true, day: true }).extend(signed).optional(),
  checked: z.object(signed).optional(),
  /** Whether totals can be carried over into it: the system did not count the whole of it. */
  mayCarry: z.boolean(),
  /** Whether it is over, so that it can be said that all channels were checked. */
  mayCheck: z.boolean(),
});
export type MonthState = z.infer<typeof MonthState>;
export const Months = z.object({ year: z.int(), months: z.array(MonthState) });
export type Months = z.infer<typeof Months>;

/** `PUT /carried-over/:month`: general complaints of a month before the system; `was` is what was shown before. */
export const CarriedBody = z.strictObject({
  received: z.int().min(0).max(100_000),
  done: z.int().min(0).max(100_000),
  referred: z.int().min(0).max(100_000),
  declined: z.int().min(0).max(100_000),
  was: z.object({ received: z.int(), done: z.int(), referred: z.int(), declined: z.int() }).nullable(),
});
export type CarriedBody = z.infer<typeof CarriedBody>;
