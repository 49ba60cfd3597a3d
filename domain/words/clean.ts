import { arabicDigits } from './digits.ts';

/** Marks that reorder or isolate text: they make a sentence read otherwise than it is stored. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What shows nothing; the zero-width joiner is left to {@link looseJoiner}. */
const invisible = /[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A zero-width joiner that does not hold an emoji together. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Thai and ASCII as they are typed, which have none of what is removed. */
const ordinary = /^[\t\n\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e5b]*$/;

/** A pure function with its last answer kept: one step asks a dozen questions of the same text. */
function recalling(make: (text: string) => string): (text: string) => string {
  let [asked, answer] = ['', make('')];
  return (text) => {
    if (text !== asked) [asked, answer] = [text, make(text)];
    return answer;
  };
}

const withoutUnseen = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(directionMarks, '')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(looseJoiner, '');

/**
 * A text fit to be kept and shown: without control, zero-width and direction marks, lone surrogates
 * replaced, at most one empty line in a row, trimmed. Line breaks, tabs and emoji stay.
 */
export const cleanText = recalling((text) =>
  (ordinary.test(text) ? text.normalize('NFC') : withoutUnseen(text))
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .trim(),
);

/**
 * A text fit to be compared: as {@link cleanText}, then compatibility forms, digits and case folded, sara
 * am and misplaced tone marks in their one order, `เเ` as `แ`, marks doubled and letters drawn out
 * (`มากกกก`) once, white space as single spaces. Tone marks stay: ไม่, ไม้ and ไหม are different words.
 */
export const comparable = recalling((text) =>
  arabicDigits(cleanText(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, '$1')
    .replace(/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39\u0e47])/g, '$2$1')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, '$1\u0e33')
    .replace(/\u0e33([\u0e48-\u0e4b])/g, '$1\u0e33')
    .replace(/เเ/g, 'แ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** The letters, marks and digits of a text that {@link comparable} gave. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** The letters, marks and digits of a text, in the form of {@link comparable}. */
export const letters = recalling((text) => lettersOf(comparable(text)));
