import { addDays, dayOf } from '../../domain/calendar/day.ts';
import { isTipTally } from '../../domain/case/tip-tally.ts';
import type { CurrentAgency } from '../agency/load.ts';
import type { Log } from '../log/log.ts';
import type { Ground } from '../records/ground.ts';
import { increment, type Write } from '../store/documents.ts';
import { compare, type Differing } from './compare.ts';
import { inTurn, type Portion, portionsOf } from './portions.ts';
import { type Mended, TalliesRecord } from './record.ts';

export interface ReconcileParts {
  ground: Pick<Ground, 'agencyId' | 'documents' | 'paths'>;
  current(): CurrentAgency;
  /** Milliseconds since the epoch. */
  clock(): number;
  log: Log;
}

/** Documents that are counted in a night, more or less: a portion that was begun is counted to its end. */
const DOCUMENTS_A_NIGHT = 10_000;
const MOST_SHOWN = 20;
/** Cases that came by other ways are entered with a day before counting began: so many days at most. */
const DAYS_BEFORE = 366;

const ids = ({ agency }: CurrentAgency) => ({
  units: [...agency.units, ...agency.retired.units].map(({ id }) => id),
  services: [...agency.services, ...agency.retired.services].map(({ id }) => id),
});

async function readRecord({ documents, paths }: ReconcileParts['ground']) {
  const found = await documents.read(paths.talliesRecord);
  const record: TalliesRecord = TalliesRecord.safeParse(found?.data).data ?? { version: 1 };
  return { record, at: found?.updateTime };
}

async function firstDay({ documents, paths }: ReconcileParts['ground'], today: string): Promise<string> {
  const since = (await documents.read(paths.tally('since')))?.data.day;
  return addDays(typeof since === 'string' ? since : today, -DAYS_BEFORE);
}

const shown = (differing: readonly Differing[]): Mended[] =>
  differing
    .filter(({ key }) => !isTipTally(key))
    .flatMap(({ key, by, was }) =>
      Object.entries(by).map(([counter, more]) => {
        const had = was[counter] ?? 0;
        return { key, counter, was: had, is: had + more };
      }),
    );

/** What is written once a portion was compared; the record goes with it, so that no two processes mend the same. */
function writesOf(
  { ground, clock }: ReconcileParts,
  { record, at }: Awaited<ReturnType<typeof readRecord>>,
  differing: readonly Differing[],
  last: string | undefined,
): Write[] {
  const all = shown(differing);
  const some = all.slice(0, MOST_SHOWN);
  const now = clock();
  const isMore = record.mended !== undefined && dayOf(record.mended.at) === dayOf(now);
  const earlier = isMore ? record.mended : undefined;
  const next: TalliesRecord = {
    ...record,
    at: now,
    ...(last === undefined ? {} : { last }),
    ...(all.length === 0
      ? {}
      : {
          mended: {
            at: now,
            counters: (earlier?.counters ?? 0) + all.length,
            some: [...(earlier?.some ?? []), ...some].slice(0, MOST_SHOWN),
          },
        }),
  };
  const path = ground.paths.talliesRecord;
  const data = { ...next };
  return [
    at === undefined ? { op: 'create', path, data } : { op: 'update', path, data, ifUpdatedAt: at },
    ...differing.map(
      ({ key, by }): Write => ({
        op: 'merge',
        path: ground.paths.tally(key),
        data: Object.fromEntries(Object.entries(by).map(([name, more]) => [name, increment(more)])),
      }),
    ),
  ];
}

/** Compares one portion and mends what differs. Resolves to how many documents were read, and counters mended. */
async function reconcileOne(parts: ReconcileParts, portion: Portion, isOlder: boolean) {
  const read = await readRecord(parts.ground);
  const { differing, documents } = await compare(parts.ground, portion);
  const writes = writesOf(parts, read, differing, isOlder ? portion.name : undefined);
  const committed = await parts.ground.documents.commit(writes);
  return { documents, mended: committed.ok ? shown(differing).length : 0 };
}

/**
 * Holds the tallies of an agency against its cases, tips and responses, and mends what differs by adding the
 * difference. What is open and what is newest is counted every night, and of what is older one portion at least. Nothing is
 * overwritten, so that whoever counts at the same time loses nothing. Resolves to how many counters were mended.
 * @throws StoreUnavailable
 */
export async function reconcileTallies(
  parts: ReconcileParts,
  documentsAtMost = DOCUMENTS_A_NIGHT,
): Promise<number> {
  const began = performance.now();
  const { ground, current, clock, log } = parts;
  const today = dayOf(clock());
  const { always, older } = portionsOf(await firstDay(ground, today), today, ids(current()));
  const { record } = await readRecord(ground);
  const left = [...always, ...inTurn(older, record.last)];
  let documents = 0;
  let mended = 0;
  let tips = 0;
  for (const [nth, portion] of left.entries()) {
    if (documents >= documentsAtMost && nth > always.length) break;
    const one = await reconcileOne(parts, portion, nth >= always.length);
    documents += one.documents;
    if (portion.counts.what === 'tips') tips += one.documents;
    mended += one.mended;
  }
  log('tallies_compared', {
    agency: ground.agencyId,
    documents: documents - tips,
    mended,
    ms: Math.round(performance.now() - began),
  });
  return mended;
}
