import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  demoAdminId,
  demoDeputyId,
  demoExecutiveId,
  demoOfficerId,
} from '../../../domain/agency/khoen-staff.ts';
import { Case } from '../../../domain/case/case.ts';
import { stageOf } from '../../../domain/case/standing.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, all, expectRecount, stored } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

const people = [demoOfficerId, demoDeputyId, demoAdminId, demoOfficerId, demoDeputyId, demoExecutiveId];
const names = ['r1', 'r2', 'r3', 'r4', 'r5'];
const numberOf = (nth: number): string => `70-05${String(nth).padStart(2, '0')}`;

const act = fc.oneof(
  fc.constantFrom<[string, object]>(
    ['accept', {}],
    ['start', {}],
    ['resume', {}],
    ['unjoin', {}],
    ['answer', { text: 'คำตอบ' }],
    ['ask', { text: 'ถาม' }],
    ['note', { text: 'โน้ต' }],
    ['resolve', { text: '' }],
    ['wait', { why: 'plan', note: '', until: '2027-01-01' }],
    ['refer', { to: 'แขวงทางหลวง', contact: '1586' }],
    ['decline', { reason: 'นอกเขต', next: 'โทร 1567' }],
    ['review', { decision: 'overturn', text: 'ทำต่อ' }],
    ['review', { decision: 'uphold', text: 'คงเดิม' }],
    ['sort', { category: 'road', place: 'moo-1' }],
    ['sort', { category: 'lamp', place: null }],
    ['sort', { unit: 'finance' }],
    ['assign', { to: null }],
  ),
  fc
    .constantFrom('propose', 'withdraw', 'confirm', 'restore')
    .map((step): [string, object] => ['mischief', { step, note: '' }]),
  fc.nat(names.length - 1).map((nth): [string, object] => ['join', { number: numberOf(nth) }]),
);

const doings = fc.array(
  fc.record({ who: fc.constantFrom(...people), of: fc.nat(names.length - 1), act, isStale: fc.nat(9) }),
  { minLength: 210, maxLength: 210 },
);

it('after whatever is done by several people at once, tallies equal a recount, and joins are one step deep', async () => {
  const ids = await Promise.all(names.map((name, nth) => addCase(stage, name, { number: numberOf(nth) })));
  const [sequence = []] = fc.sample(doings, { numRuns: 1, seed: 20261124 });
  const counts = new Map<number, number>();
  for (let at = 0; at < sequence.length; at += 3) {
    const together = sequence.slice(at, at + 3).map(async ({ who, of, act: [action, body], isStale }) => {
      const id = ids[of] ?? '';
      const { history } = await stored(stage, id);
      const edition = isStale === 0 ? history + 1 : history;
      const reply = await stage.call(who, 'POST', `/cases/${id}/${action}`, { edition, ...body });
      counts.set(reply.status, (counts.get(reply.status) ?? 0) + 1);
      expect([200, 403, 404, 409]).toContain(reply.status);
    });
    await Promise.all(together);
  }
  expect(counts.get(200)).toBeGreaterThan(25);
  expect(counts.get(409)).toBeGreaterThan(10);
  await expectRecount(stage);
  const cases = (await all(stage, 'cases')).map(({ id, data }) => ({ id, record: Case.parse(data) }));
  for (const { id, record } of cases) {
    const joining = cases.filter((other) => other.record.joins === id);
    expect(record.joined).toBe(joining.length);
    if (record.joins !== undefined) {
      expect(joining).toEqual([]);
      expect(cases.find((other) => other.id === record.joins)?.record.joins).toBeUndefined();
    }
    expect(record.stage).toBe(stageOf(record));
    const history = await stage.documents.query({
      collection: `${stage.ground.paths.case(id)}/history`,
      where: [],
      orderBy: [],
      limit: 500,
    });
    expect(history.map(({ id: n }) => Number(n)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: record.history }, (_, n) => n + 1),
    );
  }
});
