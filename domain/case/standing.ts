import type { Case, Stage } from './case.ts';

type Standing = Pick<Case, 'status' | 'waiting' | 'due' | 'received'>;

/** The one way from status and waiting to the stage. */
export function stageOf({ status, waiting }: Pick<Case, 'status' | 'waiting'>): Stage {
  switch (status) {
    case 'new':
      return 'new';
    case 'accepted':
    case 'in_progress':
      return waiting === undefined ? 'working' : 'waiting';
    case 'resolved':
    case 'closed':
    case 'referred':
    case 'declined':
      return 'done';
  }
}

const LAST_DAY = 99_999_999;
const backwards = (day: string): string =>
  String(LAST_DAY - Number(day.replaceAll('-', ''))).padStart(8, '0');

/** What comes before every rank of a case that is owed, waiting or done. */
export const RANKS = { owed: '0-', waiting: '1-', done: '2-' } as const;

/** Where a case comes in lists: what is due first, then what waits, then what is done, newest first. */
export function rankOf(record: Standing): string {
  switch (stageOf(record)) {
    case 'new':
    case 'working':
      return `${RANKS.owed}${record.due}`;
    case 'waiting':
      return `${RANKS.waiting}${record.waiting?.until ?? record.due}`;
    case 'done':
      return `${RANKS.done}${backwards(record.received)}`;
  }
}

/** A case with what follows from the rest of it. */
export const standing = (record: Case): Case => ({
  ...record,
  stage: stageOf(record),
  rank: rankOf(record),
});
