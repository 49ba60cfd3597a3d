import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody } from '../../support/person.ts';
import { all } from './world.ts';

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

it('"ส่งคำตอบ" tapped again, because its answer was lost, says that it was sent, and sends nothing more', async () => {
  const resident = somebody(bot);
  await complains(resident, 'ไฟถนนดับหน้าวัด', 'แจ้งผลในแชตนี้');
  await resident.taps('ยืนยันส่ง');
  const paths = pathsOf('khoen');
  const [found] = await all({ documents: store.documents, ground: { paths } }, 'cases');
  const id = found?.id ?? '';
  const officer = somebody(bot, demoOfficerId);
  await officer.presses(`v1|-|case|answer.${id}`);
  await officer.says('ช่างจะไปพรุ่งนี้');
  const send = officer.buttonOf('ส่งคำตอบ');
  expect(await officer.presses(send)).toContain('ส่งคำตอบแล้ว');
  expect(await officer.presses(send)).toContain('ส่งคำตอบแล้ว');
  await officer.says('ขอบคุณ');
  expect(await officer.presses(send)).toContain('ส่งคำตอบแล้ว');
  const thread = await store.documents.query({
    collection: `${paths.case(id)}/messages`,
    where: [],
    orderBy: [],
    limit: 10,
  });
  expect(thread.map(({ data }) => data.text)).toEqual(['ช่างจะไปพรุ่งนี้']);
});
