import { letters } from './clean.ts';

/** Where a word stands in a text, in UTF-16 units; `to` is not part of it. */
export type Span = { readonly from: number; readonly to: number };

const gap = '…';
const longestGapUnits = 14;

/** Phrases are few and the same for every message: each is taken apart once. */
const known = new Map<string, readonly string[]>();

/**
 * Every place at which a phrase stands in a text that `letters` gave, as the spans of its words. `…` in a
 * phrase stands for up to 14 UTF-16 units of other words: ไฟ…ดับ is found in ไฟหน้าวัดดับ.
 */
export function findPhrase(text: string, phrase: string): Span[][] {
  const found: Span[][] = [];
  const words = wordsOf(phrase);
  const first = words[0];
  if (first === undefined) return found;
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    const spans = following(text, { from, to: from + first.length }, words.slice(1));
    if (spans) found.push(spans);
  }
  return found;
}

/** The first word of a phrase, all letters and digits: where that stands nowhere, the phrase does not. */
export const firstWordOf = (phrase: string): string => wordsOf(phrase)[0] ?? '';

function following(text: string, first: Span, others: readonly string[]): Span[] | undefined {
  const spans = [first];
  let end = first.to;
  for (const word of others) {
    const from = text.indexOf(word, end);
    if (from < 0 || from - end > longestGapUnits) return undefined;
    end = from + word.length;
    spans.push({ from, to: end });
  }
  return spans;
}

function wordsOf(phrase: string): readonly string[] {
  const found = known.get(phrase);
  if (found) return found;
  const words = phrase
    .split(gap)
    .map(letters)
    .filter((word) => word !== '');
  known.set(phrase, words);
  return words;
}
