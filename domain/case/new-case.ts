import type { z } from 'zod';
import { Case } from './case.ts';
import { standing } from './standing.ts';

/** A case as it begins, with all that follows from what is given. @throws ZodError where that is no case */
export const newCase = (given: z.input<typeof Case>): Case => standing(Case.parse(given));
