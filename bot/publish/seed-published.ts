import { dayOf } from '../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { rawResultOf } from '../../domain/ita/read-report.ts';
import type { Report } from '../../domain/ita/report.ts';
import { noteCountedSince } from './counted-since.ts';
import { plain } from './plain.ts';
import type { PublishGround } from './rebuild.ts';
import { YearResult } from './records.ts';
import { runJob } from './run-job.ts';

/** Stands where an approver would, so that nobody takes what is tried out for what somebody answers for. */
const NOBODY = 'ระบบทดลอง ยังไม่มีผู้อนุมัติ';

/**
 * Publishes a report and every page of evidence as they are at the beginning, for trying out.
 * @throws StoreUnavailable
 */
export async function seedPublished(ground: PublishGround, report: Report): Promise<void> {
  const day = dayOf(ground.now);
  await noteCountedSince(ground.documents, ground.current.agency.id, day);
  const result = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: day }),
  );
  await runJob(ground, { do: 'import', result });
  await runJob(ground, { do: 'approve result', fiscalYear: report.document.fiscalYear, by: NOBODY });
  await runJob(ground, { do: 'import plan', fiscalYear: report.document.measuresFiscalYear });
  for (const key of EvidenceKey.options) {
    const isOfPlan = key === 'measures' || key === 'measures_report';
    const fiscalYear = isOfPlan ? report.document.measuresFiscalYear : fiscalYearOf(day);
    const preset = isOfPlan ? 'whole-year' : 'previous-year';
    await runJob(ground, { do: 'approve evidence', fiscalYear, key, preset, by: NOBODY });
  }
}
