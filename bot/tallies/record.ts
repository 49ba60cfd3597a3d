import { z } from 'zod';

/** A counter that did not hold what was counted; it does since. */
export const Mended = z.object({ key: z.string(), counter: z.string(), was: z.number(), is: z.number() });
export type Mended = z.infer<typeof Mended>;

/** `settings/tallies`: how tallies and documents agreed when they were last compared; instants in milliseconds. */
export const TalliesRecord = z.object({
  version: z.literal(1),
  /** When all portions of a night were last compared. */
  at: z.number().optional(),
  /** The older portion that was compared last. */
  last: z.string().optional(),
  /** What was mended the last time that something was; of tips nothing is said. */
  mended: z.object({ at: z.number(), counters: z.int(), some: z.array(Mended) }).optional(),
});
export type TalliesRecord = z.infer<typeof TalliesRecord>;
