import { describe, expect, test } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { framework2568 } from '../../../domain/ita/frameworks/fy2568.ts';
import { inconsistencies } from '../../../domain/ita/inconsistencies.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { type RawResult, resultOf } from '../../../domain/ita/result.ts';

const raw = rawResultOf(khoenReport2566);
const without = (code: string): RawResult => ({
  ...raw,
  lines: raw.lines.filter((line) => line.code !== code),
});
const reporting = (no: string, score: number): RawResult => ({
  ...raw,
  reported: { ...raw.reported, indicators: { ...raw.reported.indicators, [no]: score } },
});
const found = (result: RawResult) => inconsistencies(framework2566, result);
const standing = found(raw);
/** What a change adds to what the report holds anyway. */
const added = (result: RawResult) =>
  found(result).filter((one) => !standing.some((known) => JSON.stringify(known) === JSON.stringify(one)));

describe('inconsistencies', () => {
  test('of the report: all of them, and nothing else', () => {
    expect(standing).toEqual([
      {
        kind: 'several_values',
        code: 'e11',
        lines: [
          { code: 'e11', score: 79.77, line: 85, issue: 1 },
          { code: 'e11', score: 96.9, line: 106, issue: 2 },
        ],
      },
      {
        kind: 'several_values',
        code: 'e12',
        lines: [
          { code: 'e12', score: 80.84, line: 86, issue: 1 },
          { code: 'e12', score: 96.9, line: 107, issue: 2 },
        ],
      },
      { kind: 'missing_item', code: 'o4', implied: 100 },
      { kind: 'not_derivable', no: 6, reported: 88.41, lowest: 96.02, highest: 96.02 },
      { kind: 'not_derivable', no: 7, reported: 87.62, lowest: 96.88, highest: 96.88 },
      { kind: 'not_derivable', no: 8, reported: 89.6, lowest: 86.82, highest: 93.46 },
    ]);
  });

  test('a missing item is named, with what the report implies only if that is one of 0 and 100', () => {
    const missing = (result: RawResult) => found(result).filter(({ kind }) => kind === 'missing_item');
    const o4 = { kind: 'missing_item', code: 'o4', implied: 100 };
    expect(missing(without('o43'))).toEqual([o4, { kind: 'missing_item', code: 'o43', implied: 0 }]);
    expect(missing(without('i7'))).toEqual([{ kind: 'missing_item', code: 'i7' }, o4]);
    expect(missing(without('o26'))).toEqual([
      { kind: 'missing_item', code: 'o4' },
      { kind: 'missing_item', code: 'o26' },
    ]);
  });

  test('an indicator one hundredth off may be rounding, two are not', () => {
    expect(added(reporting('2', 98.12))).toEqual([]);
    expect(added(reporting('2', 98.13))).toEqual([
      { kind: 'indicator_differs', no: 2, derived: 98.11, reported: 98.13 },
    ]);
  });

  test('a whole that its parts do not give', () => {
    const changed = { ...raw, reported: { ...raw.reported, overall: 88.33, level: 'ผ่านดี' } };
    expect(added(changed)).toEqual([
      { kind: 'overall_differs', derived: 87.33, reported: 88.33 },
      { kind: 'level_differs', derived: 'ผ่าน', reported: 'ผ่านดี' },
    ]);
  });

  test('items and indicators that the year does not have', () => {
    const changed = { ...reporting('11', 50), lines: [...raw.lines, { code: 'o44', score: 100 }] };
    expect(added(changed)).toEqual([
      { kind: 'foreign_item', code: 'o44' },
      { kind: 'foreign_indicator', no: 11 },
    ]);
    const questionOf2568 = {
      fiscalYear: 2568,
      lines: [{ code: 'i31', score: 90 }],
      reported: { indicators: {} },
    };
    expect(
      inconsistencies(framework2568, questionOf2568).filter(({ kind }) => kind === 'foreign_item'),
    ).toEqual([]);
  });

  test('nothing is chosen unless a person does, and then with the reason and what was printed', () => {
    expect(resultOf(raw).items.e11).toEqual({ kind: 'several', scores: [79.77, 96.9] });
    const because = 'ตรวจกับเอกสารต้นฉบับแล้ว';
    expect(resultOf(raw, [{ code: 'e11', score: 79.77, because }]).items.e11).toEqual({
      kind: 'judged',
      score: 79.77,
      printed: [79.77, 96.9],
      because,
    });
  });
});
