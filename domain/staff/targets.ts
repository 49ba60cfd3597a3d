import { z } from 'zod';

/** A group that gets alerts. LINE counts a message to a group once for each member. */
export const TargetRow = z.object({
  id: z.string(),
  label: z.string(),
  /** Absent where LINE did not tell; `gone` where the account is no longer in the group. */
  members: z.union([z.int(), z.literal('gone')]).optional(),
});
export type TargetRow = z.infer<typeof TargetRow>;

/** `GET /targets`. `newCases`: how many cases came in the last whole month, each an alert to every group. */
export const TargetsAnswer = z.object({
  targets: z.array(TargetRow),
  newCases: z.int(),
  quota: z.object({ used: z.int(), limit: z.int().optional() }).optional(),
});
export type TargetsAnswer = z.infer<typeof TargetsAnswer>;

/** `now` of `line_failed`: what LINE answered a test with; absent where no answer came. */
export const LineStatus = z.object({ status: z.int().optional() });

/** What alerts cost in a month, in messages of the quota. */
export const costOf = ({ members }: TargetRow, newCases: number): number | undefined =>
  typeof members === 'number' ? members * newCases : undefined;
