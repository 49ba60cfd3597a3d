import { editDistance } from './edit-distance.ts';
import { clusters } from './graphemes.ts';

/** One way to say a label: the letters of the whole, or of a part of it, with what is compared of them. */
export type LabelKey = {
  readonly index: number;
  readonly key: string;
  readonly toneless: string;
  /** The clusters of `toneless`. */
  readonly clusters: readonly string[];
  /** Its digits, and whether it says "not": neither is ever a slip. */
  readonly numbers: string;
  readonly negated: boolean;
};

/** What is compared of the letters of a label. */
export function labelKey(key: string): Omit<LabelKey, 'index'> {
  const toneless = withoutTones(key);
  return {
    key,
    toneless,
    clusters: clusters(toneless),
    numbers: key.replace(/\D/g, ''),
    negated: negation.test(key),
  };
}

const mostSlips = 3;
/** A text longer than the longest label by more than this many UTF-16 units is not nearly one of them. */
const slackUnits = 12;
const negation = /ไม่|บ่(?![ก-ฮ])|อย่า/u;

/**
 * The index of the only label that one of the typed variants says, or nearly says: the same letters, the
 * same without tone marks, its beginning, with a few slips, or a good part of it, in this order. Letters as
 * `lettersOf` gives them. Digits and a "not" are never taken for slips.
 */
export function nearestLabel(typed: readonly string[], keys: readonly LabelKey[]): number | undefined {
  const longest = Math.max(0, ...keys.map(({ key }) => key.length)) + slackUnits;
  const variants = [...new Set(typed)].filter(({ length }) => length > 0 && length <= longest);
  for (const variant of variants) {
    const same = onlyIndex(keys.filter(({ key }) => key === variant));
    if (same !== undefined) return same;
  }
  if (variants.length === 0) return undefined;
  for (const variant of variants.map(withoutTones)) {
    const same = onlyIndex(keys.filter(({ toneless }) => toneless === variant));
    if (same !== undefined) return same;
  }
  for (const variant of variants) {
    const near = nearly(variant, keys);
    if (near !== undefined) return near;
  }
  return undefined;
}

function nearly(typed: string, keys: readonly LabelKey[]): number | undefined {
  const said = labelKey(typed);
  const size = said.clusters.length;
  const alike = keys.filter(({ numbers, negated }) => numbers === said.numbers && negated === said.negated);
  return (
    beginning(said.toneless, size, alike) ??
    misspelt(said.clusters, alike) ??
    within(said.toneless, size, alike)
  );
}

/** The typed text begins one label, and is at least three clusters or most of it. */
function beginning(toneless: string, size: number, labels: readonly LabelKey[]): number | undefined {
  const begun = labels.filter((label) => label.toneless.startsWith(toneless));
  return begun.some((label) => size >= 3 || size / label.clusters.length >= 0.6)
    ? onlyIndex(begun)
    : undefined;
}

/** The typed text is one label with a few slips, and further from every other that it could be. */
function misspelt(typed: readonly string[], labels: readonly LabelKey[]): number | undefined {
  const [best, ...others] = labels
    .filter((label) => Math.abs(label.clusters.length - typed.length) <= mostSlips)
    .map((label) => ({
      index: label.index,
      distance: editDistance(typed, label.clusters),
      allowed: slipsAllowed(Math.min(typed.length, label.clusters.length)),
    }))
    .filter(({ distance, allowed }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance);
  const other = others.find(({ index }) => index !== best?.index);
  return best === undefined || (other !== undefined && other.distance < best.distance + 2)
    ? undefined
    : best.index;
}

/** The typed text is a good part of one label. */
function within(toneless: string, size: number, labels: readonly LabelKey[]): number | undefined {
  const holding = labels.filter((label) => label.toneless.includes(toneless));
  return holding.some((label) => size >= 4 && size / label.clusters.length >= 0.4)
    ? onlyIndex(holding)
    : undefined;
}

const slipsAllowed = (length: number): number => {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 11 ? 2 : mostSlips;
};

function onlyIndex(labels: readonly { readonly index: number }[]): number | undefined {
  const indexes = new Set(labels.map(({ index }) => index));
  return indexes.size === 1 ? labels[0]?.index : undefined;
}

/** Words as they are when tone and other marks above are left out, and ใ is typed as ไ. */
export const withoutTones = (text: string): string =>
  text.replace(/[\u0e47-\u0e4c]/g, '').replaceAll('ใ', 'ไ');
