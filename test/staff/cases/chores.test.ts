import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCaseChores } from '../../../bot/staff/cases/chores.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { audienceOf } from '../../../domain/case/audience.ts';
import { receivedBy } from '../../../domain/case/chores.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, all, expectRecount, stored } from './world.ts';

let stage: StaffStage;
let head: string;
beforeAll(async () => {
  stage = await openStaffStage();
  head = (await stage.addStaff('ผอ.กองช่าง', ['officer'], { unit: 'works' })).id;
  const { documents, ground } = stage;
  const { agency } = stage.parts.current();
  const units = agency.units.map((unit) => (unit.id === 'works' ? { ...unit, head } : unit));
  await documents.commit([{ op: 'merge', path: ground.paths.agency, data: { units } }]);
  await stage.parts.reload();
});
afterAll(async () => {
  await expectRecount(stage);
  await stage.close();
});

describe('a case that nobody accepts', () => {
  it('is told once to the head of its unit after 3 working days, and once to the ปลัด after 7', async () => {
    const third = await addCase(stage, 'third', { received: '2026-11-19' });
    const second = await addCase(stage, 'second', { received: '2026-11-20' });
    const seventh = await addCase(stage, 'seventh', { received: '2026-11-13' });
    for (let runs = 0; runs < 4; runs += 1) await runCaseChores(stage.parts);
    expect(await alertsOf(stage, third)).toEqual([{ to: head, news: 'unaccepted' }]);
    expect(await alertsOf(stage, second)).toEqual([]);
    expect((await alertsOf(stage, seventh)).map(({ to }) => to).sort()).toEqual(
      [head, demoExecutiveId].sort(),
    );
    expect((await stored(stage, seventh)).escalated).toBe('palad');
    const deeds = (await all(stage, 'audit')).filter(({ data }) =>
      JSON.stringify(data).includes('"escalated"'),
    );
    expect(deeds).toHaveLength(3);
    expect(await runCaseChores(stage.parts)).toBe(0);
  });

  it('goes to the ปลัด where its unit has no head, or its head may not know of it', async () => {
    const { categories } = stage.parts.current().agency;
    const category = categories.find(({ aboutStaff }) => aboutStaff)?.id;
    const received = '2026-11-18';
    const noHead = await addCase(stage, 'nohead', { received, unit: 'finance' });
    const about = { category, concerns: 'works', audience: audienceOf(true, 'works') };
    const hidden = await addCase(stage, 'hidden', { received, unit: 'works', ...about });
    await runCaseChores(stage.parts);
    expect(await alertsOf(stage, noHead)).toEqual([{ to: demoExecutiveId, news: 'unaccepted' }]);
    expect(await alertsOf(stage, hidden)).toEqual([{ to: demoExecutiveId, news: 'unaccepted' }]);
  });

  it('working days leave weekends and holidays out', () => {
    const agency = { ...khoen('AAAAAAAAAAAAAAAAAAAAAA=='), holidays: ['2026-11-23'] };
    expect(receivedBy('2026-11-24', 3, agency)).toBe('2026-11-18');
    expect(receivedBy('2026-11-24', 3, { ...agency, holidays: [] })).toBe('2026-11-19');
  });
});

describe('by time alone', () => {
  it('what has waited until its day goes on, and whoever works on it is told', async () => {
    const waiting = { why: 'material', note: '', until: '2026-11-24' } as const;
    const status = 'in_progress';
    const id = await addCase(stage, 'waited', { status, waiting, assignee: demoOfficerId });
    const later = await addCase(stage, 'waitslater', {
      status,
      waiting: { ...waiting, until: '2026-11-25' },
    });
    await runCaseChores(stage.parts);
    expect(await stored(stage, id)).toMatchObject({ stage: 'working', history: 1 });
    expect((await stored(stage, id)).waiting).toBeUndefined();
    expect(await alertsOf(stage, id)).toEqual([{ to: demoOfficerId, news: 'waited' }]);
    expect(await stored(stage, later)).toMatchObject({ stage: 'waiting' });
  });

  it('a resolved case is closed after 15 days without a word, and its reporter forgotten', async () => {
    const old = await addCase(stage, 'silent', { status: 'resolved', resolved: '2026-11-09', told: true });
    const fresh = await addCase(stage, 'fresh', { status: 'resolved', resolved: '2026-11-10', told: true });
    await runCaseChores(stage.parts);
    const closed = await stored(stage, old);
    expect(closed).toMatchObject({ status: 'closed' });
    expect(closed.confirmed).toBeUndefined();
    expect(await stage.documents.read(stage.ground.paths.route(old))).toBeUndefined();
    expect((await stored(stage, fresh)).status).toBe('resolved');
  });

  it('nobody is told outside office hours', async () => {
    const id = await addCase(stage, 'night', { received: '2026-11-02' });
    const night = { ...stage.parts, clock: () => Date.parse('2026-11-24T15:00:00Z') };
    await runCaseChores(night);
    expect(await alertsOf(stage, id)).toEqual([]);
  });
});
