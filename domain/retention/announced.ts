import { z } from 'zod';
import { addDays } from '../calendar/day.ts';

/** So many days stands what is to go on the console before anything of it goes. */
export const NOTICE_DAYS = 7;

/** Up to which ISO day things of one kind may go; `next`: up to which they may from the day `from` on. */
export const Announced = z.object({
  until: z.iso.date().optional(),
  next: z.object({ until: z.iso.date(), from: z.iso.date() }).optional(),
});
export type Announced = z.infer<typeof Announced>;

/**
 * What is announced on an ISO day, where the time of all up to `over` is over. Longer keeping holds at once; what is
 * to go newly, because a fiscal year has ended or somebody chose a shorter time, is announced first.
 */
export function announce(before: Announced, over: string, today: string): Announced {
  const { until, next } = before;
  if (until !== undefined && over <= until) return { until: over };
  if (next?.until !== over) {
    return {
      ...(until === undefined ? {} : { until }),
      next: { until: over, from: addDays(today, NOTICE_DAYS) },
    };
  }
  return next.from <= today ? { until: over } : before;
}
