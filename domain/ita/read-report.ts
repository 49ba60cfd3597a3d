import type { PlanRow, Report, ReportLine } from './report.ts';
import { type RawResult, type Result, resultOf } from './result.ts';

/** A measure (มาตรการ) of the plan, its page breaks mended. `from` and `to` are ISO days, inclusive. */
export type PlannedMeasure = {
  /** The fiscal year of the plan and the measure's place in it: 2567-1. */
  readonly id: string;
  readonly issue: number;
  readonly issueTitle: string;
  readonly measures: readonly string[];
  readonly responsible: string;
  readonly steps: readonly string[];
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly number[];
};

/** The report's result as printed, nothing chosen. */
export const rawResultOf = (report: Report): RawResult => ({
  fiscalYear: report.document.fiscalYear,
  lines: report.lines.map(({ code, score, line, issue }) => ({ code, score, line, issue })),
  reported: report.reported,
});

/** The report's result with the judgements that stand in it, ready for scoring. */
export const reportResult = (report: Report): Result => resultOf(rawResultOf(report), report.judgements);

/** The unlabelled table: indicators alone, so everything above them is our own reckoning. */
export const previousResult = (report: Report): Result => ({
  version: 1,
  fiscalYear: report.previous.inferredFiscalYear,
  items: {},
  reported: {
    indicators: Object.fromEntries(report.previous.indicators.map(({ no, score }) => [String(no), score])),
  },
});

/** The scored lines of an issue in the report's order. An item may stand under several issues. */
export const linesOfIssue = (report: Report, issue: number): ReportLine[] =>
  report.lines.filter((line) => line.issue === issue);

/** The plan's measures; what a page break cut off is back in its row. */
export function measuresOf(report: Report): PlannedMeasure[] {
  const measures: PlannedMeasure[] = [];
  for (const row of report.plan) {
    const before = measures.at(-1);
    if (row.kind === 'row') measures.push(measureOf(report, row, measures.length + 1));
    else if (before) measures[measures.length - 1] = continued(before, row);
  }
  return measures;
}

type Row = Extract<PlanRow, { kind: 'row' }>;
type Continuation = Extract<PlanRow, { kind: 'continuation' }>;

const measureOf = (report: Report, row: Row, number: number): PlannedMeasure => ({
  id: `${report.document.measuresFiscalYear}-${number}`,
  issue: row.issue,
  issueTitle: report.issues.find(({ no }) => no === row.issue)?.title ?? '',
  measures: row.measures,
  responsible: row.responsible,
  steps: row.steps,
  period: row.period,
  from: row.from,
  to: row.to,
  lines: [row.line],
});

const continued = (measure: PlannedMeasure, row: Continuation): PlannedMeasure => ({
  ...measure,
  measures:
    row.goesOn === 'list'
      ? [...measure.measures, ...row.measures]
      : [[...measure.measures, ...row.measures].join(' ')],
  steps: [...measure.steps, ...row.steps],
  lines: [...measure.lines, row.line],
});

/** A text of the report with its slips of the pen mended. */
export const correctedText = (report: Report, text: string): string =>
  report.corrections.reduce((mended, { written, read }) => mended.replaceAll(written, read), text);
