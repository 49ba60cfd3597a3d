import { thaiDate } from '../../calendar/thai-date.ts';
import type { Case, Waiting } from '../../case/case.ts';
import type { CaseView } from '../facts.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';

type Card = Extract<Reply, { reply: 'card' }>;
type Rows = Card['rows'];

/** Why a case waits and until when, as its reporter reads it. */
export function waitingWords({ why, note, until }: Waiting, { say }: Pick<Turn, 'say'>): string {
  return say.follow.waiting(say.follow.waitingWhy[why], note, thaiDate(until, 'long'));
}

function outcomeRows({ outcome, status }: Case, { say }: Turn): Rows {
  const { rows } = say.follow;
  if (outcome === undefined) return [];
  if (outcome.outcome === 'referred' && status === 'referred') {
    return [
      { label: rows.referred, value: outcome.to },
      { label: rows.contact, value: outcome.contact },
    ];
  }
  if (outcome.outcome === 'declined' && status === 'declined') {
    return [
      { label: rows.reason, value: outcome.reason },
      { label: rows.nextStep, value: outcome.next },
    ];
  }
  return [];
}

/** What comes next, in plain words. */
function nextWords({ status, waiting, review, mischief }: Case, { say, agency }: Turn): string {
  const { follow } = say;
  if (mischief?.confirmedBy !== undefined) return follow.dismissedNext(agency.phone);
  if (waiting !== undefined) return follow.waitsNext;
  if (status === 'declined' && review !== undefined) return follow.review[review];
  return follow.next[status];
}

/** Where a case stands, as its reporter reads it: status, what it waits for, what was decided, what comes next. */
export function standingRows({ case: record }: CaseView, turn: Turn): Rows {
  const { follow } = turn.say;
  const { status, waiting, mischief } = record;
  const isDismissed = mischief?.confirmedBy !== undefined;
  const shown = isDismissed ? follow.dismissed : waiting === undefined ? follow.status[status] : follow.waits;
  return [
    { label: follow.rows.status, value: shown, strong: true },
    ...(waiting === undefined ? [] : [{ label: follow.rows.waiting, value: waitingWords(waiting, turn) }]),
    ...outcomeRows(record, turn),
    { label: follow.rows.next, value: nextWords(record, turn) },
  ];
}

/** The latest photo that was taken after the work, while it is said to be done. */
export function afterPhoto({ id, case: record }: CaseView, turn: Turn): Card['photo'] {
  const isDone = record.status === 'resolved' || record.status === 'closed';
  const photo = record.files.findLast(({ use }) => use === 'after');
  if (photo === undefined || !isDone) return undefined;
  return { uri: `${turn.publicUrl}/after/${id}/${photo.n}`, label: turn.say.follow.afterPhoto };
}
