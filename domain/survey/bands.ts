import { z } from 'zod';

const limit = z.number().min(1).max(5);

/**
 * The lowest mean (two decimals) of each word above the last, best word first; what is lower has the last word. The
 * words are those of the five ratings.
 */
export const BandLimits = z
  .tuple([limit, limit, limit, limit])
  .refine((limits) => limits.every((one, at) => at === 0 || one < (limits[at - 1] ?? 0)), 'bad_order');
export type BandLimits = z.infer<typeof BandLimits>;

/** The ones Thai agencies use most: 4.51–5.00 is มากที่สุด, 1.00–1.50 น้อยที่สุด. */
export const bestLimits: BandLimits = [4.51, 3.51, 2.51, 1.51];

/** Five spans of one width: 4.21–5.00 is มากที่สุด, 1.00–1.80 น้อยที่สุด. */
export const equalLimits: BandLimits = [4.21, 3.41, 2.61, 1.81];

/** A word for means from `from` (inclusive, two decimals) up to the next band. */
export type Band = { readonly from: number; readonly label: string };

/** The bands of some limits, highest first; `words` are five, best first. */
export const bandsOf = (limits: BandLimits, words: readonly string[]): Band[] =>
  [...limits, 1].map((from, at) => ({ from, label: words[at] ?? '' }));
