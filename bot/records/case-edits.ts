import type { CaseMessage } from '../../domain/case/case.ts';
import { answeredOn, type Made, withChange } from '../../domain/case/change.ts';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import type { Write } from '../store/documents.ts';
import { readCase } from './case-view.ts';
import { beginEdit, type CaseEdit, editCounts, editWrites, happenedBy } from './case-writes.ts';
import { addCounts, type Planning, Stale } from './planning.ts';

type ChangeCase = Extract<Wanted, { write: 'change case' }>;
type Message = Extract<Wanted, { write: 'case message' }>;

/** The case as this commit will leave it, begun from the fact it was decided on, or read where none was asked. */
export async function editOf(plan: Planning, caseId: string): Promise<CaseEdit> {
  const begun = plan.edits.get(caseId);
  if (begun) return begun;
  const { ground, basis } = plan;
  if (!basis.cases.has(caseId)) readCase(await ground.documents.read(ground.paths.case(caseId)), basis);
  const read = basis.cases.get(caseId);
  if (read === undefined) throw new Stale('the case is gone');
  const edit = beginEdit(caseId, read.at, read.record);
  plan.edits.set(caseId, edit);
  return edit;
}

const isByReporter = ({ change }: ChangeCase): boolean =>
  change === 'confirm' || change === 'reopen' || change === 'review';

/**
 * Changes a case's status.
 * @throws Stale where the case no longer stands where the change may be made.
 */
export async function changeCase(plan: Planning, wanted: ChangeCase): Promise<Write[]> {
  const { asker, ground } = plan;
  const { change, caseId, day } = wanted;
  const edit = await editOf(plan, caseId);
  const made: Made = change === 'accept' ? { change, by: wanted.assignee ?? asker.userId } : { change };
  const next = withChange(edit.next, made, day);
  if (next === undefined) throw new Stale('the case stands elsewhere');
  edit.next = next;
  const by = isByReporter(wanted) ? 'reporter' : asker.userId;
  edit.history.push(happenedBy(by, asker.now, { kind: 'change', change }));
  return next.status === 'closed' ? [{ op: 'delete', path: ground.paths.route(caseId) }] : [];
}

/** Adds a message to a case's thread under the next number. */
export async function addMessage(
  plan: Planning,
  { caseId, from, text, day, wantsErasure }: Message,
): Promise<Write[]> {
  const { asker, ground } = plan;
  const edit = await editOf(plan, caseId);
  const n = edit.next.messages;
  const grown = { ...edit.next, messages: n + 1 };
  const asked = wantsErasure === true && grown.erasure === undefined;
  if (asked) edit.next = { ...grown, erasure: { asked: true, day } };
  else edit.next = from === 'staff' ? answeredOn(grown, day) : grown;
  if (from === 'staff') {
    edit.history.push(happenedBy(asker.userId, asker.now, { kind: 'answer', message: n }));
  }
  const data: CaseMessage = { version: 1, from, text, day };
  return [{ op: 'create', path: ground.paths.message(caseId, n), data: { ...data } }];
}

/** One conditional write a case, whatever was changed in it, with its history; its counts are added to the plan's. */
export function writeEdits(plan: Planning): Write[] {
  return [...plan.edits.values()].flatMap((edit) => {
    for (const { key, counts } of editCounts(edit)) addCounts(plan, key, counts);
    return editWrites(plan.ground.paths, edit);
  });
}
