import { z } from 'zod';
import { cleanText } from '../words/clean.ts';

/** Words that somebody typed: cleaned, then between `least` (1 where not said) and `most` UTF-16 units long. */
export const typedWords = (most: number, least = 1) =>
  z.string().transform(cleanText).pipe(z.string().min(least).max(most));
