import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import {
  emptyRegister,
  type PaperEntry,
  type PapersRegister,
  withPaper,
} from '../../domain/papers/register.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { says, someUser } from '../support/webhook.ts';

let store: SeededStore;
let bot: TestBot;
const entry = (title: string, more: Partial<PaperEntry> = {}): PaperEntry => ({
  id: randomBytes(12).toString('hex'),
  n: 1,
  title,
  kind: 'manual',
  fiscalYear: 2570,
  day: '2026-10-01',
  source: { type: 'link', url: 'https://example.org/' },
  approvedOn: '2026-10-02',
  ...more,
});
const build = entry('คู่มือสำหรับประชาชน: การขออนุญาตก่อสร้างอาคาร');
const waste = entry('ข้อบัญญัติ เรื่อง การจัดการสิ่งปฏิกูลและมูลฝอย พ.ศ. 2565', { kind: 'regulation' });
const others = ['คู่มือภาษีป้าย', 'คู่มือเบี้ยผู้สูงอายุ', 'คู่มือขอใช้น้ำประปา', 'คู่มือรับเรื่องร้องเรียน'].map((title) =>
  entry(title),
);
beforeAll(async () => {
  store = await openSeededStore();
  let register: PapersRegister = emptyRegister;
  for (const one of [build, waste, ...others]) {
    const next = withPaper(register, one.id, one, false);
    if (next === 'full') throw new Error('there is room for six');
    register = next;
  }
  await store.documents.commit([
    { op: 'set', path: pathsOf('khoen').published('papers'), data: plain(register) },
  ]);
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const say = (text: string, who = someUser()): Promise<Reply[]> => bot.does(who, says(text));
const opened = (replies: Reply[]): string[] =>
  replies.flatMap(({ choices }) => choices.flatMap((choice) => (choice.does === 'open' ? [choice.uri] : [])));
const labels = (replies: Reply[]): string[] =>
  replies.flatMap(({ choices }) => choices.map(({ label }) => label));
const words = (replies: Reply[]): string => replies.map(({ text }) => text).join('\n');

test.each([
  ['ขอคู่มือขออนุญาตก่อสร้าง', build],
  ['อยากได้คู่มือสร้างบ้านค่ะ', build],
  ['ขอดูข้อบัญญัติขยะ', waste],
  ['ข้อบัญญัติขยะอยู่ไหน', waste],
  ['ขอเบิ่งข้อบัญญัติเรื่องขยะแด่', waste],
])('%s: the best comes first, as a link to its page', async (text, best) => {
  const replies = await say(text);
  expect(opened(replies)[0]).toBe(`http://localhost/papers/${best.id}`);
  expect(words(replies)).toContain(best.title);
  expect(labels(replies)).toContain('ถามเจ้าหน้าที่');
});

test('at most three are offered, and the page that shows the rest', async () => {
  const replies = await say('ขอคู่มือ');
  expect(opened(replies)).toHaveLength(4);
  expect(opened(replies)[3]).toBe(`http://localhost/papers?q=${encodeURIComponent('ขอคู่มือ')}`);
  expect(words(replies)).toContain('พบ 5 ฉบับ');
});

test('what is not there is said, and the words go on to an officer without being asked for again', async () => {
  const who = someUser();
  const replies = await say('ขอคู่มือเลี้ยงจระเข้', who);
  expect(words(replies)).toContain('ไม่พบเอกสาร');
  expect(labels(replies)).toContain('สอบถาม');
  const asked = await say('สอบถาม', who);
  expect(labels(asked).join()).not.toContain('ไม่พบ');
  const review = await say('2', who);
  expect(review.some((reply) => reply.reply === 'card' && JSON.stringify(reply).includes('จระเข้'))).toBe(
    true,
  );
});

test.each(['เจ้าหน้าที่เรียกเงินค่าแบบฟอร์ม', 'ขอแจ้งไฟดับหน้าวัด', 'รายงานว่าถนนพังหมู่ 4'])(
  '%s: is no wish for a paper',
  async (text) => {
    expect(opened(await say(text)).filter((uri) => uri.includes('/papers'))).toEqual([]);
  },
);

test('in the middle of reporting, words that name a paper belong to the report', async () => {
  const who = someUser();
  await say('ไฟดับหน้าวัด', who);
  const replies = await say('ขอดูข้อบัญญัติขยะ', who);
  expect(opened(replies)).toEqual([]);
});

test('a search costs no read more than once in half a minute', async () => {
  await say('ขอคู่มือภาษีป้าย');
  const before = { ...bot.counts };
  await say('ขอคู่มือน้ำประปา');
  expect(bot.counts.reads - before.reads).toBeLessThanOrEqual(2);
});
