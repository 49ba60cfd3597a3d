import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCaseChores } from '../../../bot/staff/cases/chores.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { openStaffStage, type StaffStage, TUESDAY } from '../stage.ts';
import { caseRooms } from './case-rooms.ts';
import { fillCases } from './many-cases.ts';
import { listIn } from './world.ts';

const FEW = 1_000;
const MANY = 100_000;

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage(TUESDAY, { deadlineMs: 60_000 });
});
afterAll(() => stage.close());

const rooms = [...caseRooms, '/numbers?from=2026-10&to=2026-11'];

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
    await fillCases(stage.documents, stage.ground.paths, 0, FEW);
    const few = await costs();
    await fillCases(stage.documents, stage.ground.paths, FEW, MANY);
    expect(await costs()).toEqual(few);
    const { counts } = listIn(await stage.call(demoOfficerId, 'GET', '/cases'));
    expect(counts.open).toBe(Array.from({ length: MANY }, (_, nth) => nth % 7).filter((n) => n < 3).length);
  }, 600_000);
});
