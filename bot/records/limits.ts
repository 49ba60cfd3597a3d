import { Timestamp } from '@google-cloud/firestore';
import { dayOf } from '../../domain/calendar/day.ts';
import type { LimitKind } from '../../domain/conversation/write.ts';
import { type DocumentData, increment } from '../store/documents.ts';
import type { Asker, Ground } from './ground.ts';
import { Limits } from './records.ts';

/** Wrong receipts in one hour after which nothing more is looked up. */
export const MISSES_AN_HOUR = 5;

const HOUR = 3_600_000;

/** What is counted by the hour and what by the day, in Asia/Bangkok; `until` is when the count may go. */
function periodOf(kind: LimitKind, now: number): { period: string; until: number } {
  switch (kind) {
    case 'case':
    case 'tip':
      return { period: `day/${dayOf(now)}`, until: now + 24 * HOUR };
    case 'miss':
      return { period: `hour/${Math.floor(now / HOUR)}`, until: now + HOUR };
  }
}

export function limitPath(ground: Ground, { userId, now }: Asker, kind: LimitKind): string {
  return ground.paths.limit(ground.secrets.limitMark(userId, periodOf(kind, now).period));
}

/** The blind change that counts one thing more, or takes one back. */
export function countLimit(kind: LimitKind, by: number, now: number): DocumentData {
  return {
    [kind]: increment(by),
    expireAt: Timestamp.fromMillis(periodOf(kind, now).until),
  };
}

export async function readLimits(ground: Ground, asker: Asker, kind: LimitKind): Promise<Limits> {
  const found = await ground.documents.read(limitPath(ground, asker, kind));
  return Limits.parse(found?.data ?? {});
}
