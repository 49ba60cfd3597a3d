import type { Case, Outcome } from './case.ts';
import { withChange } from './change.ts';
import { withoutErasure } from './erasure.ts';
import { isOpen } from './status.ts';

/**
 * A case whose reporter's wish to have it deleted is granted on an ISO day: what is open ends declined with `outcome`,
 * so that it can go; what is said to be resolved goes once it is closed. Undefined where nobody asked, or where others
 * have joined it, which have to be taken apart first.
 */
export function withErasureGranted(record: Case, outcome: Outcome, day: string): Case | undefined {
  if (record.erasure === undefined || record.joined > 0) return undefined;
  if (!isOpen(record.status)) return withoutErasure(record);
  const ended = withChange(record, { change: 'decline', outcome }, day);
  return ended && withoutErasure(ended);
}
