import type { Agency } from '../agency/agency.ts';
import { placeLabel } from '../agency/routing.ts';
import { channelLabels } from '../evidence/labels.ts';
import type { Numbers, NumbersMonth } from '../staff/numbers.ts';
import { OpenKind } from './case.ts';
import {
  type AnswerCounts,
  answersIn,
  type CaseCounts,
  casesIn,
  categoryCount,
  channelCount,
  medianOver,
  placeCount,
} from './case-tally.ts';

type Tally = Readonly<Record<string, number>>;

/** What a month's numbers come from: counts of its fiscal year's cases, and of the answers to surveys in it. */
export interface MonthCounts {
  month: string;
  cases: Tally;
  ratings: { answers: number; ratings: number; sum: number };
}

interface Counted {
  cases: CaseCounts[];
  answers: AnswerCounts[];
  ratings: MonthCounts['ratings'][];
}

const countedIn = ({ month, cases, ratings }: MonthCounts): Counted => ({
  cases: OpenKind.options.map((kind) => casesIn(cases, month, kind)),
  answers: OpenKind.options.map((kind) => answersIn(cases, month, kind)),
  ratings: [ratings],
});

const total = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

const countOfSpans = (spans: Readonly<Record<number, number>>): number =>
  Object.values(spans).reduce((sum, count) => sum + count, 0);

const MEAN_DIGITS = 2;

function figuresOf({ cases, answers, ratings }: Counted): Omit<NumbersMonth, 'month'> {
  const rated = total(ratings, (one) => one.ratings);
  const mean = rated === 0 ? null : Number((total(ratings, ({ sum }) => sum) / rated).toFixed(MEAN_DIGITS));
  return {
    received: total(cases, ({ all }) => all),
    answered: total(answers, ({ answered }) => answered),
    answeredInTime: total(answers, ({ onTime }) => onTime),
    resolved: total(answers, ({ fixed }) => countOfSpans(fixed)),
    confirmed: total(answers, ({ confirmed }) => confirmed),
    underway: total(cases, ({ underway }) => underway),
    referred: total(cases, ({ referred }) => referred),
    declined: total(cases, ({ declined }) => declined),
    medianFirstAnswer: medianOver(answers.map(({ first }) => first)),
    medianResolution: medianOver(answers.map(({ fixed }) => fixed)),
    satisfaction: { answers: total(ratings, (one) => one.answers), mean },
  };
}

/** Numbers of some months, oldest first, from counts alone. */
export function numbersOf(agency: Agency, months: readonly MonthCounts[]): Numbers {
  const counted = months.map(countedIn);
  const sum = (of: (month: MonthCounts) => number): number => total(months, of);
  const channels = channelLabels.map(({ id, label }) => ({
    id,
    label,
    received: sum(({ cases, month }) =>
      total(OpenKind.options, (kind) => channelCount(cases, month, kind, id)),
    ),
  }));
  const known = <One extends { id: string }>(all: readonly One[], former: readonly One[]): One[] => [
    ...all,
    ...former.filter(({ id }) => !all.some((one) => one.id === id)),
  ];
  const wanted = ({ received }: { received: number }): boolean => received > 0;
  return {
    months: months.map(({ month }, nth) => ({
      month,
      ...figuresOf(counted[nth] ?? { cases: [], answers: [], ratings: [] }),
    })),
    total: figuresOf({
      cases: counted.flatMap(({ cases }) => cases),
      answers: counted.flatMap(({ answers }) => answers),
      ratings: counted.flatMap(({ ratings }) => ratings),
    }),
    byCategory: known(agency.categories, agency.retired.categories)
      .map(({ id, label }) => ({
        id,
        label,
        received: sum(({ cases, month }) => categoryCount(cases, month, id)),
      }))
      .filter(wanted),
    byPlace: known(agency.places, agency.retired.places)
      .map(({ id }) => ({
        id,
        label: placeLabel(agency, id),
        received: sum(({ cases, month }) => placeCount(cases, month, id)),
      }))
      .filter(wanted),
    byChannel: channels.filter(wanted),
  };
}
