import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { increment } from '../../../bot/store/documents.ts';
import { instantOf } from '../../../domain/calendar/day.ts';
import { alertTo, DAY, MINUTE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
afterEach(() => setting.close());

describe('a quota that runs low', () => {
  beforeEach(async () => {
    setting = await startSetting('10:20');
  });

  it('makes alerts wait for the full hour and go as one, but neither tips nor answers to residents', async () => {
    const officer = await setting.addOfficer('สมชาย');
    await setting.client.setChannel({ quotaLimit: 15 });
    const dispatcher = setting.dispatcher();
    for (let n = 1; n <= 3; n += 1) {
      await setting.addCase(`c${n}`);
      await setting.put(`e${n}`, alertTo(officer, `c${n}`));
      await dispatcher.runOnce();
      setting.clock.now += MINUTE;
    }
    await setting.put('tips', { addressee: { to: 'staff', staffId: officer }, notice: { notice: 'tips' } });
    expect(await dispatcher.runOnce()).toBe(1);
    expect(await setting.chat(officer)).toEqual([expect.stringContaining('เรื่องลับ')]);
    expect(await setting.entry('e1')).toMatchObject({ status: 'waiting', dueAt: instantOf(DAY, '11:00') });
    setting.clock.now = instantOf(DAY, '11:00');
    expect(await dispatcher.runOnce()).toBe(1);
    expect(await setting.chat(officer)).toHaveLength(4);
    const low = setting.lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'quota_low');
    expect(low.map(({ left }) => left)).toEqual([15, 14]);
  });

  it('is asked for every ten minutes at most', async () => {
    const officer = await setting.addOfficer('สมชาย');
    const dispatcher = setting.dispatcher();
    for (let n = 1; n <= 4; n += 1) {
      await setting.addCase(`c${n}`);
      await setting.put(`e${n}`, alertTo(officer, `c${n}`));
      await dispatcher.runOnce();
      setting.clock.now += 4 * MINUTE;
    }
    const { log } = await setting.client.state();
    expect(log.filter(({ path }) => path.endsWith('/quota'))).toHaveLength(2);
    expect(await setting.pushes()).toHaveLength(4);
  });
});

describe('the morning card', () => {
  beforeEach(async () => {
    setting = await startSetting('08:29');
  });

  const openCases = (unit: string, counts: Record<string, number>) =>
    setting.documents.commit([
      {
        op: 'merge',
        path: setting.paths.tally(`open-${unit}`),
        data: Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, increment(by)])),
      },
    ]);

  it('goes once to each who has something open, at its time, whoever makes it and however often', async () => {
    const works = await setting.addOfficer('สมชาย', 'works');
    const finance = await setting.addOfficer('มาลี', 'finance');
    await openCases('works', { all: 6, new: 2, 'due.2026-11-20': 3, [`due.${DAY}`]: 1 });
    await openCases('finance', { all: 0 });
    const [one, other] = [setting.dispatcher(), setting.dispatcher()];
    expect(await one.runOnce()).toBe(0);
    setting.clock.now += MINUTE;
    await Promise.all([one.runOnce(), other.runOnce()]);
    await setting.dispatcher().runOnce();
    setting.clock.now += 3 * 60 * MINUTE;
    await setting.dispatcher().runOnce();
    const [card, ...more] = await setting.chat(works);
    expect(more).toEqual([]);
    expect(card).toMatch(/24 พฤศจิกายน 2569.*เกินกำหนด.*3 เรื่อง.*1 เรื่อง.*2 เรื่อง.*6 เรื่อง/s);
    expect(await setting.chat(finance)).toEqual([]);
  });

  it('does not go on a day off, nor when the morning is over', async () => {
    const works = await setting.addOfficer('สมชาย', 'works');
    await openCases('works', { all: 1 });
    setting.clock.now = instantOf('2026-11-28', '09:00');
    await setting.dispatcher().runOnce();
    setting.clock.now = instantOf('2026-11-30', '20:00');
    await setting.dispatcher().runOnce();
    expect(await setting.chat(works)).toEqual([]);
    setting.clock.now = instantOf('2026-12-01', '09:00');
    await setting.dispatcher().runOnce();
    expect(await setting.chat(works)).toHaveLength(1);
  });
});
