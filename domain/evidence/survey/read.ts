import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { evidenceWords } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { type BandLimits, bestLimits } from '../../survey/bands.ts';
import { LEAST_TOLD, tellableGroups } from '../../survey/groups.ts';
import { type SurveyStatistics, surveyStatistics } from '../../survey/statistics.ts';
import { addTallies, type Tally, tallyOfMonths } from '../../survey/tally.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthsOf, periodWords, presetPeriod } from '../periods.ts';

/** Several services together where each had too few answers to be told apart. */
export type RatedGroup = { readonly label: string; readonly counted: SurveyStatistics };

/** A survey's answers of a period, and of the same months a year before. */
export type SurveyRead = {
  readonly limits: BandLimits;
  readonly all: SurveyStatistics;
  /** How many answered about each service, in the agency's order; services that nobody rated are left out. */
  readonly services: readonly { readonly label: string; readonly n: number }[];
  /** Whose ratings can be told without telling of one person. */
  readonly groups: readonly RatedGroup[];
  readonly before: SurveyStatistics;
  /** The months of `before`, in words. */
  readonly beforeWords: string;
  /** Whether so few answered that no rating is told. */
  readonly isHidden: boolean;
};

const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;

const ofMonths = (inputs: EvidenceInputs, months: readonly string[]): Record<string, Tally> => {
  const [first] = months;
  const counts = first === undefined ? {} : (inputs.surveyed[fiscalYearOf(`${first}-01`)] ?? {});
  return Object.fromEntries(
    Object.entries(counts).map(([service, tally]) => [service, tallyOfMonths(tally, months)]),
  );
};

/** What the answers of the document's period tell, and those of the year before. */
export function readSurvey(inputs: EvidenceInputs): SurveyRead {
  const { agency, survey, preset, fiscalYear, today, profile } = inputs;
  const limits = profile.bands ?? bestLimits;
  const period = presetPeriod(preset, fiscalYear);
  const months = monthsOf(period, today);
  const tallies = ofMonths(inputs, months);
  const earlier = ofMonths(inputs, months.map(yearBefore));
  const statistics = (tally: Tally): SurveyStatistics => surveyStatistics(survey, tally, limits);
  const known = [...agency.services, ...agency.retired.services];
  const labelOf = (id: string): string => known.find((service) => service.id === id)?.label ?? id;
  const counted = known.flatMap(({ id, label }) => {
    const n = tallies[id]?.n ?? 0;
    return n === 0 ? [] : [{ id, label, n }];
  });
  const all = statistics(addTallies(Object.values(tallies)));
  const groups = tellableGroups(counted.map(({ id }) => [id, tallies[id] ?? {}] as const));
  return {
    limits,
    all,
    services: counted,
    groups: groups.map(({ services, tally }) => {
      const labels = services.map(labelOf).join(evidenceWords.listComma);
      return { label: services.length > 1 ? say.pooled(labels) : labels, counted: statistics(tally) };
    }),
    before: statistics(addTallies(Object.values(earlier))),
    beforeWords: periodWords({ from: yearBefore(period.from), to: yearBefore(period.to) }),
    isHidden: all.n < LEAST_TOLD,
  };
}
