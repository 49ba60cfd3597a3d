import { z } from 'zod';

import { Judgement, Reported, ResultLine, Score } from './result.ts';

const text = z.string().min(1);
/** Where something stands in the source, from 1. */
const line = z.int().min(1);
const issue = z.int().min(1).max(7);

/** A scored line; `written` and `wording` where the source writes the code or the item otherwise. */
export const ReportLine = ResultLine.extend({
  line,
  issue,
  written: text.optional(),
  wording: text.optional(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** One of the seven issues (ประเด็น) with the agency's own analysis. */
export const Issue = z.object({
  no: issue,
  title: text,
  line,
  analysis: z.array(
    z.object({ heading: z.enum(['ข้อบกพร่อง/ข้อปรับปรุง', 'ข้อที่ต้องพัฒนา', 'รักษาระดับ']), text, line }),
  ),
});
export type Issue = z.infer<typeof Issue>;

const planRow = z.object({ line, measures: z.array(text).min(1), steps: z.array(text) });

/**
 * A row of the action plan as printed. A row that a page break cut off goes on in the row before it, either
 * in the middle of a `sentence` or with further entries of a `list`. `from` and `to` are ISO days, inclusive.
 */
export const PlanRow = z.discriminatedUnion('kind', [
  planRow.extend({
    kind: z.literal('row'),
    issue,
    issueCell: text.optional(),
    responsible: text,
    period: text,
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  planRow.extend({ kind: z.literal('continuation'), goesOn: z.enum(['sentence', 'list']) }),
]);
export type PlanRow = z.infer<typeof PlanRow>;

/**
 * Something in the report that does not fit, by the lines where it stands. `description` and `suggestion`
 * are the words of whoever took the report over; `thai` says to readers what it is and what is done with it.
 */
export const ReportNote = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: text,
  description: text,
  lines: z.array(line),
  suggestion: text,
  thai: z.object({ what: text, handled: text }),
});
export type ReportNote = z.infer<typeof ReportNote>;

/** An agency's published analysis of its ITA result, with its plan for the year after. */
export const Report = z.object({
  version: z.literal(1),
  document: z.object({
    titleLines: z.array(text),
    title: text,
    agency: text,
    districtOnCover: text,
    district: text,
    province: text,
    fiscalYear: z.int(),
    measuresFiscalYear: z.int(),
  }),
  reported: Reported,
  lines: z.array(ReportLine),
  judgements: z.array(Judgement),
  /** The table of another year that the report prints without saying which. */
  previous: z.object({
    label: text,
    inferredFiscalYear: z.int(),
    indicators: z.array(z.object({ no: z.int().min(1), name: text, score: Score, line })),
  }),
  issues: z.array(Issue).length(7),
  plan: z.array(PlanRow),
  constraints: z.array(z.object({ heading: text, bullets: z.array(text).min(1), line })),
  notes: z.array(ReportNote),
  /** Slips of the pen: how the source writes, and how it is read. Longer ones first. */
  corrections: z.array(z.object({ written: text, read: text })),
});
export type Report = z.infer<typeof Report>;
