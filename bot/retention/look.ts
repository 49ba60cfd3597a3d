import { fiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { Case, TipCase } from '../../domain/case/case.ts';
import { CaseHistory } from '../../domain/case/history.ts';
import { isOpen } from '../../domain/case/status.ts';
import type { RetainedKind } from '../../domain/retention/retention.ts';
import type { Ground } from '../records/ground.ts';
import type { Found } from '../store/documents.ts';

type Where = Pick<Ground, 'documents' | 'paths'>;
export type Position = [day: string, id: string];

const dayField = (kind: RetainedKind): string => (kind === 'responses' ? 'day' : 'received');

/** A page of what came up to an ISO day, the oldest first, whether its time is over or not. @throws StoreUnavailable */
export function lookAt(
  { documents, paths }: Where,
  kind: RetainedKind,
  until: string,
  after: Position | undefined,
  limit: number,
): Promise<Found[]> {
  const by = dayField(kind);
  return documents.query({
    collection: kind === 'responses' ? paths.responses : paths.cases,
    where: [
      ...(kind === 'responses' ? [] : [['kind', '==', kind] as ['kind', '==', string]]),
      [by, '<=', until],
    ],
    orderBy: [
      [by, 'asc'],
      ['__name__', 'asc'],
    ],
    limit,
    ...(after === undefined ? {} : { startAfter: after }),
  });
}

/** Where looking goes on after a document. */
export const positionOf = (kind: RetainedKind, { id, data }: Found): Position => [
  String(data[dayField(kind)]),
  id,
];

/** The ISO day on which something was last done to a case: what its newest entry of history says. */
async function lastDeed(
  { documents, paths }: Where,
  caseId: string,
  { history, received }: Case,
): Promise<string> {
  const found = history === 0 ? undefined : await documents.read(paths.history(caseId, history));
  return CaseHistory.safeParse(found?.data).data?.day ?? received;
}

/**
 * Whether the time of one is over that came up to `until`, the last day of a fiscal year. A case ends with what was
 * last done to it; a tip, of which no other day is kept, with the day it came. What others have joined goes after them.
 */
export async function isOver(
  where: Where,
  kind: RetainedKind,
  found: Found,
  until: string,
): Promise<boolean> {
  if (kind === 'responses') return true;
  if (kind === 'tip') return !isOpen(TipCase.parse(found.data).status);
  const record = Case.parse(found.data);
  if (
    isOpen(record.status) ||
    record.status === 'resolved' ||
    record.review === 'asked' ||
    record.joined > 0
  ) {
    return false;
  }
  return fiscalYear(fiscalYearOf(await lastDeed(where, found.id, record))).to <= until;
}
