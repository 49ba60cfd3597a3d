import type { Agency } from '../agency/agency.ts';
import { measuresOf } from '../ita/read-report.ts';
import type { Report } from '../ita/report.ts';
import type { NamedMeasure } from './measure.ts';

/** The unit that words name by its whole label; undefined where they name none, or several. */
export function unitNamedIn(words: string, { units }: Pick<Agency, 'units'>): string | undefined {
  const named = units.filter(({ label }) => words.includes(label));
  return named.length === 1 ? named[0]?.id : undefined;
}

/**
 * The plan of a report as it stands, word for word, nothing done yet. The report gives a period for each measure, not
 * for its steps: they are due on its last day.
 */
export const importedPlan = (report: Report, agency: Pick<Agency, 'units'>): NamedMeasure[] =>
  measuresOf(report).map(({ id, issue, issueTitle, measures, responsible, steps, period, from, to }, nth) => {
    const unit = unitNamedIn(responsible, agency);
    return {
      id,
      version: 1,
      fiscalYear: report.document.measuresFiscalYear,
      order: nth + 1,
      issue,
      issueTitle,
      lines: [...measures],
      responsible,
      ...(unit === undefined ? {} : { unit }),
      period,
      from,
      to,
      steps: steps.map((text, step) => ({ id: `s${step + 1}`, text, due: to, state: 'open' as const })),
    };
  });
