/** What becomes public only once a second person approved it (four eyes): papers and announcements. */
import { z } from 'zod';
import type { Staff } from '../agency/staff.ts';
import { Approver, type Withdrawal } from '../evidence/evidence.ts';

/** What a version carries beside its matter once it is approved. */
export const issueMarks = {
  n: z.int().min(1),
  approvedOn: z.iso.date(),
  approvedBy: Approver,
};
const IssueMarks = z.object(issueMarks);
export type IssueMarks = z.infer<typeof IssueMarks>;

/** What one that waits carries, or was given back with words. `by` is a staff id, `at` milliseconds. */
export const draftMarks = {
  by: z.string(),
  name: z.string(),
  at: z.number(),
  returned: z.object({ name: z.string(), words: z.string(), at: z.number() }).optional(),
};
const DraftMarks = z.object(draftMarks);
export type DraftMarks = z.infer<typeof DraftMarks>;

/** The same marks as the console sees them: `by` is a name, instants are ISO. */
export const seenDraftMarks = {
  by: z.string(),
  isMine: z.boolean(),
  at: z.iso.datetime(),
  returned: z.object({ name: z.string(), words: z.string(), at: z.iso.datetime() }).optional(),
};

/** A draft as somebody of the staff sees it in the console. */
export function seenDraft<D extends DraftMarks>(draft: D, { id }: Pick<Staff, 'id'>) {
  const { returned, at, by, name } = draft;
  const iso = (instant: number): string => new Date(instant).toISOString();
  return {
    ...draftMatter(draft),
    by: name,
    isMine: by === id,
    at: iso(at),
    ...(returned === undefined ? {} : { returned: { ...returned, at: iso(returned.at) } }),
  };
}

/** How it stands: what was approved, oldest first, what waits, and whether it was taken down. */
export interface Standing {
  issues: readonly IssueMarks[];
  draft?: DraftMarks | undefined;
  withdrawn?: Withdrawal | undefined;
}

/** `returned`: given back to be mended; `public`; `withdrawn`; `gone`: taken back before it was ever approved. */
export const ApprovalState = z.enum(['waiting', 'returned', 'public', 'withdrawn', 'gone']);
export type ApprovalState = z.infer<typeof ApprovalState>;

export function approvalState({ issues, draft, withdrawn }: Standing): ApprovalState {
  if (draft !== undefined) return draft.returned === undefined ? 'waiting' : 'returned';
  if (issues.length === 0) return 'gone';
  return withdrawn === undefined ? 'public' : 'withdrawn';
}

/** Whether there is a draft that nobody decided on. */
export const isWaiting = (standing: Standing): boolean => approvalState(standing) === 'waiting';

/** What a draft would publish, without whose it is. */
export function draftMatter<D extends DraftMarks>(draft: D): Omit<D, keyof DraftMarks> {
  const { returned: _, at: _at, by: _by, name: _name, ...matter } = draft;
  return matter;
}
