import type { Staff } from '../../../domain/agency/staff.ts';
import { approved, cancelled, returned, withdrawn } from '../../../domain/approval/decide.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import {
  ISSUES_MOST,
  PaperFile,
  PaperProposal,
  type PaperSource,
  paperFaults,
} from '../../../domain/papers/paper.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import { readFileRecord } from '../../papers/holding.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { type Change, changePaper } from './change.ts';
import { UNDO_MILLISECONDS } from './rows.ts';

/** The source as it is kept: of a file what was found out about it; undefined where it is gone. */
async function sourceOf(
  { ground, clock }: StaffParts,
  { source }: PaperProposal,
): Promise<PaperSource | undefined> {
  if (source.type === 'link') return source;
  const file = await readFileRecord(ground, source.sha256, clock());
  return file && { type: 'file', ...PaperFile.parse(file.record) };
}

/** Says what is to be published, anew or in the place of what waits. */
export async function proposePaper(
  parts: StaffParts,
  { id, edition, paper: body }: { id: string; edition: string | undefined; paper: unknown },
  staff: Staff,
): Promise<StaffAnswer> {
  const faults = paperFaults(body);
  if (faults.length > 0) return { refuse: 'bad_fields', now: { faults } };
  const proposal = PaperProposal.parse(body);
  const { units } = parts.current().agency;
  if (proposal.unit !== undefined && !units.some((unit) => unit.id === proposal.unit)) {
    return { refuse: 'bad_fields', now: { faults: [{ at: 'unit', fault: 'unknown_unit' }] } };
  }
  return changePaper(parts, { act: 'propose', staff, id, edition }, async (paper): Promise<Change> => {
    const source = await sourceOf(parts, proposal);
    if (source === undefined) {
      return { refuse: 'bad_fields', now: { faults: [{ at: 'source', fault: 'file_gone' }] } };
    }
    const issues = paper?.issues ?? [];
    if (issues.length >= ISSUES_MOST) return { refuse: 'too_many' };
    const draft = { ...proposal, source, by: staff.id, name: staff.name, at: parts.clock() };
    return { ...paper, issues, draft };
  });
}

/** Publishes what waits, exactly as it was seen. */
export function approvePaper(
  parts: StaffParts,
  id: string,
  { edition, printed }: { edition: string; printed: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const errand = { act: 'approve' as const, staff, id, edition, note: printed };
  return changePaper(parts, errand, (found): Change => {
    const done = approved(found, { staff, printed, today: dayOf(parts.clock()) });
    return 'refuse' in done ? done : { issues: [...done.standing.issues, done.issue] };
  });
}

/** Gives what waits back with words. */
export function returnPaper(
  parts: StaffParts,
  id: string,
  { edition, words }: { edition: string; words: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const at = parts.clock();
  return changePaper(parts, { act: 'return', staff, id, edition }, (paper) =>
    returned(paper, { staff, words, at }),
  );
}

/** Takes one's own draft back; an executive or admin anybody's. */
export function cancelPaper(
  parts: StaffParts,
  id: string,
  edition: string,
  staff: Staff,
): Promise<StaffAnswer> {
  return changePaper(parts, { act: 'cancel', staff, id, edition }, (paper) => cancelled(paper, staff));
}

/** Takes a public paper down, with a dated note in its place. */
export function withdrawPaper(
  parts: StaffParts,
  id: string,
  { edition, because }: { edition: string; because: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const errand = { act: 'withdraw' as const, staff, id, edition, note: printedAs(staff) };
  return changePaper(parts, errand, (paper) =>
    withdrawn(paper, { staff, because, today: dayOf(parts.clock()) }),
  );
}

/** Takes back what the same person did last to a paper, within an hour. */
export function undoPaper(
  parts: StaffParts,
  id: string,
  edition: string,
  staff: Staff,
): Promise<StaffAnswer> {
  return changePaper(parts, { act: 'undo', staff, id, edition }, (paper): Change => {
    if (paper === undefined) return { refuse: 'not_found' };
    const { act, by, at, before } = paper.last;
    if (act === 'undo' || by !== staff.id) return { refuse: 'not_now' };
    return parts.clock() - at > UNDO_MILLISECONDS ? { refuse: 'not_now' } : before;
  });
}
