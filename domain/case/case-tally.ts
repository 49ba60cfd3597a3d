import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Case, OpenKind } from './case.ts';
import { CaseStatus, isOpen } from './status.ts';

/** What the counts of received cases need to know of one. */
export type CountedCase = Pick<Case, 'kind' | 'status' | 'category' | 'channel' | 'received'>;

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
 * statuses, which come last: `{month}_{kind}_{status}` · `{month}_{kind}_via-{channel}` · `{month}_about-{category}`.
 */
const counter = (received: string, ...parts: string[]): string => [received.slice(0, 7), ...parts].join('_');

/** What a case that has just come in adds. */
export function receivedTally({ kind, status, category, channel, received }: CountedCase): TallyChange {
  return {
    key: caseTallyKey(fiscalYearOf(received)),
    counts: {
      [counter(received, kind, status)]: 1,
      [counter(received, kind, `via-${channel}`)]: 1,
      ...(category === undefined ? {} : { [counter(received, `about-${category}`)]: 1 }),
    },
  };
}

/** What changes when a case leaves its status for `to`; nothing where it stays. */
export function movedTally({ kind, status, received }: CountedCase, to: CaseStatus): TallyChange {
  const counts =
    status === to ? {} : { [counter(received, kind, status)]: -1, [counter(received, kind, to)]: 1 };
  return { key: caseTallyKey(fiscalYearOf(received)), counts };
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
