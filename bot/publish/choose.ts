import { ItemCode } from '../../domain/ita/framework.ts';
import { frameworkOf } from '../../domain/ita/frameworks.ts';
import { type Inconsistency, inconsistencies } from '../../domain/ita/inconsistencies.ts';
import { type Judgement, printedScores, Score } from '../../domain/ita/result.ts';
import type { ReadResult } from './read-result.ts';

/** `e10=97.14`: what a person chose for an item that the file leaves open. */
export type Choice = { code: string; score: number };

export type Chosen =
  | { ok: true; judgements: Judgement[]; left: Inconsistency[] }
  | { ok: false; faults: string[] };

/** Reads `code=value`; undefined for anything else. */
export function readChoice(text: string): Choice | undefined {
  const [, code, value] = /^\s*([ieo]\d{1,2})\s*=\s*(\d{1,3}(?:\.\d{1,2})?)\s*$/.exec(text) ?? [];
  const read = ItemCode.safeParse(code);
  const score = Score.safeParse(value === undefined ? undefined : Number(value));
  return read.success && score.success ? { code: read.data, score: score.data } : undefined;
}

function faultOf(
  { raw }: ReadResult,
  { code, score }: Choice,
  known: ReadonlySet<string>,
): string | undefined {
  if (!known.has(code)) return `${code} ไม่มีในรายการข้อของปี ${raw.fiscalYear}`;
  const printed = printedScores(raw).get(code) ?? [];
  if (printed.length === 1) return `${code} มีค่าเดียวในไฟล์คือ ${printed[0]} ไม่ต้องเลือก`;
  if (printed.length > 1 && !printed.includes(score)) {
    return `${code} เลือกได้เฉพาะค่าที่มีในไฟล์: ${printed.join(', ')}`;
  }
  return undefined;
}

/**
 * Settles what a person chose, and nothing else: an item with several values and no choice keeps them all.
 * A choice is refused where the file leaves nothing open, or where it is none of the printed values.
 */
export function choose(read: ReadResult, choices: readonly Choice[], because: string): Chosen {
  const framework = frameworkOf(read.raw.fiscalYear);
  if (framework === undefined) {
    return { ok: false, faults: [`ยังไม่มีรายการข้อและเกณฑ์ของปี ${read.raw.fiscalYear} ในระบบ`] };
  }
  const known = new Set(framework.items.map(({ code }) => code));
  const faults = choices.flatMap((choice) => faultOf(read, choice, known) ?? []);
  if (faults.length > 0) return { ok: false, faults };
  const chosen = choices.map(({ code, score }): Judgement => ({ code, score, because }));
  const codes = new Set(choices.map(({ code }) => code));
  const judgements = [...read.judgements.filter(({ code }) => !codes.has(code)), ...chosen];
  return { ok: true, judgements, left: inconsistencies(framework, read.raw) };
}
