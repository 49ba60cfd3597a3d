import type { Staff } from '../../../domain/agency/staff.ts';
import { approvalState, seenDraft } from '../../../domain/approval/standing.ts';
import { Paper } from '../../../domain/papers/paper.ts';
import type { PaperAnswer, PaperRow, PapersAnswer } from '../../../domain/staff/papers.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import type { Found } from '../../store/documents.ts';
import { isThere } from '../../store/is-there.ts';
import { editionOf } from '../edition.ts';
import { listPlace, nextPlace } from '../list-place.ts';
import type { StaffParts } from '../parts.ts';

/** So many papers are on one page. */
const PAGE = 25;
const MOST_WAITING = 100;
/** So long somebody can take back what they did last. */
export const UNDO_MILLISECONDS = 3_600_000;

const iso = (instant: number): string => new Date(instant).toISOString();

function rowOf(id: string, paper: Paper): PaperRow[] {
  const told = paper.draft ?? paper.issues.at(-1);
  if (told === undefined) return [];
  const { title, kind, fiscalYear } = told;
  const isPublic = paper.issues.length > 0 && paper.withdrawn === undefined;
  return [{ id, title, kind, fiscalYear, state: approvalState(paper), isPublic, at: iso(paper.at) }];
}

/** A paper as somebody in the console sees it. */
export function answerOf({ clock }: StaffParts, id: string, paper: Paper, staff: Staff): PaperAnswer {
  const { issues, draft, withdrawn, last } = paper;
  const printed = printedAs(staff);
  const canUndo = last.act !== 'undo' && last.by === staff.id && clock() - last.at <= UNDO_MILLISECONDS;
  return {
    id,
    edition: editionOf(paper),
    state: approvalState(paper),
    issues,
    ...(draft === undefined ? {} : { draft: seenDraft(draft, staff) }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(canUndo ? { undo: last.act } : {}),
    ...(printed === undefined ? {} : { printed }),
  };
}

const rowsOf = (found: readonly Found[], now: number): PaperRow[] =>
  found.flatMap((one) => {
    const paper = isThere(one, now) ? Paper.safeParse(one.data).data : undefined;
    return paper === undefined ? [] : rowOf(one.id, paper);
  });

/** What waits to be decided, oldest first. @throws StoreUnavailable */
export async function readWaitingPapers({ ground, clock }: StaffParts): Promise<PapersAnswer> {
  const found = await ground.documents.query({
    collection: ground.paths.papers,
    where: [['waiting', '==', true]],
    orderBy: [['at', 'asc']],
    limit: MOST_WAITING,
  });
  return { papers: rowsOf(found, clock()) };
}

/** All papers, changed last first, a page at a time. Undefined for a cursor that is none. @throws StoreUnavailable */
export async function readPapers(
  { ground, clock }: StaffParts,
  cursor: string | undefined,
): Promise<PapersAnswer | undefined> {
  const place = listPlace(ground, cursor);
  if (place === undefined) return undefined;
  const found = await ground.documents.query({
    collection: ground.paths.papers,
    where: [],
    limit: PAGE,
    ...place,
  });
  const next = nextPlace(ground, found, PAGE);
  return { papers: rowsOf(found, clock()), ...(next === undefined ? {} : { next }) };
}
