import type { Case } from '../../../domain/case/case.ts';
import { tallyChanges } from '../../../domain/case/tally-changes.ts';
import { countWrites } from '../../records/case-writes.ts';
import type { Paths } from '../../records/paths.ts';
import type { Found, Write } from '../../store/documents.ts';

/** More documents than this are not erased in one commit. */
const MOST = 400;

/** Whether a case can be erased: one that is joined with others has to be taken apart first. */
export type Erasure = { writes: Write[] } | { refuse: 'joined' | 'too_large' };

/**
 * The writes that erase a case and its clear copy: thread, history, photos and voice notes, the way to its reporter,
 * and all that it counts for; on the condition that it still is as `found`. Its receipt is left to whoever erases,
 * because the receipt may go on to open what takes the case's place. Alerts that wait for it find nothing to tell.
 */
export function planErasure(paths: Paths, found: Found, record: Case): Erasure {
  if (record.joins !== undefined || record.joined > 0) return { refuse: 'joined' };
  const { id: caseId } = found;
  const numbers = (count: number, from: number): number[] =>
    Array.from({ length: count }, (_, nth) => from + nth);
  const gone = [
    ...numbers(record.messages, 0).map((n) => paths.message(caseId, n)),
    ...numbers(record.history, 1).map((n) => paths.history(caseId, n)),
    ...record.files.map(({ n }) => paths.attachment(caseId, n)),
    paths.route(caseId),
  ];
  if (gone.length > MOST) return { refuse: 'too_large' };
  return {
    writes: [
      { op: 'delete', path: found.path, ifUpdatedAt: found.updateTime },
      ...gone.map((path): Write => ({ op: 'delete', path })),
      ...countWrites(paths, tallyChanges(record, undefined)),
    ],
  };
}
