import type { Staff } from '../../../domain/agency/staff.ts';
import { daysBetween } from '../../../domain/calendar/day.ts';
import { EVERYBODY } from '../../../domain/case/audience.ts';
import type { Case } from '../../../domain/case/case.ts';
import { erasureDue } from '../../../domain/case/erasure.ts';
import { stageOf } from '../../../domain/case/standing.ts';
import type { CaseRow } from '../../../domain/staff/cases.ts';
import { shorten } from '../../../domain/words/graphemes.ts';
import type { StaffParts } from '../parts.ts';
import { personOf } from './persons.ts';

const EXCERPT_GRAPHEMES = 140;

export const excerptOf = ({ text }: Pick<Case, 'text'>): string =>
  shorten(text.replaceAll('\n', ' '), EXCERPT_GRAPHEMES);

/** A case as a list shows it on an ISO day. */
export function rowOf(
  parts: Pick<StaffParts, 'ground' | 'current'>,
  id: string,
  record: Case,
  today: string,
): CaseRow {
  const { number, kind, status, category, where, unit, channel, received, due, concerns, review } = record;
  const stage = stageOf(record);
  const { waiting, assignee, mischief, erasure } = record;
  const answerBy = erasure && erasureDue(erasure.day);
  return {
    id,
    edition: record.history,
    number,
    kind,
    status,
    stage,
    ...(category === undefined ? {} : { category }),
    ...(where.place === undefined ? {} : { place: where.place }),
    ...(where.landmark === undefined ? {} : { landmark: where.landmark }),
    unit,
    excerpt: excerptOf(record),
    files: record.files.length,
    ...(assignee === undefined ? {} : { assignee: personOf(parts, assignee) }),
    channel,
    received,
    due,
    ...(stage === 'new' || stage === 'working' ? { dueIn: daysBetween(today, due) } : {}),
    ...(waiting === undefined ? {} : { waiting }),
    aboutStaff: record.audience !== EVERYBODY,
    ...(concerns === undefined ? {} : { concerns }),
    joins: record.joins !== undefined,
    joined: record.joined,
    ...(review === undefined ? {} : { review }),
    ...(erasure === undefined || answerBy === undefined
      ? {}
      : { erasure: { asked: erasure.day, due: answerBy, dueIn: daysBetween(today, answerBy) } }),
    ...(mischief === undefined
      ? {}
      : { mischief: mischief.confirmedBy === undefined ? ('proposed' as const) : ('confirmed' as const) }),
  };
}

/** Whether somebody works cases, or only sees them. */
export const isWorker = ({ roles }: Staff): boolean =>
  roles.some((role) => role === 'officer' || role === 'admin');
