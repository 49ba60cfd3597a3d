import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import { buildContent } from '../../domain/evidence/build.ts';
import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import type { EvidenceKey } from '../../domain/evidence/keys.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { pageAgency } from '../../domain/published/frame.ts';
import { oitPage } from '../../domain/published/oit.ts';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible, expectNoOverflow } from '../support/page-checks.ts';
import { A4, print } from '../support/pdf.ts';
import { inputsWith } from './inputs.ts';

const ARTEFACTS = new URL('../../artefacts/documents/', import.meta.url);
const PATIENCE_MILLISECONDS = 120_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  await mkdir(ARTEFACTS, { recursive: true });
}, PATIENCE_MILLISECONDS);
afterAll(() => browser.close());

const months = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];
/** A half-year with something of everything. */
const cases = Object.fromEntries(
  months.flatMap((month, n) =>
    Object.entries({
      complaint_closed: 3 + n * 2,
      complaint_new: 2,
      complaint_referred: 1,
      suggestion_closed: 1 + (n % 3),
      suggestion_new: n % 2,
      question_closed: 4,
      'complaint_via-line': 4 + n,
      'complaint_via-phone': 2,
      'complaint_via-paper': n,
      'about-lamp': 3,
      'about-road': 2 + n,
      'about-water': 1,
    }).map(([name, count]): [string, number] => [`${month}_${name}`, count]),
  ),
);
const profile = EvidenceProfile.parse({
  version: 1,
  participation: [
    {
      title: 'ประชาคมหมู่บ้าน หมู่ 4',
      day: '2027-01-12',
      place: 'ศาลาประชาคม',
      people: 62,
      result: 'เสนอถนนสายหลังวัด บรรจุในแผนพัฒนาท้องถิ่น',
    },
  ],
});

/** The page of evidence as it is once approved, in a browser. */
async function shown(key: EvidenceKey, changed: Partial<EvidenceInputs>): Promise<Page> {
  const inputs = inputsWith({
    cases: { 2570: cases },
    tips: { '2570-1': { all: 2, done: 1 } },
    profile,
    ...changed,
  });
  const approval = { n: 1, approvedOn: '2027-04-01', approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด' };
  const content = buildContent(key, inputs);
  const version = { version: 1, fiscalYear: 2570, key, ...approval, content } as const;
  const head = { version: 1, fiscalYear: 2570, key, approvals: [approval] } as const;
  const render = await lazyRenderer()();
  const { html } = render(oitPage(pageAgency(inputs.agency), { ...head, approvals: [approval] }, version), {
    publicUrl: 'http://localhost',
  });
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.setContent(html);
  return page;
}

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, ARTEFACTS)), fullPage: true });

describe('a document on paper', () => {
  it.each(['complaint_statistics', 'participation'] as const)(
    '%s comes out on A4 in Thai digits, with charts and lines to sign on',
    async (key) => {
      const page = await shown(key, { digits: 'thai' });
      await expectAccessible(page);
      await shoot(page, `${key}-390`);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoOverflow(page);
      const sheets = await print(page, key);
      for (const { width, height, ink } of sheets) {
        expect({ width, height }).toEqual(A4);
        expect(ink).toBeGreaterThan(0.005);
      }
      const words = sheets.map((sheet) => sheet.words).join(' ');
      expect(words).toContain('๒๕๗๐');
      expect(words.replace(/\d+ \/ \d+/g, '')).not.toMatch(/(?<![a-z])25(69|70)/);
      expect(await page.locator('figure.chart').count()).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.signatures').isVisible()).toBe(true);
      expect(await page.locator('footer').isVisible()).toBe(false);
      await page.close();
    },
    PATIENCE_MILLISECONDS,
  );

  it(
    'draws each column as high as its number, and says the numbers in a table',
    async () => {
      const page = await shown('complaint_statistics', {});
      const heights = await page
        .locator('figure')
        .first()
        .locator('svg > g')
        .evaluateAll((groups) =>
          groups.map((group) => [...group.querySelectorAll('rect')].map((rect) => rect.height.baseVal.value)),
        );
      const unit = 160 / 16;
      expect(heights).toHaveLength(6);
      for (const [n, [done = 0, underway = 0]] of heights.entries()) {
        expect(done).toBeCloseTo((4 + n * 2) * unit, 1);
        expect(underway).toBeCloseTo(2 * unit, 1);
      }
      const cells = await page.locator('#table-general tbody tr').last().locator('td').allInnerTexts();
      expect(cells.map((cell) => Number(cell))).toEqual([66, 54, 12, 6, 0]);
      await page.close();
    },
    PATIENCE_MILLISECONDS,
  );

  it('of a quarter has no number of tips, and says where they are', async () => {
    const page = await shown('complaint_statistics', { preset: 'quarter-1' });
    expect(await page.locator('#table-corruption').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('เอกสารของเดือนหรือไตรมาสไม่มีตัวเลขเรื่องทุจริต');
    await page.close();
  });

  it('of a period in which nothing came says so in words', async () => {
    const page = await shown('participation', { cases: {}, preset: 'month-11' });
    const words = await page.locator('main').innerText();
    expect(words).toContain('ไม่มีข้อเสนอแนะในระบบในช่วงเวลานี้');
    expect(words).toContain('ยังไม่ได้กรอกกิจกรรมของเดือนพฤศจิกายน ปีงบประมาณ 2570');
    expect(await page.locator('figure.chart').count()).toBe(0);
    await page.close();
  });
});
