import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Ground } from '../records/ground.ts';
import { type Found, increment, type Write } from '../store/documents.ts';

/**
 * What is counted of the whole agency, never of a person: receipts that opened nothing by the hour, parts of tips
 * by the day, survey answers of a service by the minute.
 */
export type Counted = { count: 'misses' } | { count: 'parts' } | { count: 'answers'; service: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const Count = z.object({ n: z.number().default(0) });

function periodOf(counted: Counted, now: number): { period: string; until: number } {
  switch (counted.count) {
    case 'misses':
      return { period: `misses/${Math.floor(now / HOUR)}`, until: now + HOUR };
    case 'parts':
      return { period: `parts/${dayOf(now)}`, until: now + 24 * HOUR };
    case 'answers':
      return {
        period: `answers/${counted.service}/${Math.floor(now / MINUTE)}`,
        until: now + MINUTE,
      };
  }
}

type CountGround = Pick<Ground, 'paths' | 'secrets'>;

/** Where the count of the present period stands. */
export const countPath = ({ paths, secrets }: CountGround, counted: Counted, now: number): string =>
  paths.limit(secrets.limitMark('forms', periodOf(counted, now).period));

/** The count in what was found there; none yet where nothing was. */
export const countIn = (found: Found | undefined): number => Count.parse(found?.data ?? {}).n;

/** Counts one more. */
export const countOne = (ground: CountGround, counted: Counted, now: number): Write => ({
  op: 'merge',
  path: countPath(ground, counted, now),
  data: { n: increment(1), expireAt: Timestamp.fromMillis(periodOf(counted, now).until) },
});
