import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** The notice that the law on personal data asks for. */
export const PrivacyPage = z.object({
  page: z.literal('privacy'),
  agency: PageAgency,
  firstAnswerDays: z.int(),
});
export type PrivacyPage = z.infer<typeof PrivacyPage>;
