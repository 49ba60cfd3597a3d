import type { ItemCode, ItemKey } from './framework.ts';
import { frameworkOf } from './frameworks.ts';
import type { Mark } from './sources.ts';

/**
 * Where a key stands in a year: an item (or several) of its own; inside another key's item; no longer
 * asked for; or unknown, because that year's list, or this part of it, was not found.
 */
export type YearsCode =
  | (Mark & { readonly fate: 'item'; readonly codes: readonly [ItemCode, ...ItemCode[]] })
  | (Mark & { readonly fate: 'merged'; readonly into: ItemCode })
  | (Mark & { readonly fate: 'dropped' })
  | { readonly fate: 'unknown' };

/** Under which number a fiscal year asks for what a key is about. */
export function codeOf(key: ItemKey, fiscalYear: number): YearsCode {
  const framework = frameworkOf(fiscalYear);
  const [first, ...others] = framework?.items.filter((item) => item.key === key) ?? [];
  if (first !== undefined) {
    const { seen, source } = first;
    return { fate: 'item', codes: [first.code, ...others.map(({ code }) => code)], seen, source };
  }
  const without = framework?.withoutItem.find((entry) => entry.key === key);
  if (without === undefined) return { fate: 'unknown' };
  const { seen, source } = without;
  return without.fate === 'merged'
    ? { fate: 'merged', into: without.into, seen, source }
    : { fate: 'dropped', seen, source };
}

/** What a year's item is about, if it has a key. */
export const keyOf = (code: ItemCode, fiscalYear: number): ItemKey | undefined =>
  frameworkOf(fiscalYear)?.items.find((item) => item.code === code)?.key;

/** The keys that a year's item holds: its own and those merged into it. */
export function keysIn(code: ItemCode, fiscalYear: number): ItemKey[] {
  const own = keyOf(code, fiscalYear);
  const merged = frameworkOf(fiscalYear)?.withoutItem.flatMap((entry) =>
    entry.fate === 'merged' && entry.into === code ? [entry.key] : [],
  );
  return [...(own === undefined ? [] : [own]), ...(merged ?? [])];
}
