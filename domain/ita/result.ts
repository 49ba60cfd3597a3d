import { z } from 'zod';
import { ItemCode } from './framework.ts';

/** 0 to 100 with at most two decimals, as reports print it. */
export const Score = z.number().min(0).max(100).multipleOf(0.01);
export type Score = z.infer<typeof Score>;

/** What a report prints besides its items; `indicators` by their number. */
export const Reported = z.object({
  overall: Score.optional(),
  level: z.string().min(1).max(60).optional(),
  indicators: z.record(z.string().regex(/^[1-9]\d?$/), Score),
});
export type Reported = z.infer<typeof Reported>;

/** One printed score. `line` is where it stands in the source, from 1; `issue` the heading it stands under. */
export const ResultLine = z.object({
  code: ItemCode,
  score: Score,
  line: z.int().min(1).optional(),
  issue: z.int().min(1).optional(),
});
export type ResultLine = z.infer<typeof ResultLine>;

/** A year's result as it was printed or imported: nothing chosen yet. */
export const RawResult = z.object({ fiscalYear: z.int(), lines: z.array(ResultLine), reported: Reported });
export type RawResult = z.infer<typeof RawResult>;

/**
 * What is known of an item: `printed` once, or always the same; `several` different scores printed, none
 * chosen; `judged` by a person, where the source prints none or several, with the reason.
 */
export const ItemScore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), score: Score }),
  z.object({ kind: z.literal('several'), scores: z.array(Score).min(2) }),
  z.object({
    kind: z.literal('judged'),
    score: Score,
    printed: z.array(Score),
    because: z.string().min(1).max(500),
  }),
]);
export type ItemScore = z.infer<typeof ItemScore>;

/** A year's result, ready for scoring. An item that is not in `items` is missing, which is not zero. */
export const Result = z.object({
  version: z.literal(1),
  fiscalYear: z.int(),
  items: z.record(ItemCode, ItemScore),
  reported: Reported,
});
export type Result = z.infer<typeof Result>;

/** A person's word on an item that the source leaves open. */
export const Judgement = z.object({ code: ItemCode, score: Score, because: z.string().min(1).max(500) });
export type Judgement = z.infer<typeof Judgement>;

/** Gathers the printed lines by item. Where scores differ all are kept, unless a judgement settles them. */
export function resultOf(raw: RawResult, judgements: readonly Judgement[] = []): Result {
  const items: Record<ItemCode, ItemScore> = {};
  for (const [code, scores] of printedScores(raw)) {
    const [first, ...others] = scores;
    if (first === undefined) continue;
    items[code] = others.length === 0 ? { kind: 'printed', score: first } : { kind: 'several', scores };
  }
  for (const { code, score, because } of judgements) {
    items[code] = { kind: 'judged', score, printed: printedScores(raw).get(code) ?? [], because };
  }
  return { version: 1, fiscalYear: raw.fiscalYear, items, reported: raw.reported };
}

/** Each item's different printed scores, lowest first. */
export function printedScores(raw: RawResult): Map<ItemCode, number[]> {
  const scores = new Map<ItemCode, number[]>();
  for (const { code, score } of raw.lines) {
    const known = scores.get(code) ?? [];
    if (!known.includes(score))
      scores.set(
        code,
        [...known, score].toSorted((a, b) => a - b),
      );
  }
  return scores;
}
