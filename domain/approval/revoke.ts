import { z } from 'zod';
import { Withdrawal } from '../evidence/evidence.ts';
import type { Refused } from './decide.ts';
import { draftMarks, type Standing } from './standing.ts';

/** What taking the approval of version `n` back leads to: whose draft it was, and the note that stood in its place. */
export const Revocable = z.object({
  n: z.int().min(1),
  proposed: z.object(draftMarks).omit({ returned: true }),
  withdrawn: Withdrawal.optional(),
});
export type Revocable = z.infer<typeof Revocable>;

/** What the public sees after that: nothing, the version before, or the note of when that was taken down. */
export const RevokedTo = z.enum(['nothing', 'before', 'note']);
export type RevokedTo = z.infer<typeof RevokedTo>;

type Approved = Standing & { revocable?: Revocable | undefined };

export interface Revoked<S extends Approved> {
  /** The version that was approved last, now a draft again, with whose it is. */
  issue: S['issues'][number];
  proposed: Revocable['proposed'];
  /** The versions that stay. */
  issues: S['issues'][number][];
  withdrawn: Withdrawal | undefined;
  to: RevokedTo;
}

/**
 * The newest approval taken back, where that version is public and nothing waits in its place. `isOut`: whether a
 * version was sent to people already, or may have been; then it is too late.
 */
export function revoked<S extends Approved>(
  found: S | undefined,
  isOut: (standing: S, n: number) => boolean,
): Revoked<S> | Refused | { refuse: 'too_late' } {
  if (found === undefined) return { refuse: 'not_found' };
  const issue: S['issues'][number] | undefined = found.issues.at(-1);
  if (issue === undefined) return { refuse: 'not_now' };
  if (isOut(found, issue.n)) return { refuse: 'too_late' };
  const { revocable } = found;
  if (found.draft !== undefined || found.withdrawn !== undefined) return { refuse: 'not_now' };
  if (revocable?.n !== issue.n) return { refuse: 'not_now' };
  const issues: S['issues'][number][] = found.issues.slice(0, -1);
  const { proposed, withdrawn } = revocable;
  const left = issues.length === 0 ? 'nothing' : 'before';
  return { issue, proposed, issues, withdrawn, to: withdrawn === undefined ? left : 'note' };
}
