import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** The private form: the same for everybody, and nothing in it of who asks. */
export const TipPage = z.object({ page: z.literal('tip'), agency: PageAgency });
export type TipPage = z.infer<typeof TipPage>;
