import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWrites } from '../../../bot/records/case-writes.ts';
import { runCaseChores } from '../../../bot/staff/cases/chores.ts';
import type { Write } from '../../../bot/store/documents.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import type { TallyChange } from '../../../domain/case/case-tally.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { tallyChanges } from '../../../domain/case/tally-changes.ts';
import { openStaffStage, type StaffStage, TUESDAY } from '../stage.ts';
import { listIn } from './world.ts';

const FEW = 1_000;
const MANY = 100_000;
const TOGETHER = 400;
const SIDE_BY_SIDE = 4;

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage(TUESDAY, { deadlineMs: 60_000 });
});
afterAll(() => stage.close());

const pick = <const One>(nth: number, among: readonly [One, ...One[]]): One =>
  among[nth % among.length] ?? among[0];

/** A case of many: all statuses, kinds, places and units among them, in an order that repeats. */
function caseOf(nth: number) {
  const received = addDays('2026-10-01', nth % 50);
  const status = pick(nth, ['new', 'accepted', 'in_progress', 'resolved', 'closed', 'referred', 'declined']);
  return newCase({
    version: 1,
    kind: pick(nth >> 3, ['complaint', 'complaint', 'question', 'suggestion']),
    number: `70-${String(nth).padStart(6, '0')}`,
    status,
    category: pick(nth, ['lamp', 'road', 'water']),
    where: { place: `moo-${(nth % 10) + 1}` },
    text: 'ไฟดับ',
    attachments: 0,
    unit: pick(nth, ['works', 'finance']),
    channel: 'line',
    received,
    due: addDays(received, 15),
    messages: 0,
    ...(status === 'in_progress' && nth % 2 === 0
      ? { waiting: { why: 'plan' as const, note: '', until: '2027-06-01' } }
      : {}),
    ...(status === 'accepted' ? { assignee: demoOfficerId } : {}),
    ...(status === 'resolved' ? { resolved: '2026-11-20' } : {}),
    ...(status === 'declined' ? { review: 'asked' as const } : {}),
    escalated: 'palad',
  });
}

const idOf = (nth: number): string => `s${String(nth).padStart(19, '0')}`;

async function fill(from: number, to: number): Promise<void> {
  const { documents, ground } = stage;
  const sums = new Map<string, Map<string, number>>();
  const add = ({ key, counts }: TallyChange): void => {
    const names = sums.get(key) ?? new Map<string, number>();
    for (const [name, by] of Object.entries(counts)) names.set(name, (names.get(name) ?? 0) + by);
    sums.set(key, names);
  };
  const starts = Array.from(
    { length: Math.ceil((to - from) / TOGETHER) },
    (_, n) => from + n * TOGETHER,
  ).values();
  const worker = async (): Promise<void> => {
    for (const start of starts) {
      const writes: Write[] = [];
      for (let nth = start; nth < Math.min(to, start + TOGETHER); nth += 1) {
        const record = caseOf(nth);
        writes.push({ op: 'create', path: ground.paths.case(idOf(nth)), data: { ...record } });
        for (const change of tallyChanges(undefined, record)) add(change);
      }
      await documents.commit(writes);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const changes = [...sums].map(([key, names]) => ({ key, counts: Object.fromEntries(names) }));
  await documents.commit(countWrites(ground.paths, changes));
}

const rooms = [
  '/cases',
  '/cases?view=new',
  '/cases?view=late',
  '/cases?view=mine',
  '/cases?view=waiting',
  '/cases?view=review',
  '/cases?kind=question',
  '/cases?category=road&place=moo-2',
  '/cases?unit=finance&status=accepted',
  '/cases?view=late&unit=works&kind=complaint',
  '/cases?number=70-000012',
  `/cases/${idOf(12)}`,
  '/case-choices',
  '/months?year=2570',
  '/numbers?from=2026-10&to=2026-11',
];

/** What each room costs: calls of the store and documents that come back. */
async function costs(): Promise<Record<string, object>> {
  const cost: Record<string, object> = {};
  await stage.call(demoExecutiveId, 'GET', '/cases');
  for (const room of rooms) {
    const staffId = room.startsWith('/numbers') ? demoExecutiveId : demoOfficerId;
    const before = { ...stage.counts };
    const reply = await stage.call(staffId, 'GET', room);
    expect([room, reply.status]).toEqual([room, 200]);
    cost[room] = {
      reads: stage.counts.reads - before.reads,
      queries: stage.counts.queries - before.queries,
      documents: stage.counts.documentsRead - before.documentsRead,
    };
  }
  const first = listIn(await stage.call(demoOfficerId, 'GET', '/cases'));
  const before = { ...stage.counts };
  const second = listIn(await stage.call(demoOfficerId, 'GET', `/cases?cursor=${first.next}`));
  expect(second.cases).toHaveLength(25);
  expect(second.cases.some(({ id }) => first.cases.some((one) => one.id === id))).toBe(false);
  cost['second page'] = { documents: stage.counts.documentsRead - before.documentsRead };
  const idle = { ...stage.counts };
  expect(await runCaseChores(stage.parts)).toBe(0);
  cost.chores = {
    queries: stage.counts.queries - idle.queries,
    documents: stage.counts.documentsRead - idle.documentsRead,
  };
  return cost;
}

describe('every list and number', () => {
  it('costs as many documents and queries with 100,000 cases as with 1,000', async () => {
    await fill(0, FEW);
    const few = await costs();
    await fill(FEW, MANY);
    expect(await costs()).toEqual(few);
    const { counts } = listIn(await stage.call(demoOfficerId, 'GET', '/cases'));
    expect(counts.open).toBe(Array.from({ length: MANY }, (_, nth) => nth % 7).filter((n) => n < 3).length);
  }, 600_000);
});
