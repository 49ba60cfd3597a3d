import type { Staff } from '../../../domain/agency/staff.ts';
import type { AuditAction } from '../../../domain/audit/entry.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { Case, CaseMessage } from '../../../domain/case/case.ts';
import { answeredOn } from '../../../domain/case/change.ts';
import type { Happened } from '../../../domain/case/history.ts';
import { type AlertTurn, alertAddressees } from '../../../domain/outbox/alerts.ts';
import type { Addressee, Notice } from '../../../domain/outbox/entry.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { type CaseEdit, countWrites, editCounts, editWrites, happenedBy } from '../../records/case-writes.ts';
import { JOINED_MOST } from '../../records/open-case.ts';
import { storeEntry } from '../../records/outbox.ts';
import type { Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { readDetail } from './detail.ts';
import { editIn, visibleIn } from './visible.ts';

type ReporterNews = Extract<Notice, { notice: 'reporter' }>['news'];
type CaseNews = Extract<Notice, { notice: 'case' }>['news'];
export type ActParts = Pick<StaffParts, 'ground' | 'current' | 'clock'>;

/** What an action makes of one case. */
export interface Acted {
  next: Case;
  happened: Happened[];
  /** A message to the reporter, before what happened; `isAnswer` where it answers them, `isAside` on another matter than theirs. */
  says?: { text: string; isAnswer: boolean; isAside?: boolean };
  /** What the reporter is told, where they asked to be. */
  tells?: ReporterNews;
  /** Staff who are told, besides whoever acts. */
  alerts?: { staffIds: string[]; news: CaseNews };
  writes?: Write[];
}

export type Decided = Acted | { refuse: StaffRefusal };

const outboxId = ({ ground }: ActParts): string => Buffer.from(ground.random(15)).toString('hex');

/** Puts news into the outbox. */
export function notify(parts: ActParts, addressee: Addressee, notice: Notice): Write {
  return storeEntry(parts.ground, { id: outboxId(parts), addressee, notice, dueAt: parts.clock() });
}

/** Those who hear of a case by its category, as {@link alertAddressees} says, among the staff alone. */
export function staffFor(turn: AlertTurn, caseId: string, record: Case, news: CaseNews): string[] {
  return alertAddressees(turn, { caseId, ...record }, news).flatMap((one) =>
    one.to === 'staff' ? [one.staffId] : [],
  );
}

/** Carries what was decided into the edit of a case; gives the other writes that it needs. */
export function carryOut(parts: ActParts, edit: CaseEdit, acted: Acted, by: string): Write[] {
  const now = parts.clock();
  const day = dayOf(now);
  const { paths } = parts.ground;
  const { caseId } = edit;
  const writes = [...(acted.writes ?? [])];
  let { next } = acted;
  if (acted.says !== undefined) {
    const { text, isAnswer, isAside } = acted.says;
    const n = next.messages;
    const message: CaseMessage = {
      version: 1,
      from: 'staff',
      text,
      day,
      ...(isAnswer ? {} : { asks: true as const }),
    };
    writes.push({ op: 'create', path: paths.message(caseId, n), data: { ...message } });
    next = { ...next, messages: n + 1 };
    if (isAnswer && isAside !== true) next = answeredOn(next, day);
    edit.history.push(happenedBy(by, now, { kind: isAnswer ? 'answer' : 'ask', message: n }));
  }
  edit.next = next;
  for (const happened of acted.happened) edit.history.push(happenedBy(by, now, happened));
  if (acted.tells !== undefined) {
    const notice: Notice = { notice: 'reporter', news: acted.tells, caseId };
    writes.push(notify(parts, { to: 'route', caseId }, notice));
  }
  const { alerts } = acted;
  for (const staffId of alerts?.staffIds ?? []) {
    if (alerts === undefined || staffId === by) continue;
    writes.push(notify(parts, { to: 'staff', staffId }, { notice: 'case', news: alerts.news, caseId }));
  }
  if (next.status === 'closed') writes.push({ op: 'delete', path: paths.route(caseId) });
  return writes;
}

/** The other cases about the same thing: what one is answered, all are. @throws StoreUnavailable */
async function alike({ ground }: ActParts, { caseId, before }: CaseEdit): Promise<CaseEdit[]> {
  const { documents, paths } = ground;
  const head = before.joins ?? (before.joined > 0 ? caseId : undefined);
  if (head === undefined) return [];
  const [first, joined] = await Promise.all([
    head === caseId ? undefined : documents.read(paths.case(head)),
    documents.query({
      collection: paths.cases,
      where: [['joins', '==', head]],
      orderBy: [],
      limit: JOINED_MOST,
    }),
  ]);
  return [first, ...joined].flatMap((found) => {
    const edit = editIn(found);
    return edit === undefined || edit.caseId === caseId ? [] : [edit];
  });
}

/** An action on a case: what it makes of it, and of those joined with it where it `reachesAll`. */
export interface Action {
  audit: AuditAction;
  /** Particulars for the audit; no words of a resident. */
  note?: string;
  reachesAll?: boolean;
  decide(record: Case, caseId: string): Decided | Promise<Decided>;
  /** Changes of other cases that belong to it. */
  beside?(edit: CaseEdit): Promise<CaseEdit[] | { refuse: StaffRefusal }>;
}

interface ActCall {
  staff: Staff;
  params: { caseId: string };
  body: { edition: number };
}

/** All writes of some edits, with their counts. */
export function allWrites({ ground: { paths } }: ActParts, edits: readonly CaseEdit[]): Write[] {
  return [
    ...edits.flatMap((edit) => editWrites(paths, edit)),
    ...countWrites(paths, edits.flatMap(editCounts)),
  ];
}

async function planAction(parts: StaffParts, { staff, params, body }: ActCall, action: Action) {
  const { documents, paths } = parts.ground;
  const seen = visibleIn(parts, staff, await documents.read(paths.case(params.caseId)));
  const edit = editIn(seen?.found);
  if (edit === undefined) return { refuse: 'not_found' as const };
  if (edit.before.history !== body.edition) return { refuse: 'changed' as const };
  const acted = await action.decide(edit.before, edit.caseId);
  if ('refuse' in acted) return acted;
  const writes = carryOut(parts, edit, acted, staff.id);
  const edits = [edit];
  for (const other of action.reachesAll === true ? await alike(parts, edit) : []) {
    const also = await action.decide(other.before, other.caseId);
    if ('refuse' in also) continue;
    writes.push(...carryOut(parts, other, also, staff.id));
    edits.push(other);
  }
  const beside = (await action.beside?.(edit)) ?? [];
  if ('refuse' in beside) return beside;
  const { audit, note } = action;
  const deed = {
    by: staff.id,
    action: audit,
    about: edit.before.number,
    ...(note === undefined ? {} : { note }),
  };
  return { writes: [...writes, ...allWrites(parts, [...edits, ...beside])], deeds: [deed] };
}

const tellsNow: readonly StaffRefusal[] = ['changed', 'not_now', 'second_person'];

/**
 * Carries out an action of somebody on a case at the edition that they saw, in one commit with its links of the
 * audit. Answers with the case as it then is, or says what is there now.
 * @throws StoreUnavailable
 */
export async function act(parts: StaffParts, call: ActCall, action: Action): Promise<StaffAnswer> {
  const { caseId } = call.params;
  const done = await commitAudited<StaffRefusal>(parts.ground, parts.clock, () =>
    planAction(parts, call, action),
  );
  if (!done.done) {
    const now = tellsNow.includes(done.why) ? await readDetail(parts, call.staff, caseId) : undefined;
    return { refuse: done.why, ...(now === undefined ? {} : { now }) };
  }
  parts.kick();
  return { json: (await readDetail(parts, call.staff, caseId)) ?? { gone: true } };
}
