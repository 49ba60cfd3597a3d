import { z } from 'zod';
import { Voice } from '../agency/agency.ts';
import { PageAgency } from './frame.ts';

/** The follow-up page: a receipt is typed into it, and never stands in its address. */
export const TrackPage = z.object({ page: z.literal('track'), agency: PageAgency, voice: Voice });
export type TrackPage = z.infer<typeof TrackPage>;
