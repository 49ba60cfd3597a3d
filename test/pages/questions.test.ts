import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStage, type PagesStage, wholePage } from './stage.ts';

const tax = { question: 'จ่ายภาษีป้ายได้ถึงเมื่อไร', answer: 'ภายในเดือนมีนาคม ที่กองคลัง' };
const pension = { question: 'เบี้ยผู้สูงอายุได้เดือนละเท่าไหร่', answer: '60-69 ปี ได้ 600 บาท' };
const waste = { question: 'ถังขยะขอได้ที่ไหน', answer: 'กองสาธารณสุข ฟรี\nโทร 045-000-000' };
const script = { question: '<b>x</b>', answer: '<script>alert(1)</script>' };

let site: PagesStage;
beforeAll(async () => {
  site = await openStage();
});
afterEach(() => site.cutStore(false));
afterAll(() => site.close());

const open = async (words?: string): Promise<{ status: number; html: string }> => {
  const query = words === undefined ? '' : `?q=${encodeURIComponent(words)}`;
  const response = await fetch(`${site.url}/questions${query}`);
  return { status: response.status, html: await response.text() };
};
const shown = (html: string): string[] =>
  [...html.matchAll(/<summary>([^<]*)<\/summary>/g)].map(([, question]) => question ?? '');

test('before anything was published it says so, and offers to ask', async () => {
  const { status, html } = await open();
  expect(status).toBe(200);
  expect(html).toContain('ยังไม่มีคำถามที่ตอบไว้');
  expect(html).toContain('href="tel:045000000"');
  expect(html).not.toContain('<form');
});

test('all stand there, folded; what is sought stands open', async () => {
  await site.publish({ ...wholePage, questions: [tax, pension, waste, script] });
  site.later(60_000);
  const { html } = await open();
  expect(shown(html)).toEqual([tax, pension, waste].map(({ question }) => question).concat('&lt;b>x&lt;/b>'));
  expect(html).toContain('4 คำถาม');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<details open');
  const found = await open('ภาษี');
  expect(shown(found.html)).toEqual([tax.question]);
  expect(found.html).toContain('<details open');
});

test.each([
  ['ขยะ', [waste.question]],
  ['อยากรู้ว่าจ่ายภาษีป้ายเมื่อไหร่คะ', [tax.question]],
  ['เบี้ยคนแก่ผู้สูงอายุ', [pension.question]],
  ['๖๐๐ บาท', [pension.question]],
  ['กองคลัง', [tax.question]],
  ['ที่ไหน', [waste.question]],
  ['  ', [tax, pension, waste, script].map(({ question }) => question)],
])('somebody looks for “%s”', async (words, questions) => {
  expect(shown((await open(words)).html)).toEqual(questions.map((one) => one.replaceAll('<', '&lt;')));
});

test('what nobody asked yet is said in words, with whom to ask; what was typed stays, as text', async () => {
  const { status, html } = await open('ยานอวกาศ "><script>');
  expect(status).toBe(200);
  expect(shown(html)).toEqual([]);
  expect(html).toContain('ยังไม่มีคำตอบเรื่องนี้');
  expect(html).toContain('<a href="https://line.me/R/ti/p/@khoen">ถามทาง LINE</a>');
  expect(html).toContain('value="ยานอวกาศ &quot;>&lt;script>"');
  expect(html).not.toContain('<script>');
});

test('a search of no shape is the whole page, and a long one is cut', async () => {
  const odd = await fetch(`${site.url}/questions?q[a]=1&q=x&q=y`);
  expect(odd.status).toBe(200);
  const { html } = await open('ก'.repeat(5000));
  expect(html.length).toBeLessThan(20_000);
});

test('any number of searches cost the one read of the page in half a minute', async () => {
  site.later(60_000);
  await open();
  const before = { ...site.counts };
  for (const words of ['ภาษี', 'ขยะ', 'ไม่มี', 'เบี้ย']) await open(words);
  await fetch(`${site.url}/`);
  expect(site.counts).toEqual(before);
});

test('while the store fails, what was read is shown on', async () => {
  site.cutStore(true);
  site.later(60_000);
  expect(shown((await open('ขยะ')).html)).toEqual([waste.question]);
});
