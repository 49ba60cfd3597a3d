import { z } from 'zod';
import { RetainedKind, Retention } from '../retention/retention.ts';

/**
 * What would go of one kind, or goes already: up to the ISO day `until`, from the day `from` on. `count` is how many
 * there are now, at least where `more`, `oldest` and `newest` the days on which they came; of tips there is no count.
 */
export const RetentionPreview = z.object({
  kind: RetainedKind,
  until: z.iso.date(),
  from: z.iso.date(),
  count: z.int().optional(),
  more: z.boolean(),
  oldest: z.iso.date().optional(),
  newest: z.iso.date().optional(),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;

/** `GET /retention` */
export const RetentionAnswer = z.object({
  years: Retention,
  preview: z.array(RetentionPreview),
  last: z.object({ day: z.iso.date(), gone: z.partialRecord(RetainedKind, z.int()) }).optional(),
});
export type RetentionAnswer = z.infer<typeof RetentionAnswer>;
