import { z } from 'zod';

const count = z.int().min(0);

/**
 * General complaints of a month that the system did not count, as somebody added them up: received, and of these
 * answered for good (`done`), some of them by referring and declining. `by` is a staff id.
 */
export const CarriedMonth = z.object({
  received: count,
  done: count,
  referred: count,
  declined: count,
  by: z.string(),
  day: z.iso.date(),
});
export type CarriedMonth = z.infer<typeof CarriedMonth>;

/** Who said, when, that every channel was checked for a month: only then is zero zero. */
export const CheckedMonth = z.object({ by: z.string(), name: z.string(), day: z.iso.date() });
export type CheckedMonth = z.infer<typeof CheckedMonth>;

/** `months/{fiscalYear}`, by month (`YYYY-MM`). */
export const MonthsRecord = z.object({
  version: z.literal(1),
  carried: z.record(z.string(), CarriedMonth),
  checked: z.record(z.string(), CheckedMonth),
});
export type MonthsRecord = z.infer<typeof MonthsRecord>;

/** Whether the parts of a total can be parts of it. */
export const isConsistent = ({
  received,
  done,
  referred,
  declined,
}: Pick<CarriedMonth, 'received' | 'done' | 'referred' | 'declined'>): boolean =>
  done <= received && referred + declined <= done;
