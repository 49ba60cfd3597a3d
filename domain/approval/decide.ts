import type { Staff } from '../agency/staff.ts';
import { printedAs } from '../staff/publish.ts';
import { type DraftMarks, draftMatter, type IssueMarks, type Standing } from './standing.ts';

export interface Refused {
  refuse: 'not_found' | 'not_now' | 'second_person';
}
type DraftOf<S extends Standing> = NonNullable<S['draft']>;
type Issue<S extends Standing> = Omit<DraftOf<S>, keyof DraftMarks> & IssueMarks;

/** What waits, with what it waits in. */
type Waiting<S extends Standing> = { standing: S; draft: DraftOf<S> } | Refused;
function waitingIn<S extends Standing>(standing: S | undefined): Waiting<S> {
  if (standing === undefined) return { refuse: 'not_found' };
  const draft: S['draft'] = standing.draft;
  return draft === undefined ? { refuse: 'not_now' } : { standing, draft };
}

/**
 * The version that approving makes of what waits. Whoever proposed it does not approve it, and nobody does so under a
 * name and position other than the ones they saw.
 */
export function approved<S extends Standing>(
  found: S | undefined,
  { staff, printed, today }: { staff: Staff; printed: string; today: string },
): { standing: S; issue: Issue<S> } | Refused {
  const waiting = waitingIn(found);
  if ('refuse' in waiting) return waiting;
  const { standing, draft } = waiting;
  if (draft.returned !== undefined) return { refuse: 'not_now' };
  if (draft.by === staff.id) return { refuse: 'second_person' };
  const approvedBy = printedAs(staff);
  if (approvedBy === undefined || approvedBy !== printed) return { refuse: 'not_now' };
  const n = (standing.issues.at(-1)?.n ?? 0) + 1;
  return { standing, issue: { ...draftMatter(draft), n, approvedOn: today, approvedBy } };
}

/** What waits, given back with words. */
export function returned<S extends Standing>(
  found: S | undefined,
  { staff, words, at }: { staff: Staff; words: string; at: number },
): S | Refused {
  const waiting = waitingIn(found);
  if ('refuse' in waiting) return waiting;
  return { ...waiting.standing, draft: { ...waiting.draft, returned: { name: staff.name, words, at } } };
}

/** Without what waits: one's own is taken back, by an executive or admin anybody's. */
export function cancelled<S extends Standing>(found: S | undefined, staff: Staff): S | Refused {
  const waiting = waitingIn(found);
  if ('refuse' in waiting) return waiting;
  const decides = staff.roles.includes('executive') || staff.roles.includes('admin');
  if (waiting.draft.by !== staff.id && !decides) return { refuse: 'second_person' };
  return { ...waiting.standing, draft: undefined };
}

/** What is public, taken down with a dated note in its place. */
export function withdrawn<S extends Standing>(
  found: S | undefined,
  { staff, because, today }: { staff: Staff; because: string; today: string },
): S | Refused {
  if (found === undefined) return { refuse: 'not_found' };
  const by = printedAs(staff);
  if (by === undefined) return { refuse: 'not_now' };
  if (found.issues.length === 0 || found.withdrawn !== undefined) return { refuse: 'not_now' };
  return { ...found, withdrawn: { day: today, by, because } };
}
