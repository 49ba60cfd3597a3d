import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweep } from '../../../bot/records/sweep.ts';
import { openSeededStore, type SeededStore, startTestBot } from '../../support/bot.ts';
import { complains, somebody, tips } from '../../support/person.ts';

let store: SeededStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const inGroup = async (group: string) =>
  (await store.documents.query({ group, where: [], orderBy: [], limit: 1000 })).length;
const HOUR = 3_600_000;

it('takes what was given up, and leaves what was confirmed', async () => {
  const bot = await startTestBot(store.documents);
  const confirmed = somebody(bot);
  await complains(confirmed, 'ไฟถนนดับ', 'แจ้งผลในแชตนี้');
  await confirmed.taps('ยืนยันส่ง');
  const sealed = somebody(bot);
  await tips(sealed, 'กองคลัง', ['เบิกเงินเท็จ']);
  await sealed.taps('ยืนยันส่ง');
  const kept = await inGroup('messages');
  await tips(somebody(bot), 'กองคลัง', ['เปลี่ยนใจกลางคัน']);
  await somebody(bot).says('ค้างไว้');
  expect(await inGroup('messages')).toBeGreaterThan(kept);
  expect(await inGroup('sessions')).toBe(3);

  expect(await sweep(store.documents, Date.now())).toBe(0);
  await sweep(store.documents, Date.now() + HOUR);
  expect(await inGroup('sessions')).toBe(2);
  await sweep(store.documents, Date.now() + 49 * HOUR);
  expect([await inGroup('sessions'), await inGroup('messages'), await inGroup('limits')]).toEqual([
    0,
    kept,
    0,
  ]);
  expect([await inGroup('cases'), await inGroup('receipts')]).toEqual([2, 2]);
  await bot.close();
});
