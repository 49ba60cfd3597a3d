import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../domain/catalogue/catalogue.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { type Person, somebody } from '../support/person.ts';

const eit = { url: 'https://itas.example/eit/khoen', from: '2027-01-02', to: '2027-06-30' };
const words = catalogue({ you: 'ท่าน', particle: 'ค่ะ' }).survey;
let store: SeededStore;
let bot: TestBot;
beforeEach(async () => {
  store = await openSeededStore();
  await store.documents.commit([{ op: 'update', path: 'agencies/khoen', data: { eit } }]);
  bot = await startTestBot(store.documents);
});
afterEach(async () => {
  await bot.close();
  await store.close();
});

const on = (day: string): void => {
  const now = Date.parse(`${day}T05:00:00Z`);
  bot.clock.now = () => now;
};

async function rates(person: Person): Promise<string> {
  await person.says('ประเมินบริการ #waste-collection');
  for (let steps = 0; steps < 12; steps += 1) {
    const shown = person.shown();
    if (shown.includes(words.done)) return shown;
    if (shown.includes('จาก 5')) await person.taps('4 มาก');
    else await person.taps(shown.includes('ตอบเพิ่ม') ? 'พอแล้ว' : 'ข้าม');
  }
  throw new Error(`the survey never ends: ${person.shown()}`);
}

describe('the assessors’ own questions (EIT)', () => {
  it.each(['EIT', 'ตอบแบบวัด EIT ที่ไหน', 'ขอลิงก์ eit ครับ', 'แบบประเมิน ITA'])(
    'are led to by an admin’s link in their days, and by nothing outside them: %s',
    async (asked) => {
      const person = somebody(bot);
      on('2027-01-01');
      expect(await person.says(asked)).toContain('ยังไม่เปิดให้ตอบ');
      on('2027-01-02');
      const said = await person.says(asked);
      expect(said).toContain('ถึง 30 มิถุนายน 2570');
      expect(said).toContain('เราไม่เห็นและไม่เก็บคำตอบ');
      expect(JSON.stringify(bot.line.answers.at(-1)?.replies)).toContain(eit.url);
      on('2027-07-01');
      expect(await person.says(asked)).toContain('ยังไม่เปิดให้ตอบ');
    },
  );

  it('are offered to who has rated a service, in their days alone', async () => {
    on('2026-12-20');
    expect(await rates(somebody(bot))).not.toContain('EIT');
    on('2027-02-10');
    expect(await rates(somebody(bot))).toContain('แบบวัด EIT');
  });
});
