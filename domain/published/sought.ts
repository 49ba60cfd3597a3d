import { z } from 'zod';
import { cleanText } from '../words/clean.ts';

/** The longest words that are searched for, in UTF-16 units. */
export const WORDS_MOST = 100;

/** What somebody typed into a search, as it came in an address; nothing for what is no text. */
export const Sought = z
  .string()
  .transform((words) => cleanText(words).slice(0, WORDS_MOST))
  .catch('');
