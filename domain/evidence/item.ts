import { evidenceWords } from '../catalogue/evidence.ts';
import type { ItemKey } from '../ita/framework.ts';
import { frameworks } from '../ita/frameworks.ts';
import { codeOf, type YearsCode } from '../ita/keys.ts';
import type { Seen } from '../ita/sources.ts';

/** How a year asks for a piece of evidence, for people. */
export type OfficialItem = {
  readonly title: string;
  /** `o28 (ปี 2566)`; absent where the year gives it no number of its own. */
  readonly label?: string;
  /** What is to be said of the number: merged, dropped, not known, not seen at a source. */
  readonly notes: readonly string[];
};

const say = evidenceWords.item;

const noteOf = (seen: Seen): string[] => {
  const note = say.seen[seen];
  return note === undefined ? [] : [note];
};

/** The years whose lists are known, newest first, without the year itself. */
const otherYears = (fiscalYear: number): number[] =>
  frameworks
    .map((framework) => framework.fiscalYear)
    .filter((year) => year !== fiscalYear)
    .toSorted((a, b) => b - a);

const itemIn = (key: ItemKey, fiscalYear: number) =>
  frameworks.find((framework) => framework.fiscalYear === fiscalYear)?.items.find((item) => item.key === key);

/** The official title in the year; else in the nearest year whose list was seen at a source, or in any. */
function titleOf(key: ItemKey, fiscalYear: number): string {
  const own = itemIn(key, fiscalYear);
  if (own !== undefined) return own.title;
  const others = otherYears(fiscalYear)
    .toSorted((a, b) => Math.abs(a - fiscalYear) - Math.abs(b - fiscalYear))
    .flatMap((year) => itemIn(key, year) ?? []);
  return (others.find(({ seen }) => seen === 'seen') ?? others[0])?.title ?? key;
}

/** The newest other year that gives the key a number of its own. */
function numberElsewhere(key: ItemKey, fiscalYear: number): string | undefined {
  for (const year of otherYears(fiscalYear)) {
    const elsewhere = codeOf(key, year);
    if (elsewhere.fate === 'item') return say.label(elsewhere.codes.join(', '), year);
  }
  return undefined;
}

function withoutNumber(code: Exclude<YearsCode, { fate: 'item' }>, key: ItemKey, year: number): string[] {
  const elsewhere = numberElsewhere(key, year);
  const lately = elsewhere === undefined ? '' : say.lately(elsewhere);
  switch (code.fate) {
    case 'merged':
      return [say.merged(year, code.into), ...noteOf(code.seen)];
    case 'dropped':
      return [say.dropped(year, lately), ...noteOf(code.seen)];
    case 'unknown':
      return [say.unknown(year, lately)];
  }
}

/** The official title and number of a piece of evidence in a fiscal year (Buddhist). */
export function officialItem(key: ItemKey, fiscalYear: number): OfficialItem {
  const code = codeOf(key, fiscalYear);
  const title = titleOf(key, fiscalYear);
  if (code.fate !== 'item') return { title, notes: withoutNumber(code, key, fiscalYear) };
  return { title, label: say.label(code.codes.join(', '), fiscalYear), notes: noteOf(code.seen) };
}
