import { z } from 'zod';
import { addDays } from '../calendar/day.ts';
import type { Case } from './case.ts';
import { type CaseStatus, isOpen } from './status.ts';

/** So many days after their reporter asked do a case or a tip go; until then the same receipt takes it back. */
export const GRACE_DAYS = 7;

/** `erasures/{caseId}`: its reporter asked that it be deleted in the night of an ISO day, or later where it is open. */
export const Erasure = z.object({ version: z.literal(1), from: z.iso.date() });
export type Erasure = z.infer<typeof Erasure>;

/** Whether a case or a tip is done, so that its reporter alone decides. */
export const isDone = (status: CaseStatus): boolean => !isOpen(status) && status !== 'resolved';

/** Whether a case can go at its reporter's word: nothing is being done with it, and no other has joined it. */
export const mayGo = ({ status, review, joined }: Pick<Case, 'status' | 'review' | 'joined'>): boolean =>
  isDone(status) && review !== 'asked' && joined === 0;

/**
 * So many days somebody has to answer a reporter who asks for deletion while the case is open: what the law on personal
 * data (B.E. 2562, section 30) gives for answering somebody who asks for their own.
 */
const ANSWER_DAYS = 30;

/** The last day on which a request of an ISO day is answered in time. */
export const erasureDue = (asked: string): string => addDays(asked, ANSWER_DAYS);

/** A case that nobody is asked to delete: it was answered, or is done, so that its reporter alone decides. */
export function withoutErasure({ erasure: _, ...record }: Case): Case {
  return record;
}
