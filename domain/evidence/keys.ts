import { z } from 'zod';

/** Evidence that has a page of its own; the keys are those of the ITA items. */
export const EvidenceKey = z.enum([
  'complaint_guideline',
  'complaint_channel',
  'complaint_statistics',
  'satisfaction_survey',
  'service_statistics',
  'q_and_a',
  'e_service',
  'participation',
  'contact',
  'measures',
  'measures_report',
]);
export type EvidenceKey = z.infer<typeof EvidenceKey>;

/** `evidence/{fiscalYear}-{key}`, and the end of `published/oit-{fiscalYear}-{key}`. */
export const evidenceId = (fiscalYear: number, key: EvidenceKey): string => `${fiscalYear}-${key}`;
