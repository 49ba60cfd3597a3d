import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import {
  type AnnouncementEntry,
  emptyAnnouncements,
  withAnnouncement,
} from '../../domain/announcements/register.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { says, someUser } from '../support/webhook.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const LIST = 'http://localhost/announcements';
const entry = (id: string, title: string, from: string, until: string): AnnouncementEntry => ({
  id: id.repeat(12),
  n: 1,
  title,
  from,
  until,
  places: [],
  approvedOn: '2026-11-01',
});
const fog = { ...entry('a1', 'พ่นหมอกควัน', '2026-11-23', '2026-11-25'), places: ['หมู่ 4 บ้านเขิน'] };
const vaccine = entry('b1', 'ฉีดวัคซีนหมาแมวฟรี', '2026-12-01', '2026-12-01');
const tax = entry('c1', 'รับชำระภาษีถึงสิ้นปี', '2026-10-01', '2026-12-31');
const weir = entry('d1', 'ซ่อมฝายบ้านเขิน', '2026-09-01', '2026-12-31');
const over = entry('e1', 'งานลอยกระทง', '2026-11-20', '2026-11-21');

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
  bot.clock.now = () => NOW;
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const announce = (...entries: AnnouncementEntry[]): Promise<unknown> => {
  const register = entries.reduce((all, one) => withAnnouncement(all, one.id, one), emptyAnnouncements);
  const path = pathsOf('khoen').published('announcements');
  return store.documents.commit([{ op: 'set', path, data: plain(register) }]);
};
const say = (text: string, who = someUser()): Promise<Reply[]> => bot.does(who, says(text));
const opened = (replies: Reply[]): string[] =>
  replies.flatMap(({ choices }) => choices.flatMap((choice) => (choice.does === 'open' ? [choice.uri] : [])));
const labels = (replies: Reply[]): string[] =>
  replies.flatMap(({ choices }) => choices.map(({ label }) => label));
const words = (replies: Reply[]): string => replies.map(({ text }) => text).join('\n');

test('before anything was announced it says so, and offers to ask', async () => {
  const replies = await say('มีประกาศอะไรบ้าง');
  expect(words(replies)).toBe('ตอนนี้ไม่มีประกาศค่ะ');
  expect(labels(replies)).toEqual(['ถามเจ้าหน้าที่']);
});

test.each(['ประกาศ', 'ข่าว อบต.', 'มีประกาศอะไรบ้าง', 'ขอดูประกาศหน่อยค่ะ', 'มีข่าวหยังใหม่บ่', '7'])(
  '%s: the newest three that are not over, as links',
  async (text) => {
    await announce(tax, weir, over, vaccine, fog);
    const who = someUser();
    if (text === '7') await say('เมนู', who);
    const replies = await say(text, who);
    expect(opened(replies)).toEqual([...[vaccine, fog, tax].map(({ id }) => `${LIST}/${id}`), LIST]);
    expect(words(replies)).toBe(
      [
        'มีประกาศ 4 เรื่อง ล่าสุดคือ',
        '1. ฉีดวัคซีนหมาแมวฟรี\n1 ธันวาคม 2569',
        '2. พ่นหมอกควัน\n23 พ.ย. 2569 ถึง 25 พ.ย. 2569\nหมู่ 4 บ้านเขิน',
        '3. รับชำระภาษีถึงสิ้นปี\n1 ต.ค. 2569 ถึง 31 ธ.ค. 2569',
      ].join('\n\n'),
    );
  },
);

test('when all are over, the page that still has them is offered', async () => {
  await announce(over);
  const replies = await say('ข่าว');
  expect(words(replies)).toBe('ตอนนี้ไม่มีประกาศค่ะ');
  expect(opened(replies)).toEqual([LIST]);
});

test('ถามเจ้าหน้าที่ goes on to a question', async () => {
  const who = someUser();
  await announce(fog);
  expect(labels(await say('ประกาศ', who))).toEqual(['อ่านประกาศ', 'ดูประกาศทั้งหมด', 'ถามเจ้าหน้าที่']);
  expect(words(await say('ถามเจ้าหน้าที่', who))).toContain('อยากถาม');
});

test.each(['ประกาศเสียงตามสายดังมาก', 'ขอดูประกาศจัดซื้อจัดจ้าง', 'มีข่าวว่าปลัดเรียกเงิน', 'แจ้งข่าวไฟไหม้'])(
  '%s: asks for no news',
  async (text) => {
    await announce(fog);
    expect(opened(await say(text))).not.toContain(LIST);
  },
);

test('in the middle of reporting, the word belongs to the report', async () => {
  const who = someUser();
  await announce(fog);
  await say('ไฟดับหน้าวัด', who);
  expect(opened(await say('ประกาศ', who))).toEqual([]);
});

test('one answer costs one read', async () => {
  await announce(fog);
  const who = someUser();
  await say('สวัสดีค่ะ', who);
  const before = bot.counts.reads;
  await say('ประกาศ', who);
  expect(bot.counts.reads - before).toBe(1);
});
