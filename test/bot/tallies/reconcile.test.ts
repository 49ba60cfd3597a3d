import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAgency } from '../../../bot/agency/loaded.ts';
import { createLog } from '../../../bot/log/log.ts';
import { noteCountedSince } from '../../../bot/publish/counted-since.ts';
import { countWrites } from '../../../bot/records/case-writes.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { storedResponse } from '../../../bot/records/stored-response.ts';
import { type Documents, increment, type Write } from '../../../bot/store/documents.ts';
import { reconcileTallies } from '../../../bot/tallies/reconcile.ts';
import { Case, type TipCase } from '../../../domain/case/case.ts';
import { withChange } from '../../../domain/case/change.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { standing } from '../../../domain/case/standing.ts';
import { tallyChanges } from '../../../domain/case/tally-changes.ts';
import { tipTally } from '../../../domain/case/tip-tally.ts';
import type { Response } from '../../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../../domain/survey/tally.ts';
import { countersIn } from '../../../domain/tallies/differences.ts';
import { openSeededStore, type SeededStore } from '../../support/bot.ts';

const paths = pathsOf('khoen');
const NOW = Date.parse('2026-11-20T20:00:00Z');
let store: SeededStore;
beforeAll(async () => {
  store = await openSeededStore();
  await noteCountedSince(store.documents, 'khoen', '2026-11-01');
});
afterAll(() => store.close());

async function reconcile(documents: Documents = store.documents, atMost?: number) {
  const loaded = await loadAgency(store.documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => lines.push(line) });
  const ground = { agencyId: 'khoen', documents, paths };
  const mended = await reconcileTallies({ ground, current: loaded.current, clock: () => NOW, log }, atMost);
  return { mended, lines };
}

const caseOf = (received: string, unit: string): Case =>
  newCase({
    version: 1,
    kind: 'complaint',
    number: `70-${Math.floor(Math.random() * 9000) + 1000}`,
    status: 'new',
    category: 'electricity',
    where: { place: 'm3' },
    text: 'ไฟถนนดับ',
    attachments: 0,
    unit,
    audience: 'all',
    channel: 'line',
    received,
    due: '2026-12-05',
    messages: 0,
  });

const opening = (id: string, record: Case): Write[] => [
  { op: 'create', path: paths.case(id), data: { ...record } },
  ...countWrites(paths, tallyChanges(undefined, record)),
];
const responding = (response: Response): Write[] => [
  { op: 'create', path: paths.response(randomUUID()), data: storedResponse(response) },
  {
    op: 'merge',
    path: paths.tally(surveyTallyKey(response)),
    data: Object.fromEntries(Object.entries(tallyOf(response)).map(([name, by]) => [name, increment(by)])),
  },
];
function tipping(received: string): Write[] {
  const tip: TipCase = {
    version: 1,
    kind: 'tip',
    status: 'new',
    received,
    name: 'นก-ฟ้า',
    readers: [],
    listedFrom: `${received}T09:00:00.000Z`,
    parts: 1,
  };
  return [
    { op: 'create', path: paths.case(randomUUID()), data: { ...tip } },
    ...countWrites(paths, [tipTally(received, undefined, 'new')]),
  ];
}

async function accept(documents: Documents, id: string): Promise<void> {
  const found = await documents.read(paths.case(id));
  if (found === undefined) return;
  const before = Case.parse(found.data);
  const next = withChange(before, { change: 'accept', by: 'U1' }, '2026-11-20');
  if (next === undefined) return;
  await documents.commit([
    { op: 'set', path: found.path, data: { ...standing(next) } },
    ...countWrites(paths, tallyChanges(before, next)),
  ]);
}

const rating: Response = {
  version: 1,
  survey: 'service',
  service: 'tax',
  channel: 'line',
  day: '2026-11-03',
  ratings: { overall: 4 },
  comment: 'ดี',
};

