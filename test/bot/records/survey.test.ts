import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../../bot/records/sweep.ts';
import { catalogue } from '../../../domain/catalogue/catalogue.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { type Person, somebody } from '../../support/person.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  return () => bot.close();
});

const all = async (collection: string) =>
  store.documents.query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 1000 });

const words = catalogue({ you: 'ท่าน', particle: 'ค่ะ' }).survey;

/** Answers everything with 4, skips what may be skipped; resolves to the last words. */
async function rates(person: Person) {
  await person.says('ประเมินบริการ #waste-collection');
  for (let steps = 0; steps < 12; steps += 1) {
    const shown = person.shown();
    if (shown.includes(words.done) || shown.includes('เดือนหน้า')) return shown;
    if (shown.includes('จาก 5')) await person.taps('4 มาก');
    else if (shown.includes('ตอบเพิ่ม')) await person.taps('พอแล้ว');
    else await person.taps('ข้าม');
  }
  throw new Error(`the survey never ends: ${person.shown()}`);
}

describe('a finished survey', () => {
  it('counts once a person and month, and says nothing of who', async () => {
    const people = [somebody(bot), somebody(bot)];
    for (const person of people) await rates(person);
    expect(await all('sessions')).toEqual([]);
    for (const person of people) await rates(person);
    const responses = await all('responses');
    expect(responses).toHaveLength(2);
    const answered = await all('answered');
    expect(answered).toHaveLength(1);
    expect(answered[0]?.data.marks).toHaveLength(2);
    const stored = JSON.stringify([responses, answered]);
    for (const { userId } of people) expect(stored).not.toContain(userId);
  });

  it('forgets who took part soon after its month is over', async () => {
    const monthsEnd = Date.parse('2026-11-30T16:00:00Z');
    bot.clock.now = () => monthsEnd;
    const person = somebody(bot);
    await rates(person);
    const november = async () =>
      (await all('answered')).filter(({ id }) => id === '2026-11.waste-collection').length;
    expect(await november()).toBe(1);
    await sweep(store.documents, Date.parse('2026-12-01T00:00:00Z'));
    expect(await november()).toBe(1);
    await sweep(store.documents, Date.parse('2026-12-02T17:00:00Z'));
    expect(await november()).toBe(0);
  });

  it('counts everybody who answers at once', async () => {
    const before = (await all('responses')).length;
    await Promise.all(Array.from({ length: 12 }, () => rates(somebody(bot))));
    expect((await all('responses')).length).toBe(before + 12);
  });
});
