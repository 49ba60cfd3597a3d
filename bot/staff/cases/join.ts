import type { JoinBody, PlainBody } from '../../../domain/staff/cases.ts';
import type { CaseEdit } from '../../records/case-writes.ts';
import { happenedBy } from '../../records/case-writes.ts';
import { JOINED_MOST } from '../../records/open-case.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { act } from './act.ts';
import { byNumber } from './list.ts';
import { editIn } from './visible.ts';
import type { Call } from './work.ts';

/** The case that others of its group join: the one itself, or the one that it has joined. */
async function headOf({ ground }: StaffParts, edit: CaseEdit | undefined): Promise<CaseEdit | undefined> {
  if (edit?.before.joins === undefined) return edit;
  return editIn(await ground.documents.read(ground.paths.case(edit.before.joins)));
}

/**
 * Joins a case to another about the same thing. A case that others join joins none, and none joins a case that has
 * joined another: so there is no chain and no circle. Both are written on the condition that they still are as read.
 */
export const join = (parts: StaffParts, call: Call<typeof JoinBody>): Promise<StaffAnswer> => {
  let head: CaseEdit | undefined;
  return act(parts, call, {
    audit: 'case-join',
    async decide(record, caseId) {
      if (record.joins !== undefined || record.joined > 0) return { refuse: 'not_now' };
      const found = await byNumber(parts, call.staff, call.body.number);
      head = await headOf(parts, editIn(found?.found));
      if (head === undefined || found?.found.id === caseId) return { refuse: 'not_found' };
      if (head.caseId === caseId) return { refuse: 'not_now' };
      const { before } = head;
      const isAlike = before.kind === record.kind && before.audience === record.audience;
      if (!isAlike || before.joined >= JOINED_MOST || before.status === 'closed')
        return { refuse: 'not_now' };
      const happened = { kind: 'join', caseId: head.caseId, number: before.number } as const;
      return { next: { ...record, joins: head.caseId }, happened: [happened] };
    },
    async beside({ caseId, before: { number } }) {
      if (head === undefined) return { refuse: 'not_found' };
      head.next = { ...head.before, joined: head.before.joined + 1 };
      head.history = [happenedBy(call.staff.id, call.now, { kind: 'join', caseId, number })];
      return [head];
    },
  });
};

/** Takes a case apart from the one that it had joined. */
export const unjoin = (parts: StaffParts, call: Call<typeof PlainBody>): Promise<StaffAnswer> => {
  let head: CaseEdit | undefined;
  return act(parts, call, {
    audit: 'case-join',
    note: 'unjoin',
    async decide(record) {
      if (record.joins === undefined) return { refuse: 'not_now' };
      const { joins, ...next } = record;
      head = editIn(await parts.ground.documents.read(parts.ground.paths.case(joins)));
      const happened = { kind: 'unjoin', caseId: joins, number: head?.before.number ?? '' } as const;
      return { next, happened: [happened] };
    },
    async beside({ caseId, before: { number } }) {
      if (head === undefined) return [];
      head.next = { ...head.before, joined: Math.max(0, head.before.joined - 1) };
      head.history = [happenedBy(call.staff.id, call.now, { kind: 'unjoin', caseId, number })];
      return [head];
    },
  });
};
