import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible, expectNoOverflow } from '../support/page-checks.ts';
import { openSite, type Site } from './site.ts';

const WALK_MILLISECONDS = 120_000;
const MAIN = ['overall', 'process', 'channel', 'staff', 'facilities'];

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
}, WALK_MILLISECONDS);
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite(browser);
});
afterEach(() => site.close());

const all = async (collection: string) =>
  site.product.documents.query({
    collection: `agencies/khoen/${collection}`,
    where: [],
    orderBy: [],
    limit: 200,
  });
const tally = async () => (await all('tallies')).find(({ id }) => id === 'survey-2570-land-tax')?.data;
const address = (rest = '') => `${site.wire.url}/rate/land-tax${rest}`;
const once = async (): Promise<string> =>
  /name="once" value="([0-9a-f]{30})"/.exec(await (await fetch(address())).text())?.[1] ?? '';
const answers = (rating: string, more: Record<string, string> = {}) =>
  new URLSearchParams([...MAIN.map((id) => [`q.${id}`, rating]), ...Object.entries(more)]);
const post = (body: URLSearchParams, rest = '', headers = {}) =>
  fetch(address(rest), { method: 'POST', body, headers, redirect: 'manual' });

describe('the counter survey', () => {
  it(
    'is five taps and one press with scripts off, and counts by channel without a person',
    async () => {
      const page = await site.visit('/rate/land-tax?channel=tablet', { width: 320, scripts: false });
      await site.shoot(page, 'rate-1-empty-320');
      await page.getByRole('button', { name: 'ส่งคำตอบ' }).click();
      await page.getByText('ยังเหลืออีก 5 ข้อ').waitFor();
      for (const id of MAIN.slice(1)) await page.locator(`input[name="q.${id}"][value="4"]`).check();
      await page.getByText('บอกเพิ่มได้').click();
      await page.getByLabel('อยากบอกอะไรเพิ่ม').fill('=HYPERLINK("x") โทร 1234567890121');
      await page.getByRole('button', { name: 'ส่งคำตอบ' }).click();
      await page.getByText('ยังเหลืออีก 1 ข้อ').waitFor();
      await site.shoot(page, 'rate-2-unanswered-320');
      expect(await all('responses')).toEqual([]);
      await page.locator('input[name="q.overall"][value="5"]').check();
      await page.getByRole('button', { name: 'ส่งคำตอบ' }).click();
      await page.getByText('ส่งคำตอบแล้ว ขอบคุณ').waitFor();
      await site.shoot(page, 'rate-3-done-320');
      const [response] = await all('responses');
      expect(response?.data).toMatchObject({
        survey: 'satisfaction',
        service: 'land-tax',
        channel: 'tablet',
        day: '2026-11-24',
        ratings: { overall: 5, process: 4, channel: 4, staff: 4, facilities: 4 },
      });
      expect(response?.data.comment).not.toContain('1234567890121');
      expect(await tally()).toMatchObject({ n: 1, channel_tablet: 1, sum_overall: 5, n_staff: 1 });
      await page.getByRole('link', { name: 'เริ่มให้คนต่อไป' }).click();
      expect(await page.locator('input:checked').count()).toBe(0);

      const phone = await site.visit('/rate/land-tax');
      await expectAccessible(phone);
      await site.shoot(phone, 'rate-1-empty-390');
      for (const id of MAIN) await phone.locator(`input[name="q.${id}"][value="3"]`).check();
      await expectNoOverflow(phone);
      await phone.getByRole('button', { name: 'ส่งคำตอบ' }).click();
      await phone.getByText('ส่งคำตอบแล้ว ขอบคุณ').waitFor();
      await expectAccessible(phone);
      expect(await tally()).toMatchObject({ n: 2, channel_tablet: 1, channel_web: 1 });
      expect(await phone.context().cookies()).toEqual([]);
      const wide = await site.visit('/rate/land-tax?channel=tablet', { width: 1024, height: 768 });
      await expectAccessible(wide);
      await site.shoot(wide, 'rate-1-empty-1024');
    },
    WALK_MILLISECONDS,
  );

  it('counts a form once however often it is sent, and nothing that is no answer', async () => {
    const form = await once();
    const sent = await Promise.all(Array.from({ length: 5 }, () => post(answers('5', { once: form }))));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(await all('responses')).toHaveLength(1);
    expect(await tally()).toMatchObject({ n: 1 });
    const bad = [
      answers('6', { once: await once() }),
      answers('five', { once: await once() }),
      answers('5', { once: await once(), reason: 'of no kind' }),
      answers('5', { once: await once(), 'q.nobody': '5', age: 'old' }),
      answers('5', { once: '../../cases/x' }),
      answers('5'),
    ];
    for (const body of bad) {
      const response = await post(body);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('ช่วยเลือกอีกครั้ง');
    }
    const foreign = await post(answers('5', { once: await once() }), '', { 'sec-fetch-site': 'cross-site' });
    expect(await foreign.text()).toContain('ช่วยเลือกอีกครั้ง');
    expect((await post(answers('5', { once: await once() }), '-of-nowhere')).status).toBe(404);
    expect(await all('responses')).toHaveLength(1);
  });

  it('takes no more in a minute than a counter has visitors, and says so', async () => {
    const forms = await Promise.all(Array.from({ length: 61 }, () => once()));
    const statuses: number[] = [];
    for (const form of forms) statuses.push((await post(answers('4', { once: form }))).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    const late = await post(answers('4', { once: forms.at(-1) ?? '' }));
    expect(await late.text()).toContain('รับคำตอบไม่ทัน');
  });

  it(
    'has a poster to print on one sheet, whose code leads to it',
    async () => {
      const page = await site.visit('/rate/land-tax/qr');
      await expectAccessible(page);
      await site.shoot(page, 'rate-4-poster-390');
      const paths = await page.locator('.poster path').getAttribute('d');
      expect(paths).toMatch(/^M4 4h1v1h-1z/);
      await page.emulateMedia({ media: 'print' });
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const svg = await page.locator('.poster svg').screenshot();
      expect((await sharp(svg).metadata()).width).toBeGreaterThan(200);
      const list = await site.visit('/rate');
      await expectAccessible(list);
      await list.getByRole('link', { name: 'ภาษีที่ดิน/ภาษีป้าย' }).waitFor();
    },
    WALK_MILLISECONDS,
  );
});
