import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeasure } from '../../../bot/measures/store.ts';
import type { Role } from '../../../domain/agency/staff.ts';
import { addDays, instantOf } from '../../../domain/calendar/day.ts';
import type { NamedMeasure, Step } from '../../../domain/measures/measure.ts';
import { DAY, MINUTE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting('08:30');
});
afterEach(() => setting.close());

const step = (id: string, due: string): Step => ({ id, text: `ขั้นตอน ${id}`, due, state: 'open' });
const taken = (id: string, due: string): Step => ({
  ...step(id, due),
  state: 'done',
  day: '2026-10-20',
  by: 'U1',
  proofs: [],
});

async function plan(
  steps: Step[],
  more: Partial<NamedMeasure> = {},
  unit: 'works' | 'nobody' = 'works',
): Promise<NamedMeasure> {
  const measure: NamedMeasure = {
    ...{ id: '2570-1', version: 1, fiscalYear: 2570, order: 1, issue: 1, issueTitle: 'ประเด็น' },
    ...{ lines: ['มาตรการ'], responsible: 'กองช่าง', period: 'ทั้งปี' },
    ...(unit === 'nobody' ? {} : { unit }),
    ...{ from: '2026-10-01', to: '2027-09-30', steps },
    ...more,
  };
  await setting.documents.commit([createMeasure(setting.paths, measure)]);
  return measure;
}

async function addStaff(name: string, roles: Role[], unit?: string): Promise<string> {
  const id = await setting.addOfficer(name);
  const data = { version: 1, id, name, roles, ...(unit === undefined ? {} : { unit }) };
  await setting.documents.commit([{ op: 'set', path: setting.paths.staff(id), data }]);
  return id;
}

/** Every working morning of some weeks, from the day of the setting on. */
async function mornings(days: number): Promise<void> {
  for (let n = 0; n < days; n += 1) {
    setting.clock.now = instantOf(addDays(DAY, n), '08:30');
    await (await setting.freshDispatcher()).runOnce();
  }
}

describe('a step whose day is near', () => {
  it('is told to its unit once, in one message with others, and to nobody else', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    const finance = await addStaff('มาลี', ['officer'], 'finance');
    const admin = await addStaff('ดูแล', ['admin']);
    await plan([
      step('s1', addDays(DAY, 3)),
      step('s2', addDays(DAY, 7)),
      step('s3', addDays(DAY, 8)),
      taken('s4', addDays(DAY, 2)),
    ]);
    const [one, other] = [await setting.freshDispatcher(), await setting.freshDispatcher()];
    await Promise.all([one.runOnce(), other.runOnce()]);
    setting.clock.now += 30 * MINUTE;
    await (await setting.freshDispatcher()).runOnce();
    const [message, ...more] = await setting.chat(works);
    expect(more).toEqual([]);
    expect(message).toMatch(/มาตรการใกล้ครบกำหนด 2 ขั้นตอน.*27 พ\.ย\. 2569.*ขั้นตอน s1.*1 ธ\.ค\. 2569.*ขั้นตอน s2/s);
    expect(message).toContain('/staff#/measures');
    expect(message).not.toContain('ขั้นตอน s4');
    expect(await setting.chat(finance)).toEqual([]);
    expect(await setting.chat(admin)).toEqual([]);
  });

  it('is told once, however many mornings come, and not at all where it is taken before it is sent', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    await plan([step('s1', addDays(DAY, 7))]);
    await mornings(8);
    const told = (await setting.chat(works)).filter((words) => words.includes('ใกล้ครบกำหนด'));
    expect(told).toHaveLength(1);

    const late = await plan([step('s1', addDays(DAY, 10))], { id: '2570-2', order: 2 });
    setting.clock.now = instantOf(addDays(DAY, 7), '05:00');
    await (await setting.freshDispatcher()).prepareCards(6 * 60 * MINUTE);
    const path = setting.paths.measure(late.id);
    await setting.documents.commit([
      { op: 'update', path, data: { steps: [taken('s1', addDays(DAY, 10))] } },
    ]);
    setting.clock.now = instantOf(addDays(DAY, 7), '08:30');
    await (await setting.freshDispatcher()).runOnce();
    const now = (await setting.chat(works)).filter((words) => words.includes('ใกล้ครบกำหนด'));
    expect(now).toHaveLength(1);
  });

  it('goes to the admins where no unit sees to it, and to nobody of a measure taken out of the plan', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    const admin = await addStaff('ดูแล', ['admin']);
    const steps = [step('s1', addDays(DAY, 1))];
    await plan(steps, { id: '2570-4' }, 'nobody');
    await plan(steps, { id: '2570-5', order: 5, removed: { day: DAY, by: admin } });
    await (await setting.freshDispatcher()).runOnce();
    expect(await setting.chat(works)).toEqual([]);
    expect((await setting.chat(admin)).map((words) => words.includes('1 ขั้นตอน'))).toEqual([true]);
  });
});

describe('a step that was not taken by its day', () => {
  it('is counted on the card of its unit, after a week on that of the executives; last year’s too', async () => {
    const works = await addStaff('สมชาย', ['officer'], 'works');
    const finance = await addStaff('มาลี', ['officer'], 'finance');
    const palad = await addStaff('ปลัด', ['executive']);
    await plan([step('s1', addDays(DAY, -1)), step('s2', addDays(DAY, -8)), taken('s3', addDays(DAY, -9))]);
    await plan([step('s1', '2026-09-30')], { id: '2569-1', fiscalYear: 2569 });
    await plan([step('s1', '2025-09-30')], { id: '2568-1', fiscalYear: 2568 });
    await (await setting.freshDispatcher()).runOnce();
    expect((await setting.chat(works)).join()).toMatch(/สรุปเช้านี้.*มาตรการเลยกำหนด.*3 ขั้นตอน/s);
    expect((await setting.chat(palad)).join()).toMatch(/มาตรการเลยกำหนด.*2 ขั้นตอน/s);
    expect(await setting.chat(finance)).toEqual([]);
  });
});
