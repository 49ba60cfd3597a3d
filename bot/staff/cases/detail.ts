import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { type Case, CaseMessage } from '../../../domain/case/case.ts';
import { CaseHistory } from '../../../domain/case/history.ts';
import type { CaseDetail, CaseEvent, OtherCase } from '../../../domain/staff/cases.ts';
import { Templates, templatesFor } from '../../../domain/staff/templates.ts';
import { JOINED_MOST } from '../../records/open-case.ts';
import type { Found } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { actsFor } from './acts.ts';
import { byOf, personOf } from './persons.ts';
import { excerptOf, rowOf } from './row.ts';
import { readVisible, visibleIn } from './visible.ts';

/** How many of the latest messages, and of the latest entries of the history, are shown. */
const SHOWN = 200;

const latest = (count: number, from: number): number[] => {
  const shown = Math.min(count, SHOWN);
  return Array.from({ length: shown }, (_, nth) => from + count - shown + nth);
};

function messagesIn(found: readonly (Found | undefined)[]): CaseDetail['thread'] {
  return found.flatMap((one) => {
    const read = CaseMessage.safeParse(one?.data);
    if (!read.success) return [];
    const { version: _, ...message } = read.data;
    return [message];
  });
}

function eventOf(parts: StaffParts, entry: CaseHistory): CaseEvent {
  const { version: _, by, day, at, ...said } = entry;
  const made = { by: byOf(parts, by), day, ...(at === undefined ? {} : { at }) };
  if (said.kind !== 'assign') return { ...said, ...made };
  return { kind: said.kind, ...made, ...(said.to === undefined ? {} : { to: personOf(parts, said.to) }) };
}

function eventsIn(parts: StaffParts, found: readonly (Found | undefined)[]): CaseEvent[] {
  return found.flatMap((one) => {
    const read = CaseHistory.safeParse(one?.data);
    return read.success ? [eventOf(parts, read.data)] : [];
  });
}

const otherOf = (id: string, record: Case): OtherCase => ({
  id,
  number: record.number,
  status: record.status,
  excerpt: excerptOf(record),
});

/** The cases that join one, as far as somebody may see them. */
async function joinedOf(parts: StaffParts, staff: Staff, caseId: string, record: Case): Promise<OtherCase[]> {
  if (record.joined === 0) return [];
  const { documents, paths } = parts.ground;
  const found = await documents.query({
    collection: paths.cases,
    where: [['joins', '==', caseId]],
    orderBy: [],
    limit: JOINED_MOST,
  });
  return found.flatMap((one) => {
    const seen = visibleIn(parts, staff, one);
    return seen === undefined ? [] : [otherOf(one.id, seen.record)];
  });
}

async function joinsOf(parts: StaffParts, staff: Staff, { joins }: Case): Promise<OtherCase | undefined> {
  if (joins === undefined) return undefined;
  const head = await readVisible(parts, staff, joins);
  return head && otherOf(joins, head.record);
}

/** A case with everything that is said of it, as one of the staff sees it. @throws StoreUnavailable */
async function detailOf(parts: StaffParts, staff: Staff, caseId: string, record: Case): Promise<CaseDetail> {
  const { documents, paths } = parts.ground;
  const messages = latest(record.messages, 0);
  const history = latest(record.history, 1);
  const [extra, thread, events, joinedCases, joinsCase] = await Promise.all([
    documents.readMany([paths.route(caseId), paths.templates]),
    documents.readMany(messages.map((n) => paths.message(caseId, n))),
    documents.readMany(history.map((n) => paths.history(caseId, n))),
    joinedOf(parts, staff, caseId, record),
    joinsOf(parts, staff, record),
  ]);
  const [route, kept] = extra;
  const templates = Templates.safeParse(kept?.data).data ?? { version: 1, list: [] };
  const { waiting: _, ...row } = rowOf(parts, caseId, record, dayOf(parts.clock()));
  const { mischief, firstAnswered, resolved, outcome, waiting, enteredBy } = record;
  return {
    ...row,
    text: record.text,
    where: record.where,
    thread: messagesIn(thread),
    history: eventsIn(parts, events),
    earlier: { thread: record.messages - messages.length, history: record.history - history.length },
    attachments: record.files,
    ...(joinsCase === undefined ? {} : { joinsCase }),
    joinedCases,
    ...(outcome === undefined ? {} : { outcome }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(firstAnswered === undefined ? {} : { firstAnswered }),
    ...(resolved === undefined ? {} : { resolved }),
    confirmed: record.confirmed === true,
    reachable: route !== undefined,
    ...(mischief === undefined
      ? {}
      : {
          mischiefOf: {
            by: personOf(parts, mischief.by),
            day: mischief.day,
            note: mischief.note,
            ...(mischief.confirmedBy === undefined
              ? {}
              : { confirmedBy: personOf(parts, mischief.confirmedBy) }),
          },
        }),
    ...(enteredBy === undefined ? {} : { enteredBy: personOf(parts, enteredBy) }),
    templates: templatesFor(templates, record.category),
    acts: actsFor(staff, record),
  };
}

/** A case that somebody may see; undefined for every other id. @throws StoreUnavailable */
export async function readDetail(
  parts: StaffParts,
  staff: Staff,
  caseId: string,
): Promise<CaseDetail | undefined> {
  const seen = await readVisible(parts, staff, caseId);
  return seen && detailOf(parts, staff, caseId, seen.record);
}
