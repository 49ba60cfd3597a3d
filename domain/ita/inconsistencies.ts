import { known } from './figure.ts';
import { type Framework, type Indicator, type ItemCode, itemsOf } from './framework.ts';
import { printedScores, type RawResult, type ResultLine, resultOf } from './result.ts';
import { asPrinted, mean } from './rounding.ts';
import { score } from './scoring.ts';

/** Something in a year's result that a person should look at; nothing is chosen on their behalf. */
export type Inconsistency =
  /** The lines that print the item, as they came. */
  | { readonly kind: 'several_values'; readonly code: ItemCode; readonly lines: readonly ResultLine[] }
  /** `implied`: the one score of 0 and 100 with which the indicator comes out as reported. */
  | { readonly kind: 'missing_item'; readonly code: ItemCode; readonly implied?: number }
  /** The year has no such item. */
  | { readonly kind: 'foreign_item'; readonly code: ItemCode }
  /** The year has no such indicator. */
  | { readonly kind: 'foreign_indicator'; readonly no: number }
  | {
      readonly kind: 'indicator_differs';
      readonly no: number;
      readonly derived: number;
      readonly reported: number;
    }
  /**
   * The printed items do not give the reported indicator, which the framework says of it anyway. `lowest`
   * and `highest`: their mean, taking the lower or the higher score wherever several are printed.
   */
  | {
      readonly kind: 'not_derivable';
      readonly no: number;
      readonly reported: number;
      readonly lowest: number;
      readonly highest: number;
    }
  | { readonly kind: 'overall_differs'; readonly derived: number; readonly reported: number }
  | { readonly kind: 'level_differs'; readonly derived: string; readonly reported: string };

/**
 * Printed scores are rounded to a hundredth and so is what is derived from them: figures that differ by
 * one hundredth can both be right.
 */
const roundingSlack = 0.01;

/** All that does not fit together in a result, items first, then indicators, then the whole. */
export function inconsistencies(framework: Framework, raw: RawResult): Inconsistency[] {
  return [
    ...severalValues(raw),
    ...foreign(framework, raw),
    ...missingItems(framework, raw),
    ...framework.indicators.flatMap((indicator) => ofIndicator(framework, indicator, raw)),
    ...ofWhole(framework, raw),
  ];
}

function severalValues(raw: RawResult): Inconsistency[] {
  return [...printedScores(raw)].flatMap(([code, scores]): Inconsistency[] =>
    scores.length < 2
      ? []
      : [{ kind: 'several_values', code, lines: raw.lines.filter((line) => line.code === code) }],
  );
}

/** Items of an instrument whose list is not known cannot be told foreign. */
function foreign(framework: Framework, raw: RawResult): Inconsistency[] {
  const codes = new Set(framework.items.map(({ code }) => code));
  const letters = new Set(framework.items.map(({ code }) => code.slice(0, 1)));
  const items = [...printedScores(raw).keys()].filter(
    (code) => letters.has(code.slice(0, 1)) && !codes.has(code),
  );
  const numbers = Object.keys(raw.reported.indicators)
    .map(Number)
    .filter((no) => !framework.indicators.some((indicator) => indicator.no === no));
  return [
    ...items.map((code): Inconsistency => ({ kind: 'foreign_item', code })),
    ...numbers.map((no): Inconsistency => ({ kind: 'foreign_indicator', no })),
  ];
}

function missingItems(framework: Framework, raw: RawResult): Inconsistency[] {
  const printed = printedScores(raw);
  return framework.items
    .filter(({ code }) => !printed.has(code))
    .map(({ code }): Inconsistency => {
      const implied = impliedScore(framework, raw, code);
      return { kind: 'missing_item', code, ...(implied !== undefined && { implied }) };
    });
}

function impliedScore(framework: Framework, raw: RawResult, code: ItemCode): number | undefined {
  const indicator = framework.indicators.find(({ basis }) => itemsOf(basis).includes(code));
  const reported = indicator && raw.reported.indicators[indicator.no];
  if (reported === undefined) return undefined;
  const fitting = [0, 100].filter((candidate) => {
    const tried = { ...raw, lines: [...raw.lines, { code, score: candidate }] };
    const figure = score(framework, resultOf(tried)).indicators.find(
      ({ no }) => no === indicator?.no,
    )?.figure;
    return figure?.origin === 'derived' && !differ(figure.value, reported);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function ofIndicator(framework: Framework, indicator: Indicator, raw: RawResult): Inconsistency[] {
  const { no, basis } = indicator;
  const reported = raw.reported.indicators[no];
  if (reported === undefined) return [];
  if (basis.kind === 'report') {
    const printed = printedScores(raw);
    const scores = basis.items.map((code) => printed.get(code) ?? []);
    const [low, ...lows] = scores.flatMap((values) => values.slice(0, 1));
    const [high, ...highs] = scores.flatMap((values) => values.slice(-1));
    if (low === undefined || high === undefined || lows.length + 1 < basis.items.length) return [];
    const lowest = asPrinted(mean([low, ...lows]));
    const highest = asPrinted(mean([high, ...highs]));
    if (lowest === highest && !differ(lowest, reported)) return [];
    return [{ kind: 'not_derivable', no, reported, lowest, highest }];
  }
  const figure = score(framework, resultOf(raw)).indicators.find((scored) => scored.no === no)?.figure;
  return figure?.origin === 'derived' && differ(figure.value, reported)
    ? [{ kind: 'indicator_differs', no, derived: figure.value, reported }]
    : [];
}

function ofWhole(framework: Framework, raw: RawResult): Inconsistency[] {
  const { overall, level } = score(framework, resultOf(raw));
  const reported = raw.reported;
  const found: Inconsistency[] = [];
  if (known(overall) && reported.overall !== undefined && differ(overall.value, reported.overall)) {
    found.push({ kind: 'overall_differs', derived: overall.value, reported: reported.overall });
  }
  if (level && reported.level !== undefined && level.label !== reported.level) {
    found.push({ kind: 'level_differs', derived: level.label, reported: reported.level });
  }
  return found;
}

const differ = (derived: number, reported: number): boolean =>
  asPrinted(Math.abs(derived - reported)) > roundingSlack;
