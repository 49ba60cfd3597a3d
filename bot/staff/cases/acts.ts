import type { Staff } from '../../../domain/agency/staff.ts';
import type { Case } from '../../../domain/case/case.ts';
import { type Made, mayChange } from '../../../domain/case/change.ts';
import { isOpen } from '../../../domain/case/status.ts';
import type { CaseAct } from '../../../domain/staff/cases.ts';
import { isWorker } from './row.ts';

const may = (record: Case, change: Made['change'], by: string): boolean => {
  switch (change) {
    case 'accept':
    case 'dismiss':
      return mayChange(record, { change, by });
    case 'wait':
      return mayChange(record, { change, waiting: { why: 'other', note: '', until: record.due } });
    case 'refer':
    case 'decline':
      return mayChange(record, { change, outcome: { outcome: 'referred', to: '', contact: '' } });
    default:
      return mayChange(record, { change });
  }
};

/** What somebody can do to a case as it stands. */
export function actsFor(staff: Staff, record: Case): CaseAct[] {
  const review: CaseAct[] =
    staff.roles.includes('executive') && may(record, 'uphold', staff.id) ? ['review'] : [];
  if (!isWorker(staff)) return review;
  const open = isOpen(record.status);
  const { mischief } = record;
  const changes = (['accept', 'start', 'wait', 'resume', 'resolve', 'refer', 'decline'] as const).filter(
    (change) => may(record, change, staff.id),
  );
  const mischiefActs: CaseAct[] = [
    ...(open && mischief === undefined ? (['mischief-propose'] as const) : []),
    ...(open && mischief !== undefined ? (['mischief-withdraw'] as const) : []),
    ...(may(record, 'dismiss', staff.id) ? (['mischief-confirm'] as const) : []),
    ...(may(record, 'restore', staff.id) ? (['mischief-restore'] as const) : []),
  ];
  return [
    ...changes,
    ...(open ? (['assign', 'ask'] as const) : []),
    'answer',
    'note',
    'sort',
    ...review,
    ...(record.joins === undefined && record.joined === 0 ? (['join'] as const) : []),
    ...(record.joins === undefined ? [] : (['unjoin'] as const)),
    ...(record.erasure === undefined ? [] : (['erasure-refuse'] as const)),
    ...(record.erasure === undefined || record.joined > 0 ? [] : (['erasure-grant'] as const)),
    ...mischiefActs,
  ];
}
