import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { MonthState, Months } from '../../../domain/staff/months.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, all } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
  const { documents, ground } = stage;
  await documents.commit([{ op: 'create', path: ground.paths.tally('since'), data: { day: '2026-11-10' } }]);
});
afterAll(() => stage.close());

const totals = { received: 9, done: 7, referred: 2, declined: 1 };
const carries = (month: string, body: object, staffId = demoOfficerId) =>
  stage.call(staffId, 'PUT', `/carried-over/${month}`, body);

describe('ยอดยกมา', () => {
  it('is carried over into months that the system did not count whole, by name', async () => {
    const reply = await carries('2026-10', { ...totals, was: null });
    expect(MonthState.parse(reply.json)).toMatchObject({
      carried: { ...totals, by: { name: expect.stringContaining('สมหญิง') }, day: '2026-11-24' },
    });
    expect(JSON.stringify(reply.json)).not.toContain(demoOfficerId);
    expect((await carries('2026-11', { ...totals, was: null })).status).toBe(200);
    expect((await carries('2026-12', { ...totals, was: null })).code).toBe('not_now');
    const deeds = (await all(stage, 'audit')).filter(({ data }) =>
      JSON.stringify(data).includes('carried-over'),
    );
    expect(deeds).toHaveLength(2);
  });

  it('of two who correct it at once the second is told; parts that exceed the whole are refused', async () => {
    const changed = await carries('2026-10', { ...totals, received: 10, was: null });
    expect(changed.code).toBe('changed');
    expect(MonthState.parse(changed.now).carried).toMatchObject(totals);
    expect((await carries('2026-10', { ...totals, received: 10, was: totals })).status).toBe(200);
    const was = { ...totals, received: 10 };
    for (const wrong of [{ done: 11 }, { referred: 7 }, { received: -1 }]) {
      expect((await carries('2026-10', { ...totals, ...wrong, was })).code).toBe('bad_shape');
    }
  });
});

describe('ตรวจครบทุกช่องทางแล้ว', () => {
  it('is said once, by name, of a month that is over', async () => {
    const says = (month: string, id = demoAdminId) =>
      stage.call(id, 'POST', `/channels-checked/${month}`, {});
    expect((await says('2026-11')).code).toBe('too_soon');
    expect((await says('2026-13')).code).toBe('bad_shape');
    const said = MonthState.parse((await says('2026-10')).json);
    expect(said.checked).toMatchObject({
      by: { name: expect.stringContaining('จันทร์เพ็ญ') },
      day: '2026-11-24',
    });
    expect((await says('2026-10', demoOfficerId)).code).toBe('exists');
    expect((await says('2026-10', demoExecutiveId)).code).toBe('role_too_low');
  });

  it('is seen beside the numbers of each month that has begun', async () => {
    await addCase(stage, 'october', { received: '2026-10-07' });
    const { months } = Months.parse((await stage.call(demoOfficerId, 'GET', '/months?year=2570')).json);
    expect(
      months.map(({ month, received, mayCarry, mayCheck }) => [month, received, mayCarry, mayCheck]),
    ).toEqual([
      ['2026-10', 1, true, true],
      ['2026-11', 0, true, false],
    ]);
    expect((await stage.call(demoOfficerId, 'GET', '/months?year=2580')).code).toBe('bad_shape');
  });
});
