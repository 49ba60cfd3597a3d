import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { somebody } from '../support/person.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  const questions = [{ question: 'จ่ายภาษีป้ายได้ถึงเมื่อไร', answer: 'ภายในเดือนมีนาคมของทุกปี ที่กองคลัง' }];
  const data = { version: 1, services: [], participation: [], questions };
  await store.documents.commit([{ op: 'set', path: 'agencies/khoen/settings/evidence', data }]);
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

it('what an executive approved answers a resident in the chat; what was not asked goes to an officer', async () => {
  const person = somebody(bot);
  await person.says('ภาษีป้ายจ่ายถึงวันไหนครับ');
  expect(await person.taps('สอบถาม')).toContain('ภายในเดือนมีนาคมของทุกปี');
  await person.taps('ได้คำตอบแล้ว');
  const cases = { collection: 'agencies/khoen/cases', where: [], orderBy: [], limit: 10 };
  expect(await store.documents.query({ ...cases })).toEqual([]);

  const other = somebody(bot);
  await other.says('ภาษีป้ายจ่ายถึงวันไหนครับ');
  await other.taps('สอบถาม');
  await other.taps('ยังไม่ตรง ส่งถามต่อ');
  await other.taps('ไม่เก็บว่าใครแจ้ง');
  await other.taps('ส่ง');
  expect(await store.documents.query({ ...cases })).toMatchObject([{ data: { kind: 'question' } }]);
});
