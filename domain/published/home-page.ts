import { fiscalYear as wholeYear } from '../calendar/fiscal-year.ts';
import { type CaseCounts, casesIn } from '../case/case-tally.ts';
import type { CarriedMonth } from '../case/months.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import { areChecked } from '../evidence/counting.ts';
import type { EvidenceHead } from '../evidence/evidence.ts';
import type { Counts, EvidenceInputs } from '../evidence/inputs.ts';
import { officialItem } from '../evidence/item.ts';
import { halfLabel, halvesOf, isClosed, monthsOf } from '../evidence/periods.ts';
import { correctedText, measuresOf } from '../ita/read-report.ts';
import { bestLimits } from '../survey/bands.ts';
import { LEAST_TOLD, tellableGroups } from '../survey/groups.ts';
import { type RatingStatistics, surveyStatistics } from '../survey/statistics.ts';
import { addTallies } from '../survey/tally.ts';
import { pageAgency } from './frame.ts';
import type { HomeCases, HomeMeasure, HomeMeasures, HomePage, Rated } from './home.ts';
import { type ApprovedYear, homeResult } from './home-result.ts';

/**
 * All that the public page is put together from. `fiscalYear` is the running one (Buddhist); `results` are the
 * approved years, newest first; `heads` is all evidence that was ever approved; `tips` holds closed half-years.
 */
export type HomeInputs = Pick<
  EvidenceInputs,
  | 'agency'
  | 'profile'
  | 'fiscalYear'
  | 'today'
  | 'countedSince'
  | 'carried'
  | 'checked'
  | 'cases'
  | 'tips'
  | 'survey'
  | 'answers'
> & {
  readonly results: readonly ApprovedYear[];
  readonly heads: readonly EvidenceHead[];
  /** Years whose result was taken down. */
  readonly withdrawn?: HomePage['withdrawn'];
  /** The newest measures of which it was approved how far they have come. */
  readonly progress?: HomeMeasures;
};

function evidenceOf(heads: readonly EvidenceHead[]): HomePage['evidence'] {
  const newest = new Map<string, HomePage['evidence'][number]>();
  for (const { key, fiscalYear, approvals, withdrawn } of heads) {
    const approvedOn = approvals.at(-1)?.approvedOn;
    if (withdrawn !== undefined || approvedOn === undefined) continue;
    if ((newest.get(key)?.fiscalYear ?? 0) > fiscalYear) continue;
    const { title, label } = officialItem(key, fiscalYear);
    newest.set(key, { key, fiscalYear, title, approvedOn, ...(label === undefined ? {} : { label }) });
  }
  return [...newest.values()];
}

const openKinds = ['complaint', 'question', 'suggestion'] as const;

/** The last of some months, all of which were checked; where one was not, nothing is known of zero. */
const zeroUntil = (months: readonly string[], inputs: HomeInputs): { zeroUntil?: string } => {
  const last = months.at(-1);
  return last !== undefined && areChecked(months, inputs) ? { zeroUntil: last } : {};
};

function casesOf(inputs: HomeInputs): HomeCases {
  const { fiscalYear, today, cases, tips, countedSince, carried } = inputs;
  const counts: Counts = cases[fiscalYear] ?? {};
  const months = monthsOf(wholeYear(fiscalYear), today);
  const over = months.filter((month) => month < today.slice(0, 7));
  const more = months.flatMap((month) => carried[month] ?? []);
  const brought = (pick: (one: CarriedMonth) => number): number =>
    more.reduce((total, one) => total + pick(one), 0);
  const sum = (all: readonly CaseCounts[], pick: 'all' | 'done' | 'underway'): number =>
    all.reduce((total, one) => total + one[pick], 0);
  const kinds = openKinds.map((kind) => {
    const byMonth = months.map((month) => casesIn(counts, month, kind));
    const isCarried = kind === 'complaint';
    const all = sum(byMonth, 'all') + (isCarried ? brought(({ received }) => received) : 0);
    const done = sum(byMonth, 'done') + (isCarried ? brought((one) => one.done) : 0);
    return {
      label: evidenceWords.kinds[kind],
      all,
      done,
      underway: all - done,
      ...(all === 0 ? zeroUntil(over, inputs) : {}),
    };
  });
  const halves = [...halvesOf('previous-year', fiscalYear), ...halvesOf('first-half', fiscalYear)];
  const closed = halves.filter(
    (half) => isClosed(half, today) && countedSince !== undefined && half.to >= countedSince,
  );
  return {
    fiscalYear,
    kinds,
    tips: closed.map((half) => {
      const { all = 0, done = 0 } = tips[`${half.fiscalYear}-${half.half}`] ?? {};
      const zero = all === 0 ? zeroUntil(monthsOf(half, half.to), inputs) : {};
      return { label: halfLabel(half), all, done, underway: all - done, ...zero };
    }),
    ...(countedSince === undefined ? {} : { countedSince }),
  };
}

