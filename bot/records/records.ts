import { z } from 'zod';

/** Octets as the store gives them back. */
const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** `cases/{id}/attachments/{n}`. `held`: encrypted for its sender alone, until the draft is sorted. */
export const Attachment = z.object({
  version: z.literal(1),
  kind: z.enum(['photo', 'voice']),
  mime: z.string(),
  bytes: octets,
  held: z.boolean(),
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * `cases/{id}/messages/{n}` of a tip: one sealed part, as it came. `header`: another header for it, by which readers
 * were added later (`sealing/header.ts`).
 */
export const SealedMessage = z.object({ version: z.literal(1), sealed: octets, header: octets.optional() });

/** `receipts/{lookupMark}`. */
export const ReceiptRecord = z.object({
  version: z.literal(1),
  caseId: z.string(),
  kind: z.enum(['case', 'tip']),
});
export type ReceiptRecord = z.infer<typeof ReceiptRecord>;

/** `routes/{caseId}`: the encrypted LINE user id of a reporter who asked to be told, and how many pushes went. */
export const Route = z.object({
  version: z.literal(1),
  sealed: octets,
  who: z.string(),
  day: z.iso.date(),
  pushes: z.int(),
});

/** `limits/{mark}`: counts of a sender in one period; a count that is missing is none. */
export const Limits = z.object({
  case: z.number().default(0),
  tip: z.number().default(0),
  miss: z.number().default(0),
});
export type Limits = z.infer<typeof Limits>;

/** `answered/{period}`: who answered, as marks in sorted order that the period's own half key makes. */
export const Answered = z.object({ version: z.literal(1), halfKey: octets, marks: z.array(z.string()) });

/** `tallies/case-numbers-{fiscalYear}`: the last running number given. */
export const CaseNumbers = z.object({ version: z.literal(1), last: z.int().min(0) });
export type CaseNumbers = z.infer<typeof CaseNumbers>;

/** `targets/{id}`: a group that gets alerts. */
export const Target = z.object({
  version: z.literal(1),
  kind: z.literal('group'),
  groupId: z.string(),
  label: z.string(),
});
