import { known } from '../ita/figure.ts';
import type { Framework, ItemCode } from '../ita/framework.ts';
import { codeOf } from '../ita/keys.ts';
import type { Result } from '../ita/result.ts';
import { bestSteps, type Step, whatIf } from '../ita/whatif.ts';
import type { SubmissionItem } from './plan.ts';

/**
 * What an item is worth in a year's result: its score there, and the points of the overall score that lie between
 * nothing and everything for it; without points where the result cannot tell.
 */
export type Stake = {
  readonly fiscalYear: number;
  readonly score?: number;
  readonly points?: number;
};

/** A year's result with the framework it is scored by. */
export type ScoredYear = { readonly framework: Framework; readonly result: Result };

/** Under which number the result's year asks for what an item is about. */
function codeIn({ framework }: ScoredYear, item: SubmissionItem, fiscalYear: number): ItemCode | undefined {
  if (framework.fiscalYear === fiscalYear) return item.code;
  if (item.key === undefined) return undefined;
  const code = codeOf(item.key, framework.fiscalYear);
  if (code.fate === 'item') return code.codes[0];
  return code.fate === 'merged' ? code.into : undefined;
}

const withScore = (result: Result, code: ItemCode, score: number): Result => ({
  ...result,
  items: { ...result.items, [code]: { kind: 'printed', score } },
});

/** What an item of a fiscal year is worth by the newest result there is. */
export function stakeOf(year: ScoredYear, item: SubmissionItem, fiscalYear: number): Stake | undefined {
  const code = codeIn(year, item, fiscalYear);
  const { framework, result } = year;
  if (code === undefined || !framework.items.some((one) => one.code === code)) return undefined;
  const found = result.items[code];
  const { gain, notReckoned } = whatIf(framework, withScore(result, code, 0), [code]);
  return {
    fiscalYear: framework.fiscalYear,
    ...(found === undefined || found.kind === 'several' ? {} : { score: found.score }),
    ...(gain === undefined || notReckoned.length > 0 ? {} : { points: gain }),
  };
}

/** Where the result stands, and where mending its zero items leads, best first. */
export type WayUp = {
  readonly fiscalYear: number;
  readonly overall?: number;
  readonly level?: string;
  readonly steps: readonly Step[];
  readonly notReckoned: readonly ItemCode[];
};

export function wayUp({ framework, result }: ScoredYear): WayUp {
  const { before } = whatIf(framework, result, []);
  const { steps, notReckoned } = bestSteps(framework, result);
  return {
    fiscalYear: framework.fiscalYear,
    ...(known(before.overall) ? { overall: before.overall.value } : {}),
    ...(before.level === undefined ? {} : { level: before.level.label }),
    steps,
    notReckoned,
  };
}