async function tallies(): Promise<Record<string, Record<string, number>>> {
  const found = await store.documents.query({
    collection: 'agencies/khoen/tallies',
    where: [],
    orderBy: [],
    limit: 100,
  });
  const entries = found.map(({ id, data }): [string, Record<string, number>] => {
    const counters = Object.entries(countersIn(data)).filter(([, count]) => count !== 0);
    return [id, Object.fromEntries(counters.sort(([one], [other]) => one.localeCompare(other)))];
  });
  return Object.fromEntries(entries.filter(([, counters]) => Object.keys(counters).length > 0));
}

describe('tallies that were damaged', () => {
  it('hold again what there is, of cases, tips and answers alike; of tips nothing is said', async () => {
    const { documents } = store;
    for (const [nth, day] of ['2026-11-02', '2026-10-12', '2026-08-01', '2026-05-30'].entries()) {
      await documents.commit([
        ...opening(`a${nth}`, caseOf(day, 'works')),
        ...tipping(day),
        ...responding({ ...rating, day }),
      ]);
    }
    await accept(documents, 'a0');
    await reconcile();
    const before = await tallies();
    expect(Object.keys(before).length).toBeGreaterThan(6);

    await documents.commit([
      {
        op: 'merge',
        path: paths.tally('open'),
        data: { all: increment(3), 'due.2026-12-05': increment(-1), 'mine.U9': 2 },
      },
      { op: 'delete', path: paths.tally('open-works') },
      { op: 'merge', path: paths.tally('cases-2569'), data: { '2026-08_complaint_new': increment(40) } },
      { op: 'merge', path: paths.tally('tips-2569-1'), data: { all: increment(1) } },
      { op: 'merge', path: paths.tally(surveyTallyKey(rating)), data: { sum_overall: increment(-2) } },
    ]);
    const { mended, lines } = await reconcile();
    expect(await tallies()).toEqual(before);
    expect(mended).toBe(8);
    const record = JSON.stringify((await documents.read(paths.talliesRecord))?.data);
    expect(record).toContain('2026-08_complaint_new');
    expect(record).not.toContain('tips-');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ code: 'tallies_compared', mended: 8 });
    expect((await reconcile()).mended).toBe(0);
  });

  it('of older months take turns where a night is too short for all', async () => {
    const { documents } = store;
    const before = await tallies();
    await documents.commit([
      { op: 'merge', path: paths.tally('cases-2569'), data: { '2026-05_complaint_new': increment(5) } },
    ]);
    let nights = 0;
    while (JSON.stringify(await tallies()) !== JSON.stringify(before)) {
      await reconcile(documents, 1);
      nights += 1;
      expect(nights).toBeLessThan(40);
    }
    expect(nights).toBeGreaterThan(1);
  });
});

describe('tallies while everybody goes on working', () => {
  const doing = fc.record({
    at: fc.integer({ min: 1, max: 40 }),
    what: fc.constantFrom('open', 'accept', 'answer'),
  });

  it('are right afterwards, damaged or not, whatever is changed between two calls of the count', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 8 }), fc.boolean(), async (doings, isDamaged) => {
        const { documents } = store;
        const opened: string[] = [];
        const act = async (what: string): Promise<void> => {
          if (what === 'open') {
            const id = randomUUID();
            opened.push(id);
            await documents.commit(opening(id, caseOf('2026-11-19', 'palad-office')));
          } else if (what === 'answer') await documents.commit(responding(rating));
          else {
            const id = opened.pop();
            if (id !== undefined) await accept(documents, id);
          }
        };
        await act('open');
        if (isDamaged) {
          await documents.commit([{ op: 'merge', path: paths.tally('open'), data: { all: increment(7) } }]);
        }
        let calls = 0;
        const between = async <T>(call: () => Promise<T>): Promise<T> => {
          calls += 1;
          for (const { at, what } of doings) if (at === calls) await act(what);
          return call();
        };
        await reconcile({
          read: (path) => between(() => documents.read(path)),
          readMany: (all) => between(() => documents.readMany(all)),
          query: (asked) => between(() => documents.query(asked)),
          commit: (writes) => between(() => documents.commit(writes)),
        });
        const after = await tallies();
        // A quiet count finds nothing left to mend.
        expect((await reconcile()).mended).toBe(0);
        expect(await tallies()).toEqual(after);
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
