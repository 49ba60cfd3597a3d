import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** Nothing stands at this address. */
export const NotFoundPage = z.object({ page: z.literal('not_found'), agency: PageAgency });
export type NotFoundPage = z.infer<typeof NotFoundPage>;

/** The page cannot be shown now: what is known all the same. */
export const UnavailablePage = z.object({ page: z.literal('unavailable'), agency: PageAgency });
export type UnavailablePage = z.infer<typeof UnavailablePage>;
