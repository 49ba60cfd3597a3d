import { z } from 'zod';
import { thaiDigits } from '../words/digits.ts';

/** The digits that a document is written in. Files for reckoning keep numbers as numbers. */
export const Digits = z.enum(['arabic', 'thai']);
export type Digits = z.infer<typeof Digits>;

/** An address, or what has Latin letters in it (`o28`, an e-mail address); else the digits to write. */
const tokens = /https?:\/\/\S+|[\w.+-]*[A-Za-z][\w.@:/?=&+-]*|[0-9]+/g;

/** Words in a document's digits. Addresses and codes with Latin letters stay as they have to be typed. */
export const inDigits = (words: string, digits: Digits | undefined): string =>
  digits === 'thai'
    ? words.replace(tokens, (token) => (/[A-Za-z]/.test(token) ? token : thaiDigits(token)))
    : words;
