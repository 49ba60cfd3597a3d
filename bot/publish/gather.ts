import { fiscalYearOf, fiscalYear as wholeYear } from '../../domain/calendar/fiscal-year.ts';
import { caseTallyKey } from '../../domain/case/case-tally.ts';
import { MonthsRecord } from '../../domain/case/months.ts';
import { tipTallyKey } from '../../domain/case/tip-tally.ts';
import type { Digits } from '../../domain/evidence/digits.ts';
import type { Counts, EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { halvesOf, isClosed, type Preset } from '../../domain/evidence/periods.ts';
import { EvidenceProfile, emptyProfile } from '../../domain/evidence/profile.ts';
import { Readers } from '../../sealing/readers.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { readMeasures } from '../measures/store.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';
import { gatherServices } from './gather-services.ts';
import { gatherSurvey } from './gather-survey.ts';
import { CountedSince, Counters, IndicatorsRecord } from './records.ts';

/**
 * What evidence is built for. `today` is an ISO day in Asia/Bangkok; `presets` are the periods of which tips
 * are to be known, the page's own preset first.
 */
export interface Wanted {
  fiscalYear: number;
  presets: readonly [Preset, ...Preset[]];
  today: string;
  publicUrl: string;
  digits?: Digits | undefined;
}

/** How many fiscal years evidence may reach back from today's. */
const YEARS_BACK = 20;

/** Whether a fiscal year can have evidence: not before the system's time, not in the future beyond the next. */
export const isEvidenceYear = (fiscalYear: number, today: string): boolean => {
  const now = fiscalYearOf(today);
  return Number.isInteger(fiscalYear) && fiscalYear <= now + 1 && fiscalYear >= now - YEARS_BACK;
};

const officesOf = (current: CurrentAgency, readers: Readers | undefined): string[] => {
  const ids = new Set(readers?.officers.map(({ office }) => office));
  return current.agency.tipOffices.filter(({ id }) => ids.has(id)).map(({ label }) => label);
};

/**
 * Reads what evidence of a year is built from: a fixed set of documents, however many cases there are. Tips
 * are counted only where their half-year has closed: the document of the one that runs is not read.
 * @throws StoreUnavailable
 */
export async function gatherInputs(
  documents: Documents,
  current: CurrentAgency,
  { fiscalYear, presets, today, publicUrl, digits }: Wanted,
): Promise<EvidenceInputs> {
  const paths = pathsOf(current.agency.id);
  const years = [fiscalYear - 1, fiscalYear].filter((year) => wholeYear(year).from <= today);
  const halves = presets
    .flatMap((preset) => halvesOf(preset, fiscalYear))
    .filter((half) => isClosed(half, today));
  const wanted = { fiscalYear, preset: presets[0], today };
  const [found, surveyed, serviceMonths, measures] = await Promise.all([
    documents.readMany([
      paths.evidenceProfile,
      paths.readers,
      paths.tally('since'),
      paths.indicators(fiscalYear - 1),
      paths.indicators(fiscalYear - 2),
      ...years.map((year) => paths.tally(caseTallyKey(year))),
      ...halves.map((half) => paths.tally(tipTallyKey(half))),
      ...years.map(paths.months),
    ]),
    gatherSurvey(documents, current, wanted),
    gatherServices(documents, current, wanted),
    readMeasures({ documents, paths }, [fiscalYear, fiscalYear - 1]),
  ]);
  const counters = found.slice(5, -years.length || undefined).map((one) => Counters.parse(one?.data ?? {}));
  const [profile, readers, since, ...results] = found;
  const counted = (keys: readonly (string | number)[], from: number): Record<string, Counts> =>
    Object.fromEntries(keys.map((key, at) => [key, counters[from + at] ?? {}]));
  const months = years.length === 0 ? [] : found.slice(-years.length);
  const said = months.flatMap((one) => MonthsRecord.safeParse(one?.data).data ?? []);
  const countedSince = CountedSince.safeParse(since?.data).data?.day;
  const assessed = results
    .slice(0, 2)
    .flatMap((one) => IndicatorsRecord.safeParse(one?.data).data?.approved ?? []);
  return {
    agency: current.agency,
    profile: EvidenceProfile.safeParse(profile?.data).data ?? emptyProfile,
    publicUrl,
    fiscalYear,
    today,
    preset: presets[0],
    ...(digits === undefined ? {} : { digits }),
    tipOffices: officesOf(current, Readers.safeParse(readers?.data).data),
    ...(countedSince === undefined ? {} : { countedSince }),
    carried: Object.assign({}, ...said.map(({ carried }) => carried)),
    checked: Object.assign({}, ...said.map(({ checked }) => checked)),
    cases: counted(years, 0),
    tips: counted(
      halves.map((half) => `${half.fiscalYear}-${half.half}`),
      years.length,
    ),
    survey: current.survey,
    ...surveyed,
    serviceMonths,
    measures,
    assessed,
  };
}
