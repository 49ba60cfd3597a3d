import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { makeReceipt } from '../../../domain/receipt/receipt.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody } from '../../support/person.ts';
import { eventOf, presses } from '../../support/webhook.ts';

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
const casesOf = async (number: string | undefined) =>
  (await all('cases')).filter(({ data }) => data.number === number);
const numberIn = (words: string) => /เลขเรื่อง (\d\d-\d{4,})/.exec(words)?.[1];

describe('a confirmed complaint', () => {
  it('is a case with its receipt, its alerts and the way back to who asked', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ไฟถนนดับหน้าวัดบ้านโนน', 'แจ้งผลในแชตนี้');
    const number = numberIn(await resident.taps('ยืนยันส่ง'));
    const [found, ...more] = await casesOf(number);
    expect(more).toEqual([]);
    expect(found?.data).toMatchObject({ kind: 'complaint', status: 'new', text: 'ไฟถนนดับหน้าวัดบ้านโนน' });

    const receipts = (await all('receipts')).filter(({ data }) => data.caseId === found?.id);
    const routes = (await all('routes')).filter(({ id }) => id === found?.id);
    const alerts = (await all('outbox')).filter(({ data }) =>
      JSON.stringify(data.notice).includes(found?.id ?? '-'),
    );
    expect([receipts.length, routes.length]).toEqual([1, 1]);
    expect(alerts.map(({ data }) => JSON.stringify(data.addressee)).join()).toMatch(
      new RegExp(`${demoOfficerId}|${demoDeputyId}`),
    );
    const stored = JSON.stringify([found, receipts, routes, alerts]);
    expect(stored).not.toContain(resident.userId);
    expect(stored).not.toContain(receipt);

    expect(await resident.says(receipt)).toContain(number);
    expect(await resident.says('เรื่องของฉัน')).toContain(number);
  });

  it('keeps nothing of who sent it where they chose so', async () => {
    const resident = somebody(bot);
    const before = (await all('sessions')).length;
    const receipt = await complains(resident, 'ไฟถนนดับหน้าโรงเรียน', 'ไม่เก็บว่าใครแจ้ง');
    const number = numberIn(await resident.taps('ยืนยันส่ง'));
    const [found] = await casesOf(number);
    expect((await all('routes')).some(({ id }) => id === found?.id)).toBe(false);
    expect((await all('sessions')).length).toBe(before);
    expect(await somebody(bot).says(receipt)).toContain(number);
  });

  it('without a record, keeps nothing of who comes back to it by its receipt, only what they say', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ไฟถนนดับหน้าร้านค้า', 'ไม่เก็บว่าใครแจ้ง');
    const number = numberIn(await resident.taps('ยืนยันส่ง'));
    const [found] = await casesOf(number);
    const before = (await all('sessions')).length;
    const later = somebody(bot);
    await later.says(receipt);
    await later.taps('เพิ่มข้อความ');
    expect((await all('sessions')).length).toBe(before + 1);
    expect(await later.says('ตอนนี้ดับทั้งซอยแล้ว')).toContain('พิมพ์รหัสลับอีกครั้ง');
    expect((await all('sessions')).length).toBe(before);

    const officer = somebody(bot, demoOfficerId);
    for (const change of ['accept', 'resolve']) await officer.presses(`v1|-|case|${change}.${found?.id}`);
    const withOfficer = (await all('sessions')).length;
    expect(await later.says(receipt)).toContain('ดับทั้งซอยแล้ว');
    expect(await later.taps('ยังไม่เรียบร้อย')).toContain('พิมพ์รหัสลับอีกครั้ง');
    expect((await casesOf(number))[0]?.data.status).toBe('in_progress');
    expect((await all('sessions')).length).toBe(withOfficer);
  });

  it('with a record, goes on with who comes back to it', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ไฟถนนดับหน้าสหกรณ์', 'แจ้งผลในแชตนี้');
    await resident.taps('ยืนยันส่ง');
    await resident.says(receipt);
    await resident.taps('เพิ่มข้อความ');
    await resident.says('เสาที่สองด้วย');
    expect(await resident.taps('เพิ่มข้อความ')).toContain('พิมพ์ข้อความที่อยากเพิ่ม');
  });

  it('is one case however often it is confirmed, by the same event or by another, in this process or the next', async () => {
    const resident = somebody(bot);
    await complains(resident, 'ไฟถนนดับหน้าตลาด', 'ไม่เก็บว่าใครแจ้ง');
    const button = resident.buttonOf('ยืนยันส่ง');
    const event = eventOf(resident.userId, presses(button));
    await bot.send(event);
    const number = numberIn(JSON.stringify(bot.line.answers.at(-1)?.replies));
    await bot.send({ ...event, replyToken: 'once-more' });
    expect(numberIn(JSON.stringify(bot.line.answers.at(-1)?.replies))).toBe(number);
    expect(numberIn(await resident.presses(button))).toBe(number);
    const other = await startTestBot(store.documents);
    await other.send({ ...event, replyToken: 'much-later' });
    expect(numberIn(JSON.stringify(other.line.answers.map(({ replies }) => replies)))).toBe(number);
    await other.close();
    expect(await casesOf(number)).toHaveLength(1);
  });

  it('takes a number of its own when many confirm at once', async () => {
    const residents = Array.from({ length: 20 }, () => somebody(bot));
    for (const resident of residents) await complains(resident, 'ไฟถนนดับในซอย', 'ไม่เก็บว่าใครแจ้ง');
    const numbers = await Promise.all(residents.map((one) => one.taps('ยืนยันส่ง').then(numberIn)));
    expect(new Set(numbers).size).toBe(20);
  });

  it('is pushed once, without the receipt, where the reply is refused', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ไฟถนนดับหน้าอนามัย', 'แจ้งผลในแชตนี้');
    bot.line.replying = async () => ({ ok: false, failure: 'refused', status: 400 });
    const event = eventOf(resident.userId, presses(resident.buttonOf('ยืนยันส่ง')));
    await bot.send(event);
    await bot.send({ ...event, replyToken: 'later' });
    const pushes = bot.line.answers.filter(({ by, to }) => by === 'push' && to === resident.userId);
    expect(pushes).toHaveLength(1);
    expect(pushes[0]?.retryKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(pushes).replaceAll(' ', '')).not.toContain(receipt);
  });
});

