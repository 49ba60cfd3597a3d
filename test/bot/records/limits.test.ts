import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody, tips } from '../../support/person.ts';

const NOON = Date.parse('2026-11-24T05:00:00Z');
const DAY = 86_400_000;

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  bot.clock.now = () => NOON;
  return () => bot.close();
});

const casesOfKind = async (kind: string) =>
  (
    await store.documents.query({
      collection: 'agencies/khoen/cases',
      where: [],
      orderBy: [],
      limit: 1000,
    })
  ).filter(({ data }) => data.kind === kind).length;

describe('complaints of one sender', () => {
  it('are five a day; the sixth is kept as it is, and may be sent tomorrow', async () => {
    const person = somebody(bot);
    const before = await casesOfKind('complaint');
    for (let n = 1; n <= 5; n += 1) {
      await complains(person, `ไฟถนนดับเสาที่ ${n}`, 'แจ้งผลในแชตนี้');
      expect(await person.taps('ยืนยันส่ง')).toContain('ส่งเรื่องแล้ว');
    }
    await person.says('ไฟถนนดับเสาที่ 6');
    for (const label of ['แจ้งปัญหา', 'หมู่ 3', 'พอแล้ว']) await person.taps(label);
    const told = person.buttonOf('แจ้งผลในแชตนี้');
    await person.taps('แจ้งผลในแชตนี้');
    if (person.shown().includes('เรื่องเดียวกันไหม')) await person.taps('เป็นคนละเรื่อง');
    expect(person.shown()).toContain('วันนี้ท่านส่งครบ 5 เรื่องแล้ว');
    expect(await casesOfKind('complaint')).toBe(before + 5);

    const other = somebody(bot);
    await complains(other, 'ไฟถนนดับหน้าบ้านอีกคน', 'แจ้งผลในแชตนี้');
    expect(await other.taps('ยืนยันส่ง')).toContain('ส่งเรื่องแล้ว');

    bot.clock.now = () => NOON + DAY - 60_000;
    await person.presses(told);
    if (person.shown().includes('เรื่องเดียวกันไหม')) await person.taps('เป็นคนละเรื่อง');
    expect(person.shown()).toContain('ไฟถนนดับเสาที่ 6');
    expect(await person.taps('ยืนยันส่ง')).toContain('ส่งเรื่องแล้ว');
  });
});

describe('tips of one sender', () => {
  it('are three a day, whether sent or given up; then the other channels are named', async () => {
    const person = somebody(bot);
    const before = await casesOfKind('tip');
    for (const ends of ['ยืนยันส่ง', 'ยืนยันส่ง', 'ยกเลิกและลบ']) {
      await tips(person, 'กองช่าง', ['เรียกเงินค่าตรวจรับงาน']);
      await person.taps(ends);
    }
    await person.says('เมนู');
    await person.taps('แจ้งทุจริต');
    expect(await person.taps('แจ้งในแชตนี้')).toContain('ครบ 3 ครั้งแล้ว');
    expect(await casesOfKind('tip')).toBe(before + 2);
    expect(JSON.stringify(bot.line.answers.at(-1)?.replies)).toContain('1205');

    bot.clock.now = () => NOON + DAY;
    await tips(person, 'กองช่าง', ['เรียกเงินค่าตรวจรับงาน']);
    expect(await person.taps('ยืนยันส่ง')).toContain('ขอบคุณ');
  });
});
