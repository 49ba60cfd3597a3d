import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { complains, somebody, tips } from '../support/person.ts';
import { eventOf, presses, says } from '../support/webhook.ts';
import { deliver } from './deliver.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const DAY = 86_400_000;
const all = (group: string) => store.documents.query({ group, where: [], orderBy: [], limit: 1000 });
/** What a replay must not change: cases, their threads, receipts, alerts, tallies. */
async function kept(): Promise<string> {
  const groups = ['cases', 'messages', 'attachments', 'receipts', 'routes', 'outbox', 'tallies', 'responses'];
  const found = await Promise.all(groups.map(all));
  return JSON.stringify(found.flat().map(({ path, data }) => [path, data]));
}
/** The same signed event in this process, in another, and in one that starts days later. */
async function replayEverywhere(event: object): Promise<void> {
  await deliver(bot, event);
  await deliver(bot, event);
  const other = await startTestBot(store.documents);
  await deliver(other, event, event);
  other.clock.now = () => Date.now() + 3 * DAY;
  await deliver(other, event);
  await other.close();
}

describe('a webhook that was recorded and is sent again', () => {
  it('confirms no second complaint, while its session is there and after it is gone', async () => {
    for (const told of ['แจ้งผลในแชตนี้', 'ไม่เก็บว่าใครแจ้ง'] as const) {
      const resident = somebody(bot);
      await complains(resident, `ไฟถนนดับ ${told}`, told);
      const event = eventOf(resident.userId, presses(resident.buttonOf('ยืนยันส่ง')));
      await deliver(bot, event);
      const before = await kept();
      await replayEverywhere(event);
      expect(await kept()).toBe(before);
    }
  });

  it('confirms no second tip', async () => {
    const person = somebody(bot);
    await tips(person, 'กองช่าง', ['เรียกเงินค่าตรวจรับงาน']);
    const event = eventOf(person.userId, presses(person.buttonOf('ยืนยันส่ง')));
    await deliver(bot, event);
    const before = await kept();
    await replayEverywhere(event);
    expect(await kept()).toBe(before);
  });

  it('adds no second message to a case', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ท่อน้ำแตกหน้าตลาด', 'แจ้งผลในแชตนี้');
    await resident.taps('ยืนยันส่ง');
    await resident.says(receipt);
    await resident.taps('เพิ่มข้อความ');
    const event = eventOf(resident.userId, says('น้ำท่วมถนนแล้ว'));
    await deliver(bot, event);
    const before = await kept();
    expect(before).toContain('น้ำท่วมถนนแล้ว');
    await replayEverywhere(event);
    expect(await kept()).toBe(before);
  });

  it('adds no second message to a tip, nor opens its thread', async () => {
    const person = somebody(bot);
    const receipt = await tips(person, 'กองคลัง', ['เบิกเงินเท็จ']);
    await person.taps('ยืนยันส่ง');
    const later = somebody(bot);
    await later.says(receipt);
    await later.taps('อ่านในแชตนี้');
    const event = eventOf(later.userId, says('มีเอกสารอีกใบ'));
    await deliver(bot, event);
    const before = await kept();
    await replayEverywhere(event);
    expect(await kept()).toBe(before);
  });

  it('rates no service twice', async () => {
    const person = somebody(bot);
    await person.says('ประเมินบริการ');
    const events: object[] = [];
    for (let steps = 0; steps < 12 && (await all('responses')).length === 0; steps += 1) {
      const event = eventOf(person.userId, says('1'));
      events.push(event);
      await deliver(bot, event);
    }
    expect(await all('responses')).toHaveLength(1);
    const before = await kept();
    for (const event of events) await replayEverywhere(event);
    expect(await kept()).toBe(before);
  });
});
