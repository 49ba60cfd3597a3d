import { audienceOf, isAboutStaff } from '../../domain/case/audience.ts';
import type { Case, CaseFile } from '../../domain/case/case.ts';
import { newCase } from '../../domain/case/new-case.ts';
import { tallyChanges } from '../../domain/case/tally-changes.ts';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import type { Write } from '../store/documents.ts';
import { liftExpiry } from './attachments.ts';
import { editOf } from './case-edits.ts';
import { takeNumber } from './case-number.ts';
import { happenedBy } from './case-writes.ts';
import { receiptPath } from './lookup.ts';
import { addCounts, type Planning } from './planning.ts';

type OpenCase = Extract<Wanted, { write: 'open case' }>;

/** Most cases that may join one, and still be told with it. */
export const JOINED_MOST = 20;

const caseOf = (
  open: OpenCase,
  { asker: { agency } }: Planning,
  files: CaseFile[],
  joins: string | undefined,
): Case =>
  newCase({
    version: 1,
    kind: open.kind,
    number: open.number,
    status: 'new',
    ...(open.category === undefined ? {} : { category: open.category }),
    where: open.where,
    text: open.text,
    attachments: files.length,
    files,
    unit: open.unit,
    audience: audienceOf(isAboutStaff(agency, open.category), open.concerns),
    ...(open.concerns === undefined ? {} : { concerns: open.concerns }),
    ...(open.assignee === undefined ? {} : { assignee: open.assignee }),
    channel: 'line',
    received: open.received,
    due: open.due,
    ...(joins === undefined ? {} : { joins }),
    messages: 0,
  });

/**
 * The case that a new one joins: the one that was named, or the one which that has joined itself; none where so many
 * join it already. It counts the new one, so that it cannot join another at the same time.
 */
async function join(plan: Planning, { joins, caseId, number }: OpenCase): Promise<string | undefined> {
  if (joins === undefined) return undefined;
  const first = await editOf(plan, joins);
  const head = first.next.joins === undefined ? first : await editOf(plan, first.next.joins);
  if (head.next.joined >= JOINED_MOST) return undefined;
  head.next = { ...head.next, joined: head.next.joined + 1 };
  head.history.push(happenedBy('reporter', plan.asker.now, { kind: 'join', caseId, number }));
  return head.caseId;
}

/**
 * A confirmed case: itself, its number, its receipt, its attachments for good, and the way back to its reporter
 * where they asked for one.
 * @throws Stale where the case that it joins is gone
 */
export async function openCase(plan: Planning, open: OpenCase): Promise<Write[]> {
  const { ground, asker } = plan;
  const [receipt, lifted, joins] = await Promise.all([
    receiptPath(ground, asker, open.receipt),
    liftExpiry(plan, open.caseId, open.media),
    join(plan, open),
  ]);
  const route: Write = {
    op: 'create',
    path: ground.paths.route(open.caseId),
    data: {
      version: 1,
      sealed: ground.secrets.sealRoute(open.caseId, asker.userId),
      who: ground.secrets.routeMark(asker.userId),
      day: open.received,
      pushes: 0,
    },
  };
  const opened = caseOf(open, plan, lifted.files, joins);
  for (const { key, counts } of tallyChanges(undefined, opened)) addCounts(plan, key, counts);
  return [
    { op: 'create', path: ground.paths.case(open.caseId), data: { ...opened } },
    { op: 'create', path: receipt, data: { version: 1, caseId: open.caseId, kind: 'case' } },
    takeNumber(plan.basis),
    ...lifted.writes,
    ...(open.route ? [route] : []),
  ];
}
