import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** `/questions`: what was answered for everybody, or what of it was sought; `all` is how many there are. */
export const QuestionsPage = z.object({
  page: z.literal('questions'),
  agency: PageAgency,
  sought: z.string(),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
  all: z.int().min(0),
});
export type QuestionsPage = z.infer<typeof QuestionsPage>;
