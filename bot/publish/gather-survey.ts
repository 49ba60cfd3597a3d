import { fiscalYearOf, fiscalYear as wholeYear } from '../../domain/calendar/fiscal-year.ts';
import type { Counts, EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { type Preset, presetPeriod } from '../../domain/evidence/periods.ts';
import { CommentsRecord } from '../../domain/survey/comments.ts';
import { surveyTallyId } from '../../domain/survey/tally.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';
import { Counters } from './records.ts';

/**
 * The survey's counts of the year that a preset lies in, of the one before it and of the year asked for, and the
 * comments chosen in these: a document a service and year, however many answered.
 * @throws StoreUnavailable
 */
export async function gatherSurvey(
  documents: Documents,
  { agency }: CurrentAgency,
  { fiscalYear, preset, today }: { fiscalYear: number; preset: Preset; today: string },
): Promise<Pick<EvidenceInputs, 'answers' | 'surveyed' | 'comments'>> {
  const paths = pathsOf(agency.id);
  const covered = fiscalYearOf(presetPeriod(preset, fiscalYear).from);
  const years = [...new Set([covered - 1, covered, fiscalYear])].filter(
    (year) => wholeYear(year).from <= today,
  );
  const services = [...agency.services, ...agency.retired.services].map(({ id }) => id);
  const [tallies, comments] = await Promise.all([
    documents.readMany(
      years.flatMap((year) => services.map((service) => paths.tally(surveyTallyId(year, service)))),
    ),
    documents.readMany(years.map(paths.comments)),
  ]);
  const counts = tallies.map((one) => Counters.parse(one?.data ?? {}));
  const ofYear = (at: number): Record<string, Counts> =>
    Object.fromEntries(services.map((service, nth) => [service, counts[at * services.length + nth] ?? {}]));
  const surveyed = Object.fromEntries(years.map((year, at) => [year, ofYear(at)]));
  return {
    surveyed,
    answers: surveyed[fiscalYear] ?? {},
    comments: comments.flatMap((one) => CommentsRecord.safeParse(one?.data).data?.chosen ?? []),
  };
}
