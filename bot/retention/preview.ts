import { dayOf } from '../../domain/calendar/day.ts';
import { RetainedKind } from '../../domain/retention/retention.ts';
import type { RetentionAnswer, RetentionPreview } from '../../domain/staff/retention.ts';
import type { CurrentAgency } from '../agency/load.ts';
import type { Ground } from '../records/ground.ts';
import { isOver, lookAt, positionOf } from './look.ts';
import { readRetention } from './record.ts';
import { announcedToday } from './run.ts';

/** What a preview is made from. */
export interface PreviewParts {
  ground: Pick<Ground, 'documents' | 'paths'>;
  current(): CurrentAgency;
  /** Milliseconds since the epoch. */
  clock(): number;
}

/** So many of each kind are looked at; whoever has more sees that there are more. */
const LOOKED_AT = 1000;
const PAGE = 200;

async function count(
  ground: PreviewParts['ground'],
  kind: RetainedKind,
  until: string,
): Promise<Pick<RetentionPreview, 'count' | 'more' | 'oldest' | 'newest'>> {
  const days: string[] = [];
  let looked = 0;
  let after: ReturnType<typeof positionOf> | undefined;
  while (looked < LOOKED_AT) {
    const page = await lookAt(ground, kind, until, after, PAGE);
    for (const found of page) {
      if (await isOver(ground, kind, found, until)) days.push(positionOf(kind, found)[0]);
    }
    looked += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = positionOf(kind, last);
  }
  const [oldest, newest] = [days[0], days.at(-1)];
  return {
    count: days.length,
    more: looked >= LOOKED_AT,
    ...(oldest === undefined ? {} : { oldest }),
    ...(newest === undefined ? {} : { newest }),
  };
}

/** What would go, of which kind, how many and from when: nothing is changed. @throws StoreUnavailable */
export async function previewRetention({ ground, current, clock }: PreviewParts): Promise<RetentionAnswer> {
  const today = dayOf(clock());
  const record = await readRetention(ground);
  const announced = announcedToday(record, current(), today);
  const preview: RetentionPreview[] = [];
  for (const kind of RetainedKind.options) {
    const { until, next } = announced[kind] ?? {};
    const going = next?.until ?? until;
    if (going === undefined) continue;
    const counted = kind === 'tip' ? { more: false } : await count(ground, kind, going);
    preview.push({ kind, until: going, from: next?.from ?? today, ...counted });
  }
  return {
    years: current().agency.retention,
    preview,
    ...(record.last === undefined ? {} : { last: record.last }),
  };
}
