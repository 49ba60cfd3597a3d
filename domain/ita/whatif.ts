import { known } from './figure.ts';
import { type Framework, type ItemCode, itemsOf } from './framework.ts';
import type { Level } from './levels.ts';
import type { Result } from './result.ts';
import { asPrinted } from './rounding.ts';
import { type Scored, score } from './scoring.ts';

/** `gain`: points of the overall score, two decimals; absent while the overall score is unknown. */
export type WhatIf = {
  readonly before: Scored;
  readonly after: Scored;
  readonly gain?: number;
  /** Of the codes asked about: those whose indicator stands as reported, so that their effect is not known. */
  readonly notReckoned: readonly ItemCode[];
  /** Of the codes asked about: those that the framework does not have. */
  readonly unknown: readonly ItemCode[];
};

/** The result as it would be if these items scored 100. What the report prints is kept only where it counts. */
export function whatIf(framework: Framework, result: Result, published: readonly ItemCode[]): WhatIf {
  const items = new Set(framework.items.map(({ code }) => code));
  const before = score(framework, result);
  const after = score(framework, withPublished(before, result, published));
  return {
    before,
    after,
    ...(known(before.overall) &&
      known(after.overall) && { gain: asPrinted(after.overall.value - before.overall.value) }),
    notReckoned: published.filter((code) => items.has(code) && !isReckoned(framework, after, code)),
    unknown: published.filter((code) => !items.has(code)),
  };
}

/** One item to publish, and where that leads with all the steps before it taken. */
export type Step = {
  readonly code: ItemCode;
  readonly title: string;
  /** What this step adds to the overall score. */
  readonly gain: number;
  readonly overall: number;
  /** OIT after this step, not rounded: all steps are its items. */
  readonly disclosure: number;
  readonly level?: Level;
};

export type BestSteps = {
  readonly steps: readonly Step[];
  /** Zero items whose effect cannot be reckoned, in the framework's order. */
  readonly notReckoned: readonly ItemCode[];
};

/**
 * The zero items of OIT in the order in which publishing them raises the score most, ties in the
 * framework's order. As each item adds the same whatever was published before it, the first n steps are
 * also the n items that lead to the highest score and level.
 */
export function bestSteps(framework: Framework, result: Result): BestSteps {
  const zeros = framework.items.filter((item) => item.instrument === 'OIT' && isZero(result, item.code));
  const before = score(framework, result);
  const reckoned = zeros.filter(({ code }) => isReckoned(framework, before, code));
  const steps: Step[] = [];
  if (before.overall.origin === 'derived') {
    let overall = before.overall.value;
    const byGain = reckoned
      .map((item) => ({ item, gain: whatIf(framework, result, [item.code]).gain ?? 0 }))
      .toSorted((a, b) => b.gain - a.gain);
    for (const { item } of byGain) {
      const codes = [...steps.map(({ code }) => code), item.code];
      const after = score(framework, withPublished(before, result, codes));
      const disclosure = after.instruments.find(({ id }) => id === 'OIT')?.figure;
      if (!known(after.overall) || disclosure === undefined || !known(disclosure)) continue;
      steps.push({
        code: item.code,
        title: item.title,
        gain: asPrinted(after.overall.value - overall),
        overall: after.overall.value,
        disclosure: disclosure.value,
        ...(after.level && { level: after.level }),
      });
      overall = after.overall.value;
    }
  }
  const stepped = new Set(steps.map(({ code }) => code));
  return { steps, notReckoned: zeros.map(({ code }) => code).filter((code) => !stepped.has(code)) };
}

const isZero = (result: Result, code: ItemCode): boolean => {
  const item = result.items[code];
  return item !== undefined && item.kind !== 'several' && item.score === 0;
};

function withPublished(before: Scored, result: Result, codes: readonly ItemCode[]): Result {
  const published = codes.map((code) => [code, { kind: 'printed', score: 100 } as const] as const);
  const standing = before.indicators.flatMap(({ no, figure }) =>
    figure.origin === 'reported' ? [[String(no), figure.value] as const] : [],
  );
  return {
    ...result,
    items: { ...result.items, ...Object.fromEntries(published) },
    reported: { indicators: Object.fromEntries(standing) },
  };
}

/** Whether the item's indicator is derived, so that the item moves it. */
function isReckoned(framework: Framework, scored: Scored, code: ItemCode): boolean {
  const indicator = framework.indicators.find(({ basis }) => itemsOf(basis).includes(code));
  return scored.indicators.some(({ no, figure }) => no === indicator?.no && figure.origin === 'derived');
}
