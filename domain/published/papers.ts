import { z } from 'zod';
import { Withdrawal } from '../evidence/evidence.ts';
import { PaperId, PaperIssue, PaperKind } from '../papers/paper.ts';
import { PaperEntry } from '../papers/register.ts';
import { PageAgency } from './frame.ts';

/** So many papers stand on one page. */
export const ON_PAGE = 30;

/** `/papers`: what is public, or what of it was sought. `at` is the number of the page, from 1. */
export const PapersPage = z.object({
  page: z.literal('papers'),
  agency: PageAgency,
  sought: z.object({ words: z.string(), kind: PaperKind.optional(), year: z.int().optional() }),
  /** What can be chosen from: kinds and years of which there is a paper. */
  kinds: z.array(PaperKind),
  years: z.array(z.int()),
  papers: z.array(PaperEntry),
  all: z.int(),
  at: z.int().min(1),
  pages: z.int().min(1),
});
export type PapersPage = z.infer<typeof PapersPage>;

/** `/papers/{id}`: one paper with all its versions; while it is withdrawn its files are not served. */
export const PaperPage = z.object({
  page: z.literal('paper'),
  agency: PageAgency,
  id: PaperId,
  issues: z.array(PaperIssue).min(1),
  /** The unit's name. */
  unit: z.string().optional(),
  withdrawn: Withdrawal.optional(),
});
export type PaperPage = z.infer<typeof PaperPage>;
