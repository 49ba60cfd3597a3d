import type { Case } from '../../domain/case/case.ts';
import { receivedTally } from '../../domain/case/case-tally.ts';
import { newCase } from '../../domain/case/new-case.ts';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import type { Write } from '../store/documents.ts';
import { liftExpiry } from './attachments.ts';
import { takeNumber } from './case-number.ts';
import { receiptPath } from './lookup.ts';
import { addCounts, type Planning } from './planning.ts';

type OpenCase = Extract<Wanted, { write: 'open case' }>;

const caseOf = (open: OpenCase, attachments: number): Case =>
  newCase({
    version: 1,
    kind: open.kind,
    number: open.number,
    status: 'new',
    ...(open.category === undefined ? {} : { category: open.category }),
    where: open.where,
    text: open.text,
    attachments,
    unit: open.unit,
    ...(open.assignee === undefined ? {} : { assignee: open.assignee }),
    channel: 'line',
    received: open.received,
    due: open.due,
    ...(open.joins === undefined ? {} : { joins: open.joins }),
    messages: 0,
  });

/**
 * A confirmed case: itself, its number, its receipt, its attachments for good, and the way back to its reporter
 * where they asked for one.
 */
export async function openCase(plan: Planning, open: OpenCase): Promise<Write[]> {
  const { ground, asker } = plan;
  const [receipt, lifted] = await Promise.all([
    receiptPath(ground, asker, open.receipt),
    liftExpiry(plan, open.caseId, open.media),
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
  const opened = caseOf(open, lifted.attachments);
  const { key, counts } = receivedTally(opened);
  addCounts(plan, key, counts);
  return [
    { op: 'create', path: ground.paths.case(open.caseId), data: { ...opened } },
    { op: 'create', path: receipt, data: { version: 1, caseId: open.caseId, kind: 'case' } },
    takeNumber(plan.basis),
    ...lifted.writes,
    ...(open.route ? [route] : []),
  ];
}