describe('receipts that open nothing', () => {
  it('are told so five times an hour, then nothing is looked up', async () => {
    const resident = somebody(bot);
    const mistyped = ['1000000000000000', '2000000000000000', '3000000000000000'];
    const invented = Array.from({ length: 6 }, (_, n) => makeReceipt(new Uint8Array(16).fill(n + 1)));
    for (const digits of mistyped) await resident.says(digits);
    const answers: string[] = [];
    for (const receipt of invented) answers.push(await resident.says(receipt));
    expect(new Set(answers.slice(0, 5)).size).toBe(1);
    expect(answers[5]).not.toBe(answers[4]);
  });
});

describe('staff', () => {
  it('work a case, once each step, and nobody else can', async () => {
    const resident = somebody(bot);
    const receipt = await complains(resident, 'ไฟถนนดับหน้าบ้าน', 'แจ้งผลในแชตนี้');
    const number = numberIn(await resident.taps('ยืนยันส่ง'));
    const [found] = await casesOf(number);
    const button = (change: string) => `v1|-|case|${change}.${found?.id}`;
    await resident.presses(button('accept'));
    expect((await casesOf(number))[0]?.data.status).toBe('new');

    const officer = somebody(bot, demoOfficerId);
    await officer.presses(button('accept'));
    expect((await casesOf(number))[0]?.data).toMatchObject({ status: 'accepted', assignee: demoOfficerId });
    await officer.presses(button('answer'));
    await officer.says('ช่างจะเข้าไปพรุ่งนี้เช้า');
    await officer.taps('ส่ง');
    await officer.presses(button('resolve'));
    expect(await resident.says(receipt)).toContain('ช่างจะเข้าไปพรุ่งนี้เช้า');
    await resident.taps('เรียบร้อยแล้ว');
    expect((await casesOf(number))[0]?.data.status).toBe('closed');
    expect((await all('routes')).some(({ id }) => id === found?.id)).toBe(false);
  });
});
