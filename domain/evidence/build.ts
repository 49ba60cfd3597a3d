import { complaintChannel } from './builders/complaint-channel.ts';
import { complaintGuideline } from './builders/complaint-guideline.ts';
import { complaintStatistics } from './builders/complaint-statistics.ts';
import { contact } from './builders/contact.ts';
import { eService } from './builders/e-service.ts';
import { measures } from './builders/measures.ts';
import { measuresReport } from './builders/measures-report.ts';
import { participation } from './builders/participation.ts';
import { qAndA } from './builders/q-and-a.ts';
import { satisfactionSurvey } from './builders/satisfaction-survey.ts';
import { serviceStatistics } from './builders/service-statistics.ts';
import { Content } from './content.ts';
import type { EvidenceInputs } from './inputs.ts';
import type { EvidenceKey } from './keys.ts';

const builders: Readonly<Record<EvidenceKey, (inputs: EvidenceInputs) => Content>> = {
  complaint_guideline: complaintGuideline,
  complaint_channel: complaintChannel,
  complaint_statistics: complaintStatistics,
  satisfaction_survey: satisfactionSurvey,
  service_statistics: serviceStatistics,
  q_and_a: qAndA,
  e_service: eService,
  participation,
  contact,
  measures,
  measures_report: measuresReport,
};

/** The page's matter as it stands today, to be looked at and approved. */
export const buildContent = (key: EvidenceKey, inputs: EvidenceInputs): Content =>
  Content.parse({
    ...builders[key](inputs),
    ...(inputs.digits === undefined ? {} : { digits: inputs.digits }),
  });
