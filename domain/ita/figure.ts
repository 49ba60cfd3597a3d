import type { ItemCode } from './framework.ts';
import type { Result } from './result.ts';
import { asPrinted, mean } from './rounding.ts';

/** The items that a figure rests on, as far as something is to be said of them. */
export type Ground = {
  /** Items without a score; a derived figure was reckoned without them. */
  readonly missing: readonly ItemCode[];
  /** Items printed with several scores, none chosen; a derived figure was reckoned without them. */
  readonly unsettled: readonly ItemCode[];
  /** Items whose score a person set. */
  readonly judged: readonly ItemCode[];
};

export type Derived = Ground & { readonly origin: 'derived'; readonly value: number };
export type Unknown = Ground & { readonly origin: 'unknown' };

/** A score and how it came. A derived one has beside it what the report prints, where it prints one. */
export type Figure =
  | (Derived & { readonly reported?: number })
  | (Ground & { readonly origin: 'reported'; readonly value: number })
  | Unknown;

export type KnownFigure = Exclude<Figure, Unknown>;

export const known = (figure: Figure): figure is KnownFigure => figure.origin !== 'unknown';

/** The mean of the items that have one settled score, not rounded. */
export function figureOfItems(codes: readonly ItemCode[], result: Result): Derived | Unknown {
  const kindOf = (code: ItemCode) => result.items[code]?.kind;
  const ground = {
    missing: codes.filter((code) => kindOf(code) === undefined),
    unsettled: codes.filter((code) => kindOf(code) === 'several'),
    judged: codes.filter((code) => kindOf(code) === 'judged'),
  };
  const [first, ...others] = codes.flatMap((code) => {
    const item = result.items[code];
    return item === undefined || item.kind === 'several' ? [] : [item.score];
  });
  return first === undefined
    ? { origin: 'unknown', ...ground }
    : { origin: 'derived', value: mean([first, ...others]), ...ground };
}

/** A figure made of others, not rounded; unknown while one of them is. */
export function figureOfParts(
  parts: readonly Figure[],
  combine: (values: readonly [number, ...number[]]) => number,
): Derived | Unknown {
  const ground = {
    missing: parts.flatMap(({ missing }) => missing),
    unsettled: parts.flatMap(({ unsettled }) => unsettled),
    judged: parts.flatMap(({ judged }) => judged),
  };
  const [first, ...others] = parts.flatMap((part) => (known(part) ? [part.value] : []));
  return first === undefined || others.length + 1 < parts.length
    ? { origin: 'unknown', ...ground }
    : { origin: 'derived', value: combine([first, ...others]), ...ground };
}

/** A derived figure as printed, where it may be used; else what is reported. */
export function besideReported(
  figure: Derived | Unknown,
  usable: boolean,
  reported: number | undefined,
): Figure {
  const { missing, unsettled, judged } = figure;
  if (usable && figure.origin === 'derived') {
    return { ...figure, value: asPrinted(figure.value), ...(reported !== undefined && { reported }) };
  }
  return reported === undefined
    ? { origin: 'unknown', missing, unsettled, judged }
    : { origin: 'reported', value: reported, missing, unsettled, judged };
}
