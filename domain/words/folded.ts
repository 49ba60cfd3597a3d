import { comparable, lettersOf } from './clean.ts';

/**
 * Thai letters as fonts draw them beside tall or deep ones: many programs write these private letters, U+F700 to
 * U+F71A, into a PDF. Here are the letters that they stand for, in order.
 */
const drawn =
  '\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a';
const privateLetter = /[\uf700-\uf71a]/g;
const blankBeforeMark = /\s+(?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])/g;

/** Words as they come out of a PDF, with marks that were drawn apart or by private letters put right. */
export const mendedThai = (text: string): string =>
  text
    .replace(privateLetter, (letter) => drawn.charAt(letter.charCodeAt(0) - 0xf700))
    .replace(blankBeforeMark, '');

/**
 * Letters without what PDFs lose most: tone marks and other marks above, and the ring of sara am. น้ำ and นา are the
 * same here, so titles, which are typed, are not searched in this form.
 */
export const foldedLetters = (text: string): string =>
  lettersOf(comparable(text))
    .replace(/[\u0e47-\u0e4e]/g, '')
    .replaceAll('\u0e33', '\u0e32');
