import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { khoenReport2566 as report } from '../../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { correctedText, linesOfIssue, measuresOf } from '../../../domain/ita/read-report.ts';
import { asExtracted, originalAtHand } from './original.ts';

const checksum = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
const titles = new Map(framework2566.items.map(({ code, title }) => [code, title]));

describe('the report as data', () => {
  test('has every line, item, measure and note', () => {
    const codes = new Set(report.lines.map(({ code }) => code));
    expect(report.lines).toHaveLength(107);
    expect(codes.size).toBe(87);
    expect(framework2566.items.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual(['o4']);
    expect(Math.round(report.lines.reduce((sum, { score }) => sum + score * 100, 0))).toBe(980_876);
    expect(report.plan).toHaveLength(13);
    expect(measuresOf(report)).toHaveLength(11);
    expect(report.issues.map(({ no }) => linesOfIssue(report, no).length)).toEqual([
      17, 16, 14, 8, 13, 14, 25,
    ]);
    expect(report.issues.flatMap(({ analysis }) => analysis)).toHaveLength(16);
    expect(report.constraints).toHaveLength(5);
    expect(report.notes).toHaveLength(25);
    expect(new Set(report.notes.map(({ id }) => id)).size).toBe(25);
  });

  test.each([
    ['lines', report.lines, '4a12bae8d2d678ca'],
    ['reported', report.reported, '1162c92080ff11af'],
    ['previous', report.previous, 'defa8a2bc359112d'],
    ['issues', report.issues, '90359171ee147e6b'],
    ['plan', report.plan, 'd0da500fc5127531'],
    ['constraints', report.constraints, '837aac07ca8c9aa5'],
    ['notes', report.notes, 'dcb515a34bd03364'],
    ['wording', [...titles], 'ed18392de36c64eb'],
  ])('%s are as they were taken over', (_, part, expected) => {
    expect(checksum(part)).toBe(expected);
  });

  test('both values of e11 and e12 are kept, and the one code written with a Thai zero', () => {
    const linesOf = (code: string) => report.lines.filter((line) => line.code === code);
    expect(linesOf('e11').map(({ score, issue }) => [score, issue])).toEqual([
      [79.77, 1],
      [96.9, 2],
    ]);
    expect(linesOf('e12').map(({ score, issue }) => [score, issue])).toEqual([
      [80.84, 1],
      [96.9, 2],
    ]);
    expect(linesOf('o35').map(({ written }) => written)).toEqual(['๐35', undefined]);
  });

  test('measures that a page break cut are whole again', () => {
    const measures = measuresOf(report);
    const service = measures.find(({ issue }) => issue === 2);
    const corruption = measures.find(({ issue }) => issue === 7);
    expect(service?.measures).toHaveLength(1);
    expect(service?.measures[0]).toContain('ระบบการ ให้บริการ ประชาชน ผ่านระบบฐานข้อมูล');
    expect([corruption?.measures.length, corruption?.steps.length]).toEqual([4, 4]);
    expect(measures.map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, at) => `2567-${at + 1}`));
  });

  test('slips of the pen are mended where shown, and each occurs in the report', () => {
    const everything = JSON.stringify([report.issues, report.plan, report.constraints, ...titles.values()]);
    for (const { written } of report.corrections) expect(everything).toContain(written);
    expect(correctedText(report, titles.get('i9') ?? '')).toContain('วัตถุประสงค์และคุ้มค่า');
    expect(correctedText(report, titles.get('i16') ?? '')).toMatch(/มากน้อยเพียงใด$/);
  });
});

test('is the extraction value for value, and the extraction itself where that is at hand', () => {
  const extracted = asExtracted(report);
  expect(checksum(extracted)).toBe('de8a4eaa4fa9a7d5');
  const original = originalAtHand();
  if (original !== undefined) expect(extracted).toEqual(original);
});
