import type { Case, Outcome, Waiting } from './case.ts';
import { isDone, withoutErasure } from './erasure.ts';
import { standing } from './standing.ts';
import { type Change, changed } from './status.ts';

/** A change of a case with its particulars; `by` is a staff id. */
export type Made =
  | { change: 'accept'; by: string }
  | { change: 'wait'; waiting: Waiting }
  | { change: 'refer' | 'decline'; outcome: Outcome }
  | { change: 'dismiss'; by: string }
  | { change: Exclude<Change, 'accept' | 'wait' | 'refer' | 'decline' | 'dismiss'> };

/** What a change asks of a case besides its status. */
function isMet(record: Case, made: Made): boolean {
  switch (made.change) {
    case 'resume':
      return record.waiting !== undefined;
    case 'review':
      return record.review === undefined;
    case 'uphold':
    case 'overturn':
      return record.review === 'asked';
    case 'dismiss':
      return record.mischief !== undefined && record.mischief.by !== made.by;
    case 'restore':
      return record.mischief?.confirmedBy !== undefined;
    case 'accept':
    case 'start':
    case 'wait':
    case 'resolve':
    case 'refer':
    case 'decline':
    case 'confirm':
    case 'expire':
    case 'reopen':
      return true;
  }
}

/** Keeps the day of the first answer. */
export const answeredOn = (record: Case, day: string): Case => ({ firstAnswered: day, ...record });

function particulars(record: Case, made: Made, day: string): Case {
  switch (made.change) {
    case 'accept':
      return { ...record, assignee: made.by };
    case 'wait':
      return { ...record, waiting: made.waiting };
    case 'resolve':
      return answeredOn({ ...record, resolved: day }, day);
    case 'refer':
    case 'decline':
      return answeredOn({ ...record, outcome: made.outcome }, day);
    case 'confirm':
      return { ...record, confirmed: true };
    case 'reopen': {
      const { resolved: _, ...rest } = record;
      return rest;
    }
    case 'review':
      return { ...record, review: 'asked' };
    case 'uphold':
      return { ...record, review: 'upheld' };
    case 'overturn': {
      const { outcome: _, ...rest } = record;
      return { ...rest, review: 'overturned' };
    }
    case 'dismiss':
      return record.mischief === undefined
        ? record
        : { ...record, mischief: { ...record.mischief, confirmedBy: made.by } };
    case 'restore': {
      const { mischief: _, ...rest } = record;
      return rest;
    }
    case 'start':
    case 'resume':
    case 'expire':
      return record;
  }
}

/** Whether a change can be made to a case as it stands. */
export const mayChange = (record: Case, made: Made): boolean =>
  changed(record.status, made.change) !== undefined && isMet(record, made);

/**
 * A case as a change made on an ISO day leaves it; undefined where the change cannot be made. Nothing but waiting
 * goes on waiting, and what is done nobody is asked to delete any more: its reporter can.
 */
export function withChange(record: Case, made: Made, day: string): Case | undefined {
  const status = changed(record.status, made.change);
  if (status === undefined || !isMet(record, made)) return undefined;
  const { waiting: _, ...rest } = record;
  const left = isDone(status) ? withoutErasure(rest) : rest;
  return standing(particulars({ ...left, status }, made, day));
}
