import type { Agency } from '../agency/agency.ts';
import { alertedFor } from '../agency/routing.ts';
import { mayWorkCases, type Staff } from '../agency/staff.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Officer, Turn } from '../conversation/turn.ts';

/** Open cases: not yet accepted, due on a day, late by then, all. */
export interface MorningCounts {
  fresh: number;
  due: number;
  late: number;
  open: number;
}

const DUE = 'due.';

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

/** Sums the counts of open cases (`all`, `new`, `due.{day}`) for the morning of an ISO day. */
export function morningCounts(tallies: readonly Record<string, number>[], day: string): MorningCounts {
  const sum = { fresh: 0, due: 0, late: 0, open: 0 };
  for (const tally of tallies) {
    sum.open += tally.all ?? 0;
    sum.fresh += tally.new ?? 0;
    for (const [key, count] of Object.entries(tally)) {
      if (key === DUE + day) sum.due += count;
      else if (key.startsWith(DUE) && key < DUE + day) sum.late += count;
    }
  }
  return sum;
}

/** The morning card; empty where nothing is open any more. */
export function composeMorning(day: string, counts: MorningCounts, turn: Turn): Reply[] {
  if (counts.open <= 0) return [];
  const { morning, morningRows, morningCount } = turn.say.notice;
  const rows = (['late', 'due', 'fresh', 'open'] as const).map((row) => ({
    label: morningRows[row],
    value: morningCount(counts[row]),
    ...(row === 'late' && counts.late > 0 ? { strong: true } : {}),
  }));
  const card: Reply = {
    reply: 'card',
    title: morning(thaiDate(day, 'long')),
    rows,
    text: '',
    choices: [],
    asides: [],
  };
  return [card];
}
