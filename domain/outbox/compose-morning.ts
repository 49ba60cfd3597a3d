import type { Agency } from '../agency/agency.ts';
import { alertedFor } from '../agency/routing.ts';
import { mayWorkCases, type Staff } from '../agency/staff.ts';
import type { ForApproval } from '../approval/waiting.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { type OpenSums, openSums } from '../case/open-counts.ts';
import type { Choice, Reply } from '../conversation/reply.ts';
import type { Officer, Turn } from '../conversation/turn.ts';

/** Open cases: not yet accepted, due on a day, late by then, all. */
export interface MorningCounts {
  fresh: number;
  due: number;
  late: number;
  open: number;
  /** Requests for deletion that nobody answered, and those of them whose day is over. */
  erasure: number;
  erasureLate: number;
}

/**
 * The units whose open cases concern somebody: those of the categories they are alerted about, and their own.
 * Empty for whoever works no cases; `all` for an officer who belongs to no unit.
 */
export function unitsOf(staff: Staff, agency: Agency, officers: readonly Officer[]): string[] | 'all' {
  if (!mayWorkCases(staff)) return [];
  const alerted = agency.categories.filter((category) => alertedFor(category, officers).includes(staff.id));
  const own = staff.unit === undefined ? [] : [staff.unit];
  const units = [...new Set([...alerted.map(({ unit }) => unit), ...own])];
  return units.length === 0 ? 'all' : units;
}

/** Sums the counts of open cases over units, as somebody of these audiences may know of them, on an ISO day. */
export function morningCounts(
  tallies: readonly Record<string, number>[],
  audiences: readonly string[],
  day: string,
): MorningCounts {
  const sums = tallies.map((tally) => openSums(tally, audiences, day));
  const total = (count: keyof OpenSums): number => sums.reduce((sum, one) => sum + one[count], 0);
  return {
    fresh: total('fresh'),
    due: total('due'),
    late: total('late'),
    open: total('all'),
    erasure: total('erasure'),
    erasureLate: total('erasureLate'),
  };
}

/**
 * What a morning card tells: open cases, how many steps of measures were not taken by their day, how many services of
 * the month before (`YYYY-MM`) were not counted, and what waits for approval.
 */
export interface Morning {
  day: string;
  counts: MorningCounts;
  lateSteps: number;
  uncounted?: { month: string; services: number };
  /** What waits for them to approve it. */
  approvals?: ForApproval;
}

/** The morning card; empty where nothing is open any more, nobody waits for an answer about deletion, no step is late, every service was counted and nothing waits. */
export function composeMorning(
  { day, counts, lateSteps, uncounted, approvals }: Morning,
  turn: Turn,
): Reply[] {
  const isUncounted = uncounted !== undefined && uncounted.services > 0;
  if (counts.open <= 0 && counts.erasure <= 0 && lateSteps <= 0 && !isUncounted && approvals === undefined)
    return [];
  const { morning, morningRows, morningCount, lateSteps: stepsRow, uncounted: servicesRow } = turn.say.notice;
  const { approvals: approvalsRow, erasures: erasuresRow } = turn.say.notice;
  const opens = (label: string, room: string): Choice => ({
    does: 'open',
    label,
    uri: `${turn.publicUrl}/staff#/${room}`,
  });
  const cases = (['late', 'due', 'fresh', 'open'] as const).map((row) => ({
    label: morningRows[row],
    value: morningCount(counts[row]),
    ...(row === 'late' && counts.late > 0 ? { strong: true } : {}),
  }));
  const steps = { label: stepsRow.label, value: stepsRow.count(lateSteps), strong: true };
  const card: Reply = {
    reply: 'card',
    title: morning(thaiDate(day, 'long')),
    rows: [
      ...(counts.open <= 0 ? [] : cases),
      ...(counts.erasure <= 0
        ? []
        : [
            {
              label: erasuresRow.label,
              value: erasuresRow.count(counts.erasure, counts.erasureLate),
              strong: true,
            },
          ]),
      ...(lateSteps <= 0 ? [] : [steps]),
      ...(isUncounted ? [{ label: servicesRow.label, value: servicesRow.count(uncounted.services) }] : []),
      ...(approvals === undefined
        ? []
        : [{ label: approvalsRow.label, value: approvalsRow.count(approvals.count), strong: true }]),
    ],
    text: '',
    choices: [
      ...(counts.erasure <= 0 ? [] : [opens(erasuresRow.open, 'inbox?view=erasure')]),
      ...(isUncounted ? [opens(servicesRow.open, `services/${uncounted.month}`)] : []),
      ...(approvals === undefined ? [] : [opens(approvalsRow.open, approvals.room)]),
    ],
    asides: [],
  };
  return [card];
}
