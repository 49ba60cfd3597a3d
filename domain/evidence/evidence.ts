import { z } from 'zod';
import { Content } from './content.ts';
import { EvidenceKey } from './keys.ts';

/** Who answers for something published: a name with a position. */
export const Approver = z
  .string()
  .trim()
  .min(3)
  .max(120)
  .regex(/^[^\p{Cc}]+$/u);

/** `evidence/{fiscalYear}-{key}/versions/{n}`: written once when it is approved, never changed. */
export const EvidenceVersion = z.object({
  version: z.literal(1),
  fiscalYear: z.int(),
  key: EvidenceKey,
  n: z.int().min(1),
  approvedOn: z.iso.date(),
  approvedBy: Approver,
  content: Content,
});
export type EvidenceVersion = z.infer<typeof EvidenceVersion>;

/** Taken down, and why; the note stays where the page was. */
export const Withdrawal = z.object({ day: z.iso.date(), by: Approver, because: z.string().min(1).max(500) });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** One approval as it is listed under the newest. */
export const Approval = z.object({
  n: z.int().min(1),
  approvedOn: z.iso.date(),
  approvedBy: Approver,
  period: z.string().optional(),
});
export type Approval = z.infer<typeof Approval>;

/** `evidence/{fiscalYear}-{key}`: which versions there are, oldest first; `withdrawn` while none is shown. */
export const EvidenceHead = z.object({
  version: z.literal(1),
  fiscalYear: z.int(),
  key: EvidenceKey,
  approvals: z.array(Approval).min(1).max(200),
  withdrawn: Withdrawal.optional(),
});
export type EvidenceHead = z.infer<typeof EvidenceHead>;
