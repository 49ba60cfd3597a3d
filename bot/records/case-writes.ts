import type { Timestamp } from '@google-cloud/firestore';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { TallyChange } from '../../domain/case/case-tally.ts';
import type { CaseHistory, Happened } from '../../domain/case/history.ts';
import { standing } from '../../domain/case/standing.ts';
import { tallyChanges } from '../../domain/case/tally-changes.ts';
import { type DocumentData, increment, remove, type Write } from '../store/documents.ts';
import type { Paths } from './paths.ts';

/** A case while a commit is planned: as it was read, as it will be, and what its history will say of it. */
export interface CaseEdit {
  caseId: string;
  at: Timestamp;
  before: Case;
  next: Case;
  history: CaseHistory[];
}

export const beginEdit = (caseId: string, at: Timestamp, record: Case): CaseEdit => ({
  caseId,
  at,
  before: record,
  next: record,
  history: [],
});

/** What happened, by one of the staff (an id) at an instant, or by `reporter` or `system` on its day. */
export function happenedBy(by: string, now: number, happened: Happened): CaseHistory {
  const isStaff = by !== 'reporter' && by !== 'system';
  return {
    ...happened,
    version: 1,
    by,
    day: dayOf(now),
    ...(isStaff ? { at: new Date(now).toISOString() } : {}),
  };
}

/** What is no longer there is removed; what is undefined was not there. */
function changedFields(before: Case, next: Case): DocumentData {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(next).filter(([, value]) => value !== undefined));
  const gone = [...was.keys()].filter((name) => was.get(name) !== undefined && !is.has(name));
  const set = [...is].filter(([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value));
  return Object.fromEntries([...set, ...gone.map((name): [string, unknown] => [name, remove()])]);
}

/** How an edit changes the tallies. */
export const editCounts = ({ before, next }: CaseEdit): TallyChange[] => tallyChanges(before, next);

/** One conditional write of the case, and a document for each thing that its history says, numbered by its edition. */
export function editWrites(paths: Pick<Paths, 'case' | 'history'>, edit: CaseEdit): Write[] {
  const { caseId, at, before, history } = edit;
  const next = standing({ ...edit.next, history: before.history + history.length });
  const data = changedFields(before, next);
  if (Object.keys(data).length === 0) return [];
  return [
    { op: 'update', path: paths.case(caseId), data, ifUpdatedAt: at },
    ...history.map(
      (entry, nth): Write => ({
        op: 'create',
        path: paths.history(caseId, before.history + nth + 1),
        data: { ...entry },
      }),
    ),
  ];
}

/** Blind increments, one write a tally. */
export function countWrites({ tally }: Pick<Paths, 'tally'>, changes: readonly TallyChange[]): Write[] {
  const sums = new Map<string, Map<string, number>>();
  for (const { key, counts } of changes) {
    const names = sums.get(key) ?? new Map<string, number>();
    for (const [name, by] of Object.entries(counts)) names.set(name, (names.get(name) ?? 0) + by);
    sums.set(key, names);
  }
  return [...sums].map(([key, names]) => ({
    op: 'merge',
    path: tally(key),
    data: Object.fromEntries([...names].map(([name, by]) => [name, increment(by)])),
  }));
}
