import type { Case, CaseMessage } from '../../domain/case/case.ts';
import { movedTally } from '../../domain/case/case-tally.ts';
import { changed } from '../../domain/case/status.ts';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import type { Write } from '../store/documents.ts';
import { readCase } from './case-view.ts';
import { addCounts, type CaseEdit, type Planning, Stale } from './planning.ts';

type ChangeCase = Extract<Wanted, { write: 'change case' }>;
type Message = Extract<Wanted, { write: 'case message' }>;

/** The case as this commit will leave it, begun from the fact it was decided on, or read where none was asked. */
async function editOf(plan: Planning, caseId: string): Promise<CaseEdit> {
  const begun = plan.edits.get(caseId);
  if (begun) return begun;
  const { ground, basis } = plan;
  if (!basis.cases.has(caseId)) readCase(await ground.documents.read(ground.paths.case(caseId)), basis);
  const read = basis.cases.get(caseId);
  if (read === undefined) throw new Stale('the case is gone');
  const edit = { at: read.at, next: read.record };
  plan.edits.set(caseId, edit);
  return edit;
}

const answered = (record: Case, day: string): Case => ({ firstAnswered: day, ...record });

/**
 * Changes a case's status.
 * @throws Stale where the case no longer stands where the change may be made.
 */
export async function changeCase(plan: Planning, wanted: ChangeCase): Promise<Write[]> {
  const edit = await editOf(plan, wanted.caseId);
  const status = changed(edit.next.status, wanted.change);
  if (status === undefined) throw new Stale('the case stands elsewhere');
  const { key, counts } = movedTally(edit.next, status);
  addCounts(plan, key, counts);
  const moved = {
    ...edit.next,
    status,
    ...(wanted.assignee === undefined ? {} : { assignee: wanted.assignee }),
  };
  const isAnswer = status === 'resolved' || status === 'referred' || status === 'declined';
  edit.next = isAnswer ? answered(moved, wanted.day) : moved;
  return status === 'closed' ? [{ op: 'delete', path: plan.ground.paths.route(wanted.caseId) }] : [];
}

/** Adds a message to a case's thread under the next number. */
export async function addMessage(plan: Planning, { caseId, from, text, day }: Message): Promise<Write[]> {
  const edit = await editOf(plan, caseId);
  const n = edit.next.messages;
  const grown = { ...edit.next, messages: n + 1 };
  edit.next = from === 'staff' ? answered(grown, day) : grown;
  const data: CaseMessage = { version: 1, from, text, day };
  return [{ op: 'create', path: plan.ground.paths.message(caseId, n), data: { ...data } }];
}

/** One conditional write a case, whatever was changed in it. */
export function writeEdits({ ground, edits }: Planning): Write[] {
  return [...edits].map(([caseId, { at, next }]) => {
    const { status, assignee, firstAnswered, messages } = next;
    return {
      op: 'update',
      path: ground.paths.case(caseId),
      data: {
        status,
        messages,
        ...(assignee === undefined ? {} : { assignee }),
        ...(firstAnswered === undefined ? {} : { firstAnswered }),
      },
      ifUpdatedAt: at,
    };
  });
}
