import { afterAll, beforeAll, expect, it } from 'vitest';
import { countWrites } from '../../../bot/records/case-writes.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { Numbers } from '../../../domain/staff/numbers.ts';
import type { Response } from '../../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../../domain/survey/tally.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

const answer = (day: string, rating: number): Response => ({
  version: 1,
  survey: 'satisfaction',
  service: 'land-tax',
  ratings: { q1: rating, q2: rating },
  reasons: [],
  channel: 'line',
  day,
});

it('numbers by month are what happened to the cases received in it, without a name', async () => {
  const october = { received: '2026-10-01', due: '2026-10-08' };
  await addCase(stage, 'n1', { ...october, firstAnswered: '2026-10-03', status: 'accepted' });
  await addCase(stage, 'n2', {
    ...october,
    firstAnswered: '2026-10-09',
    status: 'closed',
    resolved: '2026-10-21',
    confirmed: true,
    category: 'road',
    where: { place: 'moo-1' },
  });
  await addCase(stage, 'n3', {
    ...october,
    kind: 'question',
    firstAnswered: '2026-10-05',
    status: 'referred',
  });
  await addCase(stage, 'n4', {
    ...october,
    status: 'closed',
    mischief: { by: 'a', day: '2026-10-02', note: '', confirmedBy: 'b' },
  });
  await addCase(stage, 'n5', { received: '2026-09-30', due: '2026-10-30' });
  const answers = [answer('2026-10-05', 5), answer('2026-10-06', 2), answer('2026-11-01', 4)];
  await stage.documents.commit(
    countWrites(
      stage.ground.paths,
      answers.map((one) => ({ key: surveyTallyKey(one), counts: tallyOf(one) })),
    ),
  );
  const reply = await stage.call(demoExecutiveId, 'GET', '/numbers?from=2026-09&to=2026-11');
  const { months, total, byCategory, byPlace, byChannel } = Numbers.parse(reply.json);
  expect(months[1]).toEqual({
    month: '2026-10',
    received: 3,
    answered: 3,
    answeredInTime: 2,
    resolved: 1,
    confirmed: 1,
    underway: 1,
    referred: 1,
    declined: 0,
    medianFirstAnswer: 4,
    medianResolution: 20,
    satisfaction: { answers: 2, mean: 3.5 },
  });
  expect(months.map(({ received }) => received)).toEqual([1, 3, 0]);
  expect(total).toMatchObject({ received: 4, satisfaction: { answers: 3, mean: 3.67 } });
  expect(byCategory.map(({ id, received }) => [id, received])).toEqual([
    ['road', 1],
    ['lamp', 3],
  ]);
  expect(byPlace.map(({ id, received }) => [id, received])).toEqual([
    ['moo-1', 1],
    ['moo-4', 3],
  ]);
  expect(byChannel).toEqual([{ id: 'line', label: 'LINE', received: 4 }]);
  for (const query of ['from=2026-11&to=2026-10', 'from=2024-01&to=2026-12', 'from=2026-1&to=2026-10']) {
    expect((await stage.call(demoExecutiveId, 'GET', `/numbers?${query}`)).code).toBe('bad_shape');
  }
  expect((await stage.call(demoOfficerId, 'GET', '/numbers?from=2026-10&to=2026-10')).code).toBe(
    'role_too_low',
  );
});
