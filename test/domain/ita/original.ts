import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { linesOfIssue, measuresOf } from '../../../domain/ita/read-report.ts';
import type { Report } from '../../../domain/ita/report.ts';

const NAME = join('shared', 'seed', 'khoen-ita-2566.json');

const text = z.string();
const number = z.number();

/** What was extracted from the published report, as far as the project took it over. */
export const Original = z.object({
  document: z.object({ title_lines: z.array(text), overall_score: number, overall_level: text }),
  indicators: z.object({
    fy2566: z.array(z.object({ no: number, score: number })),
    previous_unlabelled: z.array(z.object({ no: number, name: text, score: number, line: number })),
  }),
  items: z.record(
    text,
    z.object({
      text,
      occurrences: z.array(z.object({ issue: number, score: number, line: number, code_as_written: text })),
    }),
  ),
  zero_items: z.array(text),
  issues: z.array(
    z.object({
      no: number,
      title: text,
      items: z.array(z.object({ code: text, score: number, line: number })),
      analysis: z.array(z.object({ heading: text, text, line: number })),
    }),
  ),
  action_plan: z.array(z.object({ line: number, measures: z.array(text), steps: z.array(text) })),
  action_plan_merged: z.array(
    z.object({
      issue: number,
      issue_title: text,
      measures: z.array(text),
      responsible: text,
      steps: z.array(text),
      period_as_written: text,
      start: text,
      end: text,
      lines: z.array(number),
    }),
  ),
  constraints: z.array(z.object({ heading: text, bullets: z.array(text), line: number })),
  inconsistencies: z.array(
    z.object({
      id: text,
      kind: text,
      description: text,
      lines: z.array(number),
      suggested_handling: text,
    }),
  ),
});
export type Original = z.infer<typeof Original>;

function itemsIn({ lines }: Report): Original['items'] {
  const printed = framework2566.items.filter(({ code }) => lines.some((line) => line.code === code));
  return Object.fromEntries(
    printed.map(({ code, title }) => [
      code,
      {
        text: title,
        occurrences: lines
          .filter((line) => line.code === code)
          .map(({ issue, score, line, written }) => ({
            issue,
            score,
            line,
            code_as_written: written ?? code,
          })),
      },
    ]),
  );
}

/** The project's own copy of the report, in the shape of the extraction. */
export function asExtracted(report: Report): Original {
  const { document, reported, previous, issues, plan, constraints, notes, lines } = report;
  const isZero = (code: string): boolean => lines.some((line) => line.code === code && line.score === 0);
  return {
    document: {
      title_lines: document.titleLines,
      overall_score: reported.overall ?? Number.NaN,
      overall_level: reported.level ?? '',
    },
    indicators: {
      fy2566: Object.entries(reported.indicators).map(([no, score]) => ({ no: Number(no), score })),
      previous_unlabelled: previous.indicators,
    },
    items: itemsIn(report),
    zero_items: framework2566.items.flatMap(({ code }) => (isZero(code) ? [code] : [])),
    issues: issues.map(({ no, title, analysis }) => ({
      no,
      title,
      items: linesOfIssue(report, no).map(({ code, score, line }) => ({ code, score, line })),
      analysis,
    })),
    action_plan: plan.map(({ line, measures, steps }) => ({ line, measures, steps })),
    action_plan_merged: measuresOf(report).map((measure) => ({
      issue: measure.issue,
      issue_title: measure.issueTitle,
      measures: [...measure.measures],
      responsible: measure.responsible,
      steps: [...measure.steps],
      period_as_written: measure.period,
      start: measure.from,
      end: measure.to,
      lines: [...measure.lines],
    })),
    constraints,
    inconsistencies: notes.map(({ id, kind, description, lines: at, suggestion }) => ({
      id,
      kind,
      description,
      lines: at,
      suggested_handling: suggestion,
    })),
  };
}

/** The extraction itself, where it lies beside the project or in a folder above it; it does not come with it. */
export function originalAtHand(): Original | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, NAME);
    if (existsSync(file)) return Original.parse(JSON.parse(readFileSync(file, 'utf8')));
  }
  return undefined;
}
