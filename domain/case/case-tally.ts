import { daysBetween } from '../calendar/day.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Case, OpenKind } from './case.ts';
import { daySpan, daySpans, medianOf } from './day-spans.ts';
import { isOnline } from './online.ts';
import { CaseStatus, isOpen } from './status.ts';

/** What the counts of received cases need to know of one. */
export type CountedCase = Pick<
  Case,
  | 'kind'
  | 'status'
  | 'category'
  | 'where'
  | 'channel'
  | 'received'
  | 'due'
  | 'firstAnswered'
  | 'resolved'
  | 'confirmed'
  | 'mischief'
>;

/** A change of counters in the document `tallies/{key}`. */
export type TallyChange = { readonly key: string; readonly counts: Readonly<Record<string, number>> };

/** Counters of cases by what has become of them. */
export type CaseCounts = {
  readonly all: number;
  /** Answered for good: resolved, closed, referred or declined. */
  readonly done: number;
  readonly underway: number;
  readonly referred: number;
  readonly declined: number;
};

/** The document that counts the cases received in a fiscal year (Buddhist). */
export const caseTallyKey = (fiscalYear: number): string => `cases-${fiscalYear}`;

/**
 * Counters, all by the month (`YYYY-MM`) in which the case was received; no part holds an underscore but
 * statuses, which come last: `{month}_{kind}_{status}` · `{month}_{kind}_via-{channel}` · `{month}_about-{category}` ·
 * `{month}_online-about-{category}` (those of it that came online) ·
 * `{month}_at-{place}` · `{month}_{kind}_answered`, `…_on-time` (by the day it was due), `…_confirmed` (its reporter
 * said so) · `{month}_{kind}_first-{span}`, `…_fixed-{span}`: days to the first answer and to being resolved, see
 * `daySpan` · `{month}_{kind}_mischief`.
 */
const counter = (received: string, ...parts: string[]): string => [received.slice(0, 7), ...parts].join('_');

/** What a received case counts for. One that was closed as ก่อกวน counts as nothing else. */
export function receivedCounts(one: CountedCase): TallyChange {
  const { kind, status, category, channel, received, due, firstAnswered, resolved, where } = one;
  const key = caseTallyKey(fiscalYearOf(received));
  const names =
    one.mischief?.confirmedBy !== undefined
      ? [counter(received, kind, 'mischief')]
      : [
          counter(received, kind, status),
          counter(received, kind, `via-${channel}`),
          ...(category === undefined ? [] : [counter(received, `about-${category}`)]),
          ...(category !== undefined && isOnline(channel)
            ? [counter(received, `online-about-${category}`)]
            : []),
          ...(where.place === undefined ? [] : [counter(received, `at-${where.place}`)]),
          ...(firstAnswered === undefined
            ? []
            : [
                counter(received, kind, 'answered'),
                counter(received, kind, `first-${daySpan(daysBetween(received, firstAnswered))}`),
                ...(firstAnswered <= due ? [counter(received, kind, 'on-time')] : []),
              ]),
          ...(resolved === undefined
            ? []
            : [counter(received, kind, `fixed-${daySpan(daysBetween(received, resolved))}`)]),
          ...(one.confirmed === true ? [counter(received, kind, 'confirmed')] : []),
        ];
  return { key, counts: Object.fromEntries(names.map((name) => [name, 1])) };
}

type Tally = Readonly<Record<string, number>>;

/** The cases of one kind that were received in a month (`YYYY-MM`), by what has become of them. */
export function casesIn(tally: Tally, month: string, kind: OpenKind): CaseCounts {
  const of = (status: CaseStatus): number => tally[`${month}_${kind}_${status}`] ?? 0;
  const all = CaseStatus.options.reduce((sum, status) => sum + of(status), 0);
  const underway = CaseStatus.options.filter(isOpen).reduce((sum, status) => sum + of(status), 0);
  return { all, underway, done: all - underway, referred: of('referred'), declined: of('declined') };
}

/** How many cases of a kind came in a month by each channel. */
export const channelCount = (tally: Tally, month: string, kind: OpenKind, channel: string): number =>
  tally[`${month}_${kind}_via-${channel}`] ?? 0;

/** How many cases of a category came in a month. */
export const categoryCount = (tally: Tally, month: string, category: string): number =>
  tally[`${month}_about-${category}`] ?? 0;

/** How many of these came by LINE, the web or Facebook. */
export const onlineCategoryCount = (tally: Tally, month: string, category: string): number =>
  tally[`${month}_online-about-${category}`] ?? 0;

/** How many cases came from a place in a month. */
export const placeCount = (tally: Tally, month: string, place: string): number =>
  tally[`${month}_at-${place}`] ?? 0;

/** How the cases of one kind that were received in a month were answered; spans of days by their first day. */
export interface AnswerCounts {
  answered: number;
  onTime: number;
  confirmed: number;
  first: Readonly<Record<number, number>>;
  fixed: Readonly<Record<number, number>>;
}

export function answersIn(tally: Tally, month: string, kind: OpenKind): AnswerCounts {
  const of = (name: string): number => Math.max(0, tally[`${month}_${kind}_${name}`] ?? 0);
  const spans = (name: string): Record<number, number> =>
    Object.fromEntries(daySpans.map((span) => [span, of(`${name}-${span}`)]));
  return {
    answered: of('answered'),
    onTime: of('on-time'),
    confirmed: of('confirmed'),
    first: spans('first'),
    fixed: spans('fixed'),
  };
}

/** The median of days over several months or kinds. */
export const medianOver = (all: readonly Readonly<Record<number, number>>[]): number | null =>
  medianOf((span) => all.reduce((sum, spans) => sum + (spans[span] ?? 0), 0));
