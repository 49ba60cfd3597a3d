import { z } from 'zod';
import { Content } from '../../../domain/evidence/content.ts';
import { EvidenceKey } from '../../../domain/evidence/keys.ts';
import { Preset } from '../../../domain/evidence/periods.ts';
import { HomeMeasures } from '../../../domain/published/home.ts';
import { ProposalKind, ProposalState, QuestionAnswer } from '../../../domain/staff/publish.ts';
import { YearResult } from '../../publish/records.ts';

/**
 * `proposals/{id}`: who wants what to be published, and what became of it. `base` names what was public when it was
 * proposed; `by` are staff ids; `at` is milliseconds since the epoch.
 */
export const ProposalRecord = z.object({
  version: z.literal(1),
  kind: ProposalKind,
  fiscalYear: z.int().optional(),
  key: EvidenceKey.optional(),
  preset: Preset.optional(),
  by: z.string(),
  /** As they were called then. */
  name: z.string(),
  at: z.number(),
  base: z.string(),
  state: ProposalState,
  decided: z
    .object({ by: z.string(), name: z.string(), at: z.number(), words: z.string().optional() })
    .optional(),
});
export type ProposalRecord = z.infer<typeof ProposalRecord>;

/** `proposals/{id}/matter/content`: what would be published, as it was when it was proposed; never changed. */
export const Matter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('result'), fiscalYear: z.int(), result: YearResult }),
  z.object({ kind: z.literal('evidence'), fiscalYear: z.int(), key: EvidenceKey, content: Content }),
  HomeMeasures.extend({ kind: z.literal('measures') }),
  z.object({ kind: z.literal('questions'), questions: z.array(QuestionAnswer) }),
]);
export type Matter = z.infer<typeof Matter>;