const ratedOf = (label: string, { n, mean, deviation, margin, level }: RatingStatistics): Rated => ({
  label,
  n,
  ...(mean === undefined ? {} : { mean }),
  ...(deviation === undefined ? {} : { deviation }),
  ...(margin === undefined ? {} : { margin }),
  ...(level === undefined ? {} : { level }),
});

function satisfactionOf(inputs: HomeInputs): HomePage['satisfaction'] {
  const { agency, survey, answers, fiscalYear, profile } = inputs;
  const limits = profile.bands ?? bestLimits;
  const known = [...agency.services, ...agency.retired.services];
  const all = surveyStatistics(survey, addTallies(Object.values(answers)), limits);
  return {
    fiscalYear,
    n: all.n,
    dimensions:
      all.n < LEAST_TOLD
        ? []
        : all.dimensions.map((rated) => ratedOf(evidenceWords.dimensions[rated.dimension], rated)),
    services: tellableGroups(known.map(({ id }) => [id, answers[id] ?? {}])).flatMap(
      ({ services, tally }) => {
        const of = surveyStatistics(survey, tally, limits);
        const overall = of.dimensions.find(({ dimension }) => dimension === 'overall') ?? of.dimensions[0];
        const labels = known.filter(({ id }) => services.includes(id)).map(({ label }) => label);
        return overall === undefined ? [] : [ratedOf(labels.join(evidenceWords.listComma), overall)];
      },
    ),
  };
}

/** The plan of the approved report, of which nobody has approved yet how far it has come. */
function plannedIn({ report }: ApprovedYear): HomeMeasures | undefined {
  if (report === undefined) return undefined;
  const list = measuresOf(report).map(
    ({ id, issue, measures, steps, responsible, from, to }): HomeMeasure => ({
      id,
      issue,
      measures: measures.map((text) => correctedText(report, text)),
      steps: steps.map((text) => correctedText(report, text)),
      responsible,
      from,
      to,
    }),
  );
  return { fiscalYear: report.document.measuresFiscalYear, list };
}

function measuresOfPage(
  newest: ApprovedYear | undefined,
  progress: HomeMeasures | undefined,
): HomeMeasures | undefined {
  const planned = newest && plannedIn(newest);
  return planned !== undefined && planned.fiscalYear > (progress?.fiscalYear ?? 0) ? planned : progress;
}

/** Puts the public page together. */
export function homePage(inputs: HomeInputs): HomePage {
  const { agency, profile, today, results, heads } = inputs;
  const [newest, before] = results;
  const evidence = evidenceOf(heads);
  const shown = new Set(evidence.map(({ key }) => key));
  const result = newest && homeResult(newest, before, shown);
  const measures = measuresOfPage(newest, inputs.progress);
  return {
    page: 'home',
    version: 1,
    agency: pageAgency(agency, profile.lineUrl),
    updatedOn: today,
    ...(result && { result }),
    withdrawn: [...(inputs.withdrawn ?? [])],
    ...(measures && { measures }),
    cases: casesOf(inputs),
    satisfaction: satisfactionOf(inputs),
    questions: [...profile.questions],
    evidence,
  };
}
