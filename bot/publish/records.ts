import { z } from 'zod';
import { Approver, Withdrawal } from '../../domain/evidence/evidence.ts';
import { Report } from '../../domain/ita/report.ts';
import { Judgement, RawResult } from '../../domain/ita/result.ts';
import { HomeMeasures } from '../../domain/published/home.ts';

/** A year's ITA result as it was imported: what was printed, what a person chose, and the whole report if given. */
export const YearResult = z.object({
  raw: RawResult,
  judgements: z.array(Judgement),
  report: Report.optional(),
  importedOn: z.iso.date(),
});
export type YearResult = z.infer<typeof YearResult>;

/** `indicators/{fiscalYear}`: what was imported last, and what was approved last. */
export const IndicatorsRecord = z.object({
  version: z.literal(1),
  fiscalYear: z.int(),
  draft: YearResult.optional(),
  approved: YearResult.extend({ approvedOn: z.iso.date(), approvedBy: Approver }).optional(),
  /** What was approved was taken down; there is then nothing approved. */
  withdrawn: Withdrawal.optional(),
});
export type IndicatorsRecord = z.infer<typeof IndicatorsRecord>;
export type ApprovedResult = NonNullable<IndicatorsRecord['approved']>;

/** `progress/{fiscalYear}`: the measures of a year and how far they have come, as approved last. */
export const ProgressRecord = HomeMeasures.extend({
  version: z.literal(1),
  approvedOn: z.iso.date(),
  approvedBy: Approver,
});
export type ProgressRecord = z.infer<typeof ProgressRecord>;

/** `tallies/since`: the day from which on the counts are whole. */
export const CountedSince = z.object({ day: z.iso.date() });

/** A document of counters; what is no number is none of them. */
export const Counters = z
  .record(z.string(), z.unknown())
  .transform((data) =>
    Object.fromEntries(
      Object.entries(data).flatMap(([name, count]): [string, number][] =>
        typeof count === 'number' ? [[name, count]] : [],
      ),
    ),
  );
