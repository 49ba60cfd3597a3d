import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/agency/staff.ts';
import { instantOf } from '../../../domain/calendar/day.ts';
import { MINUTE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting('08:30');
});
afterEach(() => setting.close());

async function addStaff(name: string, roles: Role[], unit?: string): Promise<string> {
  const id = await setting.addOfficer(name);
  const data = { version: 1, id, name, roles, ...(unit === undefined ? {} : { unit }) };
  await setting.documents.commit([{ op: 'set', path: setting.paths.staff(id), data }]);
  return id;
}

async function morningOf(day: string): Promise<void> {
  setting.clock.now = instantOf(day, '08:30');
  await (await setting.freshDispatcher()).runOnce();
  setting.clock.now += 30 * MINUTE;
  await (await setting.freshDispatcher()).runOnce();
}

const entered = { now: { walkIn: 1, online: 0, by: 'U1', day: '2026-12-01' }, former: [] };

describe('services that were not counted', () => {
  it('stand on the morning card of their unit early in the month, as many as are left', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    const finance = await addStaff('มาลี', ['officer'], 'finance');
    const executive = await addStaff('ปลัด', ['executive'], 'works');
    const { documents, paths } = setting;
    await documents.commit([
      {
        op: 'create',
        path: paths.serviceMonth('2026-11'),
        data: { version: 1, services: { 'land-tax': entered, 'street-lights': entered } },
      },
    ]);
    await morningOf('2026-12-02');
    const [card, ...more] = await setting.chat(works);
    expect(more).toEqual([]);
    expect(card).toMatch(/ยอดบริการเดือนก่อน.*ยังไม่กรอก 2 บริการ/s);
    expect(card).toContain('/staff#/services/2026-11');
    expect(await setting.chat(finance)).toEqual([]);
    expect(await setting.chat(executive)).toEqual([]);
  });

  it('are on no card on the first day, nor after the tenth', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    await morningOf('2026-12-01');
    await morningOf('2026-12-11');
    expect(await setting.chat(works)).toEqual([]);
  });
});
