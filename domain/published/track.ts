import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** The follow-up page: a receipt is typed into it, and never stands in its address. */
export const TrackPage = z.object({ page: z.literal('track'), agency: PageAgency });
export type TrackPage = z.infer<typeof TrackPage>;
