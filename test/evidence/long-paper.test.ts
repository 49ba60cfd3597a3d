import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import { buildContent } from '../../domain/evidence/build.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { pageAgency } from '../../domain/published/frame.ts';
import { oitPage } from '../../domain/published/oit.ts';
import { launchBrowser } from '../browser/launch.ts';
import { type Printed, print, readPrinted, type Sheet } from '../support/pdf.ts';
import { inputsWith } from './inputs.ts';

const PATIENCE_MILLISECONDS = 180_000;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, PATIENCE_MILLISECONDS);
afterAll(() => browser.close());

const suggested = { '2026-10_suggestion_new': 3, '2027-02_suggestion_new': 2 };
/** What the table of months is called; marks above a letter come out of a PDF as they like. */
const CAPTION = /ผลการพิจารณาถ.?ง/;

const SENTENCE =
  'ที่ประชุมมีมติเห็นชอบให้บรรจุโครงการก่อสร้างถนนคอนกรีตเสริมเหล็กสายหลังวัดในแผนพัฒนาท้องถิ่นและให้สำรวจแนวเขตก่อนเสนออีกครั้ง';

/** So many things that residents had a say in, each told in many lines between two numbers. */
const held = (count: number, sentences: number) =>
  EvidenceProfile.parse({
    version: 1,
    participation: Array.from({ length: count }, (_, n) => ({
      title: `ประชาคมหมู่บ้าน ครั้งที่ ${n + 1}`,
      day: '2026-11-12',
      place: 'ศาลาประชาคมบ้านเขินองค์การบริหารส่วนตำบลเขิน',
      people: 40,
      result: [`begin${n}`, ...Array.from({ length: sentences }, () => SENTENCE), `end${n}`].join(' '),
    })),
  });

async function printed<One extends Sheet>(
  changed: Parameters<typeof inputsWith>[0],
  how: (page: Parameters<typeof readPrinted>[0]) => Promise<One[]>,
): Promise<One[]> {
  const inputs = inputsWith(changed);
  const approval = { n: 1, approvedOn: '2027-04-01', approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด' };
  const content = buildContent('participation', inputs);
  const of = { version: 1, fiscalYear: 2570, key: 'participation' } as const;
  const render = await lazyRenderer()();
  const version = { ...of, ...approval, content };
  const { html } = render(oitPage(pageAgency(inputs.agency), { ...of, approvals: [approval] }, version), {
    publicUrl: 'http://localhost',
  });
  const page = await browser.newPage();
  await page.setContent(html);
  const sheets = await how(page);
  await page.close();
  return sheets;
}

it(
  'a long table repeats its header on each sheet, and cuts no row in two',
  async () => {
    const count = 24;
    const sheets: Printed[] = await printed({ profile: held(count, 4) }, (page) => print(page, 'long-table'));
    expect(sheets.length).toBeGreaterThan(3);
    for (let n = 0; n < count; n += 1) {
      const on = (word: string) =>
        sheets.findIndex(({ words }) => new RegExp(`${word}${n}(?!\\d)`).test(words.replaceAll(/\s/g, '')));
      expect([n, on('begin') >= 0, on('begin')]).toEqual([n, true, on('end')]);
    }
    const withRows = sheets.filter(({ words }) => words.includes('begin'));
    for (const { words } of withRows) expect(words.replaceAll(/\s/g, '')).toMatch(/การน.{1,3}ไปใช้?/);
  },
  PATIENCE_MILLISECONDS,
);

it(
  'the lines to sign on are never alone on a sheet, nor cut in two, and nothing empty follows them, however long the paper is',
  async () => {
    for (let count = 1; count <= 20; count += 1) {
      const sheets = await printed({ profile: held(count, 0), cases: {}, preset: 'month-11' }, readPrinted);
      const signed = sheets.flatMap(({ words }, at) => (/ลงช/.test(words) ? [{ words, at }] : []));
      expect([count, signed.length, signed[0]?.at]).toEqual([count, 1, sheets.length - 1]);
      const [before = '', ...lines] = signed[0]?.words.split('ลงช') ?? [];
      expect([count, lines.length]).toEqual([count, 3]);
      expect(before.replace(/\d+ \/ \d+/, '').trim(), `with ${count} rows`).not.toBe('');
    }
  },
  PATIENCE_MILLISECONDS,
);

it(
  'what a table is called stands above its first row, on the same sheet, wherever the table begins',
  async () => {
    for (let sentences = 0; sentences <= 11; sentences += 1) {
      const sheets = await printed({ profile: held(3, sentences), cases: { 2570: suggested } }, readPrinted);
      const called = sheets.flatMap(({ words }) => words.replaceAll(/\s/g, '').split(CAPTION).slice(1));
      expect([sentences, called.length]).toEqual([sentences, 1]);
      expect(called[0], `with ${sentences} sentences each`).toContain('ต.ค.');
    }
  },
  PATIENCE_MILLISECONDS,
);
