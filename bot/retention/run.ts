import { dayOf } from '../../domain/calendar/day.ts';
import { announce } from '../../domain/retention/announced.ts';
import { lastDayOver, RetainedKind } from '../../domain/retention/retention.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { commitAudited } from '../audit/commit-audited.ts';
import type { Log } from '../log/log.ts';
import { plain } from '../publish/plain.ts';
import type { Ground } from '../records/ground.ts';
import { planAnswersGoing, planGoing } from './erase.ts';
import { isOver, lookAt, positionOf } from './look.ts';
import { type RetentionRecord, readRetention } from './record.ts';

export interface RetentionParts {
  ground: Ground;
  current(): CurrentAgency;
  /** Milliseconds since the epoch. */
  clock(): number;
  log: Log;
}

/** Of each kind, in one night. */
const LOOKED_AT = 1000;
const MOST_GOING = 200;
const PAGE = 50;

/** Lets one page of a kind go, as far as its time is over. */
async function letGo(
  { ground }: RetentionParts,
  kind: RetainedKind,
  page: Awaited<ReturnType<typeof lookAt>>,
  until: string,
) {
  if (kind === 'responses') {
    if (page.length === 0) return 0;
    const committed = await ground.documents.commit(await planAnswersGoing(ground, page));
    return committed.ok ? page.length : 0;
  }
  let gone = 0;
  for (const found of page) {
    if (!(await isOver(ground, kind, found, until))) continue;
    let writes = await planGoing(ground, found);
    while (writes === undefined) writes = await planGoing(ground, found);
    if ((await ground.documents.commit(writes)).ok) gone += 1;
  }
  return gone;
}

async function runKind(parts: RetentionParts, record: RetentionRecord, kind: RetainedKind, until: string) {
  let after = record.after[kind];
  let gone = 0;
  for (let looked = 0; looked < LOOKED_AT && gone < MOST_GOING; looked += PAGE) {
    const page = await lookAt(parts.ground, kind, until, after, PAGE);
    gone += await letGo(parts, kind, page, until);
    const last = page.at(-1);
    after = last === undefined || page.length < PAGE ? undefined : positionOf(kind, last);
    if (after === undefined) break;
  }
  return { gone, after };
}

/** What is announced from today on. */
export function announcedToday({ announced }: RetentionRecord, { agency }: CurrentAgency, today: string) {
  return Object.fromEntries(
    RetainedKind.options.map((kind) => [
      kind,
      announce(announced[kind] ?? {}, lastDayOver(agency.retention[kind], today), today),
    ]),
  );
}

/**
 * Lets go what has been kept for its time, a bounded number a night; the next night goes on where this one stopped.
 * What goes was announced on the console before. Numbers stay. The audit says how many went; of tips it says nothing.
 * @throws StoreUnavailable
 */
export async function runRetention(parts: RetentionParts): Promise<void> {
  const { ground, current, clock, log } = parts;
  const began = performance.now();
  const today = dayOf(clock());
  const record = await readRetention(ground);
  const announced = announcedToday(record, current(), today);
  const after: RetentionRecord['after'] = {};
  const gone: Partial<Record<RetainedKind, number>> = {};
  for (const kind of RetainedKind.options) {
    const { until } = announced[kind] ?? {};
    if (until === undefined) continue;
    const done = await runKind(parts, record, kind, until);
    if (done.after !== undefined) after[kind] = done.after;
    if (kind !== 'tip' && done.gone > 0) gone[kind] = done.gone;
  }
  const counts = Object.entries(gone);
  const last = counts.length === 0 ? record.last : { day: today, gone };
  const next: RetentionRecord = { version: 1, announced, after, ...(last === undefined ? {} : { last }) };
  await commitAudited(ground, clock, async () => ({
    writes: [{ op: 'set', path: ground.paths.retentionRecord, data: plain(next) }],
    deeds: counts.map(([kind, count]) => ({
      by: 'system',
      action: 'retention',
      about: kind,
      note: String(count),
    })),
  }));
  const deleted = Object.values(gone).reduce((sum, count) => sum + count, 0);
  log('retention_done', { agency: ground.agencyId, deleted, ms: Math.round(performance.now() - began) });
}
