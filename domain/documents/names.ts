import { z } from 'zod';

/** Papers that list cases of a period; they are the office's own and never public. */
export const ListName = z.enum(['register', 'answered', 'lpa']);
export type ListName = z.infer<typeof ListName>;
