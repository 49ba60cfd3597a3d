import { fiscalYearOf, fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { measuresReportWords as say } from '../../catalogue/evidence-measures.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { coveredPeriod, presetPeriod } from '../periods.ts';
import { officialSignatures } from '../signatures.ts';
import { assessedBlocks } from './assessed.ts';
import { doneBlocks, openBlocks, photoBlocks, reportedSteps, summaryBlocks } from './measure-steps.ts';

/**
 * การดำเนินการตามมาตรการฯ: what was done of a year's measures, what was not and why, and what proves it. Steps are counted
 * from the beginning of the plan's fiscal year until the last day that the document covers.
 */
export function measuresReport(inputs: EvidenceInputs): Content {
  const { fiscalYear, today, preset } = inputs;
  const period = coveredPeriod(preset, fiscalYear, today);
  const planYear = fiscalYearOf(presetPeriod(preset, fiscalYear).from);
  const measures = inputs.measures.filter((measure) => measure.fiscalYear === planYear);
  const method = say.method(thaiDate(today, 'long'));
  const assessed = assessedBlocks(inputs, planYear - 1, false);
  if (measures.length === 0) {
    return { period, method, blocks: [{ kind: 'warning', text: say.none(planYear) }, ...assessed] };
  }
  const steps = reportedSteps(measures, period.to, today);
  return {
    period,
    method,
    blocks: [
      ...(today <= wholeYear(planYear).to ? [{ kind: 'warning' as const, text: say.notOver(planYear) }] : []),
      ...summaryBlocks(measures, steps),
      ...doneBlocks(steps),
      ...openBlocks(steps),
      ...photoBlocks(steps, fiscalYear),
      ...assessed,
      officialSignatures,
    ],
  };
}
