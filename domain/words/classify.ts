import type { Category } from '../agency/agency.ts';
import { letters } from './clean.ts';
import { findPhrase, type Span } from './phrase.ts';

export type CategoryGuess = { readonly id: string; readonly certain: boolean };

type Found = {
  readonly id: string;
  readonly words: readonly Span[];
  readonly size: number;
  /** Said only of where something is: the tree of ข้างต้นไม้. */
  readonly aside: boolean;
};

const denial = /(?:ไม่ใช่|บ่แม่น|ไม่เกี่ยวกับ|ไม่ได้แจ้ง)(?:เรื่อง|ปัญหา)?$/u;
const beside = /(?:ข้าง|ริม|กลาง|ขวาง|ใกล้|แถว|ตรงข้าม)$/u;
const longestBeforeUnits = 20;
/** What a long text is about is said before this many letters. */
const mostLetters = 2000;

/**
 * What a text is about, by the agency's keywords: the category with the longest matches together wins. A
 * keyword that overlaps a longer one does not count, nor one that is denied (ไม่ใช่เรื่องน้ำ), nor one that
 * only says where (ข้างถนน) while others say what. `…` in a keyword stands for a few other words, as
 * `findPhrase` has it. Undefined when nothing matches or two are equal. `certain` when no other comes near.
 */
export function guessCategory(text: string, categories: readonly Category[]): CategoryGuess | undefined {
  const found = longest(keywordsIn(letters(text).slice(0, mostLetters), categories));
  const named = found.filter(({ aside }) => !aside);
  const scores = new Map<string, number>();
  for (const { id, size } of named.length > 0 ? named : found) {
    scores.set(id, (scores.get(id) ?? 0) + size);
  }
  const [best, second] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (best === undefined || best[1] === second?.[1]) return undefined;
  return { id: best[0], certain: named.length > 0 && best[1] >= 2 * (second?.[1] ?? 0) };
}

function keywordsIn(text: string, categories: readonly Category[]): Found[] {
  return categories.flatMap(({ id, keywords }) =>
    keywords
      .flatMap((keyword) => findPhrase(text, keyword))
      .map((words) => ({ words, before: beforeFirst(text, words) }))
      .filter(({ before }) => !denial.test(before))
      .map(({ words, before }) => ({
        id,
        words,
        size: words.reduce((sum, { from, to }) => sum + to - from, 0),
        aside: beside.test(before),
      })),
  );
}

function beforeFirst(text: string, words: readonly Span[]): string {
  const from = words[0]?.from ?? 0;
  return text.slice(Math.max(0, from - longestBeforeUnits), from);
}

/** Those that overlap no longer one; of equally long ones that overlap, one for each category. */
function longest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => b.size - a.size)) {
    const rivals = kept.filter((other) => overlap(one, other));
    if (rivals.every((other) => other.size === one.size && other.id !== one.id)) kept.push(one);
  }
  return kept;
}

const overlap = (a: Found, b: Found): boolean =>
  a.words.some((left) => b.words.some((right) => left.from < right.to && right.from < left.to));
