import {
  fiscalYear,
  fiscalYearOf,
  type HalfYear,
  halfYearOf,
  type Period,
} from '../../domain/calendar/fiscal-year.ts';
import { monthPeriod, monthsBetween } from '../../domain/calendar/months.ts';
import { caseTallyKey } from '../../domain/case/case-tally.ts';
import { openKey } from '../../domain/case/open-counts.ts';
import { tipTallyKey } from '../../domain/case/tip-tally.ts';
import { surveyTallyId } from '../../domain/survey/tally.ts';

/** What is counted at a time: documents of one collection, and the counters that they alone make up. */
export interface Portion {
  /** Names it in the order in which all portions are counted in turn. */
  name: string;
  counts: { what: 'open' } | { what: 'cases' | 'tips' | 'responses'; period: Period };
  /** The tallies that hold the counters. */
  keys: string[];
  isMeant(counter: string): boolean;
}

/** Of whose tallies there may be one each. */
export interface Ids {
  units: readonly string[];
  services: readonly string[];
}

const everything = (): boolean => true;

const openPortion = ({ units }: Ids): Portion => ({
  name: 'open',
  counts: { what: 'open' },
  keys: [openKey(), ...units.map(openKey)],
  isMeant: everything,
});

const casesPortion = (month: string): Portion => ({
  name: `cases-${month}`,
  counts: { what: 'cases', period: monthPeriod(month) },
  keys: [caseTallyKey(fiscalYearOf(`${month}-01`))],
  isMeant: (counter) => counter.startsWith(`${month}_`),
});

const tipsPortion = (half: HalfYear): Portion => ({
  name: tipTallyKey(half),
  counts: { what: 'tips', period: half },
  keys: [tipTallyKey(half)],
  isMeant: everything,
});

const responsesPortion = (year: number, { services }: Ids): Portion => ({
  name: `responses-${year}`,
  counts: { what: 'responses', period: fiscalYear(year) },
  keys: services.map((service) => surveyTallyId(year, service)),
  isMeant: everything,
});

/** Portions that are counted every night, and older ones that take turns; both from the newest to the oldest. */
export function portionsOf(from: string, today: string, ids: Ids): { always: Portion[]; older: Portion[] } {
  const months = monthsBetween(from.slice(0, 7), today.slice(0, 7)).toReversed();
  const firsts = months.map((month) => `${month}-01`);
  const halves = new Map(firsts.map((day) => [tipTallyKey(halfYearOf(day)), halfYearOf(day)]));
  const years = [...new Set(firsts.map(fiscalYearOf))];
  const cases = months.map(casesPortion);
  const tips = [...halves.values()].map(tipsPortion);
  const responses = years.map((year) => responsesPortion(year, ids));
  return {
    always: [openPortion(ids), ...cases.slice(0, 2), ...tips.slice(0, 1), ...responses.slice(0, 1)],
    older: [...cases.slice(2), ...tips.slice(1), ...responses.slice(1)],
  };
}

/** Older portions in the order in which it is their turn, after the one that was counted last. */
export function inTurn(older: readonly Portion[], last: string | undefined): Portion[] {
  const next = older.findIndex(({ name }) => name === last) + 1;
  return [...older.slice(next), ...older.slice(0, next)];
}
