import { auditReport } from '../domain/catalogue/console-audit.ts';
import { collectInvitations } from './agency/invite.ts';
import type { RunningAgency } from './agency/serve-agency.ts';
import { agencyTasks, runAgencyTask } from './agency/tasks.ts';
import { auditing, reportAudit } from './audit/errand.ts';
import { doctoring, runDoctorTask } from './doctor/stored.ts';
import { publishing } from './publish/spool.ts';
import { type Repeating, repeat } from './repeating.ts';
import { previewing, reportRetention } from './retention/errand.ts';
import { answerSpooled } from './spool.ts';
import type { Documents } from './store/documents.ts';

export interface ErrandParts {
  dataDir: string;
  documents: Documents;
  /** @throws StoreUnavailable */
  find(agencyId: string): Promise<RunningAgency | undefined>;
  failed(error: unknown): void;
}

const EVERY_MILLISECONDS = 1000;

/** Does what other commands leave in the data directory for the one program that has the store open. */
export function startErrands({ dataDir, documents, find, failed }: ErrandParts): Repeating[] {
  const publish = (): Promise<void> =>
    answerSpooled(dataDir, publishing, async ({ agencyId, job }) => {
      const agency = await find(agencyId);
      return (
        (await agency?.run(job)) ?? {
          ok: false,
          lines: [`โปรแกรมที่เปิดอยู่ไม่ได้ให้บริการหน่วยงาน ${agencyId}`],
        }
      );
    });
  const audit = (): Promise<void> =>
    answerSpooled(dataDir, auditing, async ({ agencyId, heads }, progress) => {
      const agency = await find(agencyId);
      if (agency === undefined) return { ok: false, lines: [auditReport.elsewhere(agencyId)] };
      return reportAudit(agency.ground, dataDir, heads, progress);
    });
  const agencies = (): Promise<void> =>
    answerSpooled(dataDir, agencyTasks, (task) => runAgencyTask(documents, task));
  const doctor = (): Promise<void> =>
    answerSpooled(dataDir, doctoring, (task) => runDoctorTask(documents, task));
  const retention = (): Promise<void> =>
    answerSpooled(dataDir, previewing, ({ agencyId }) => reportRetention(documents, agencyId, Date.now()));
  const invite = (): Promise<void> => collectInvitations(dataDir, documents);
  return [publish, audit, agencies, doctor, retention, invite].map((work) =>
    repeat(work, EVERY_MILLISECONDS, failed),
  );
}
