import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { khoenReport2566 as report } from '../../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { correctedText, linesOfIssue, measuresOf } from '../../../domain/ita/read-report.ts';

/** Where the original extraction lies, for whoever has it. */
const original = process.env.KHOEN_2566_JSON;
const checksum = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
const isZero = (code: string) => report.lines.some((line) => line.code === code && line.score === 0);
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

const text = z.string();
const Original = z.object({
  document: z.object({ title_lines: z.array(text), overall_score: z.number(), overall_level: text }),
  indicators: z.record(
    text,
    z.array(z.object({ no: z.number(), name: text, score: z.number(), line: z.number() })),
  ),
  items: z.record(
    text,
    z.object({
      text,
      occurrences: z.array(
        z.object({ issue: z.number(), score: z.number(), line: z.number(), code_as_written: text }),
      ),
    }),
  ),
  zero_items: z.array(text),
  issues: z.array(
    z.object({
      no: z.number(),
      title: text,
      items: z.array(z.object({ code: text, score: z.number(), line: z.number() })),
      analysis: z.array(z.object({ heading: text, text, line: z.number() })),
    }),
  ),
  action_plan: z.array(z.object({ line: z.number(), measures: z.array(text), steps: z.array(text) })),
  action_plan_merged: z.array(
    z.object({
      issue: z.number(),
      issue_title: text,
      measures: z.array(text),
      responsible: text,
      steps: z.array(text),
      period_as_written: text,
      start: text,
      end: text,
      lines: z.array(z.number()),
    }),
  ),
  constraints: z.array(z.object({ heading: text, bullets: z.array(text), line: z.number() })),
  inconsistencies: z.array(
    z.object({
      id: text,
      kind: text,
      description: text,
      lines: z.array(z.number()),
      suggested_handling: text,
    }),
  ),
});

describe.skipIf(original === undefined)('beside the original extraction', () => {
  const source =
    original === undefined ? undefined : Original.parse(JSON.parse(readFileSync(original, 'utf8')));

  test('every value is the same', () => {
    if (source === undefined) throw new Error('no original');
    expect(report.document.titleLines).toEqual(source.document.title_lines);
    expect(report.reported.overall).toBe(source.document.overall_score);
    expect(report.reported.level).toBe(source.document.overall_level);
    expect(Object.entries(report.reported.indicators)).toEqual(
      source.indicators.fy2566?.map(({ no, score }) => [String(no), score]),
    );
    expect(report.previous.indicators).toEqual(
      source.indicators.previous_unlabelled?.map(({ no, name, score, line }) => ({
        no,
        name,
        score,
        line,
      })),
    );
    for (const [code, item] of Object.entries(source.items)) {
      expect(titles.get(code)).toBe(item.text);
      expect(
        report.lines
          .filter((line) => line.code === code)
          .map(({ issue, score, line, written }) => ({
            issue,
            score,
            line,
            code_as_written: written ?? code,
          })),
      ).toEqual(item.occurrences);
    }
    expect(
      report.issues.map(({ no, title, analysis }) => ({
        no,
        title,
        items: linesOfIssue(report, no).map(({ code, score, line }) => ({ code, score, line })),
        analysis,
      })),
    ).toEqual(source.issues);
    expect(report.plan.map(({ line, measures, steps }) => ({ line, measures, steps }))).toEqual(
      source.action_plan,
    );
    expect(
      measuresOf(report).map((measure) => ({
        issue: measure.issue,
        issue_title: measure.issueTitle,
        measures: measure.measures,
        responsible: measure.responsible,
        steps: measure.steps,
        period_as_written: measure.period,
        start: measure.from,
        end: measure.to,
        lines: measure.lines,
      })),
    ).toEqual(source.action_plan_merged);
    expect(report.constraints).toEqual(source.constraints);
    expect(
      report.notes.map(({ id, kind, description, lines, suggestion }) => ({
        id,
        kind,
        description,
        lines,
        suggested_handling: suggestion,
      })),
    ).toEqual(source.inconsistencies);
    expect(framework2566.items.flatMap(({ code }) => (isZero(code) ? [code] : []))).toEqual(
      source.zero_items,
    );
  });
});
