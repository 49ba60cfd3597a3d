import { z } from 'zod';
import { Digits } from '../../domain/evidence/digits.ts';
import { Approver } from '../../domain/evidence/evidence.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { Preset } from '../../domain/evidence/periods.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { YearResult } from './records.ts';

const which = { fiscalYear: z.int().min(2500).max(2700), key: EvidenceKey };

/** Something to be done to what is published, by whoever has the store open. */
export const Job = z.discriminatedUnion('do', [
  z.object({ do: z.literal('import'), result: YearResult }),
  z.object({ do: z.literal('import plan'), fiscalYear: which.fiscalYear }),
  z.object({ do: z.literal('approve result'), fiscalYear: which.fiscalYear, by: Approver }),
  z.object({ do: z.literal('show evidence'), ...which, preset: Preset, digits: Digits.optional() }),
  z.object({
    do: z.literal('approve evidence'),
    ...which,
    preset: Preset,
    digits: Digits.optional(),
    by: Approver,
  }),
  z.object({
    do: z.literal('withdraw evidence'),
    ...which,
    by: Approver,
    because: z.string().trim().min(1).max(500),
  }),
  z.object({ do: z.literal('profile'), profile: EvidenceProfile }),
]);
export type Job = z.infer<typeof Job>;

/** What became of a job, in words for whoever asked. */
export const Outcome = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type Outcome = z.infer<typeof Outcome>;
