import type { Framework, InstrumentId } from './framework.ts';
import { asPrinted } from './rounding.ts';

/** A score beside the least that the next level asks of it. */
export type Shortfall = { readonly score: number; readonly needs: number };

/** What keeps a result from the next better level. */
export type HeldBack = {
  readonly label: string;
  /** Present if the overall score falls short. */
  readonly overall?: Shortfall;
  /** The instruments that fall short, in the framework's order. */
  readonly instruments: readonly (Shortfall & { readonly id: InstrumentId })[];
};

/** `next` is absent at the best level. */
export type Level = { readonly label: string; readonly next?: HeldBack };

export type InstrumentScore = { readonly id: InstrumentId; readonly value: number };

/** The level reached, and what holds it back. Scores count as printed, with two decimals. */
export function levelOf(
  framework: Framework,
  overall: number,
  instruments: readonly InstrumentScore[],
): Level | undefined {
  const { rules } = framework.levels;
  const shortfalls = rules.map((rule): HeldBack => {
    const short = shortfall(overall, rule.overall);
    return {
      label: rule.label,
      ...(short && { overall: short }),
      instruments: instruments.flatMap(({ id, value }) => {
        const behind = rule.each === undefined ? undefined : shortfall(value, rule.each);
        return behind ? [{ id, ...behind }] : [];
      }),
    };
  });
  const reached = shortfalls.findIndex((rule) => !rule.overall && rule.instruments.length === 0);
  const level = rules[reached];
  const next = shortfalls[reached - 1];
  return level && { label: level.label, ...(next && { next }) };
}

const shortfall = (score: number, needs: number): Shortfall | undefined =>
  asPrinted(score) < needs ? { score, needs } : undefined;
