import { z } from 'zod';
import { Retention } from '../retention/retention.ts';
import { PageAgency } from './frame.ts';

/** The notice that the law on personal data asks for. */
export const PrivacyPage = z.object({
  page: z.literal('privacy'),
  agency: PageAgency,
  firstAnswerDays: z.int(),
  retention: Retention,
});
export type PrivacyPage = z.infer<typeof PrivacyPage>;
