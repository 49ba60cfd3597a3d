import { standardSurvey } from '../survey/standard-survey.ts';
import type { Survey } from '../survey/survey.ts';

/** The first agency's satisfaction survey, the same for every service. */
export const khoenSurvey: Survey = standardSurvey('satisfaction', 'แบบสำรวจความพึงพอใจ อบต.เขิน');
