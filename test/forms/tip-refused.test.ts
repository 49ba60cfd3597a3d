import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { MOST_PART_OCTETS } from '../../sealing/form-contract.ts';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible } from '../support/page-checks.ts';
import { openSite, type Site } from './site.ts';
import { openSpoiledWay, type Spoil, type SpoiledWay } from './spoiled-way.ts';

const WALK_MILLISECONDS = 120_000;
const WORDS = 'ช่างคุมงานขอค่าน้ำชาห้าพันบาท';
const isPart = (path: string): boolean => /^\/api\/tips\/[^/]+\/\d+$/.test(path);
const isConfirmation = (path: string): boolean => /^\/api\/tips\/[^/]{20,}$/.test(path);

let browser: Browser;
let site: Site;
let way: SpoiledWay;
beforeAll(async () => {
  browser = await launchBrowser();
}, WALK_MILLISECONDS);
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite(browser);
  way = await openSpoiledWay(site.wire.url);
});
afterEach(async () => {
  await way.close();
  await site.close();
});

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Everything up to the receipt, with words in the form. */
async function toReview(page: Page): Promise<void> {
  await tap(page, 'เริ่ม');
  await page.getByLabel('กองช่าง').check();
  await tap(page, 'ไปต่อ');
  await page.getByLabel('เรียกเงิน/สินบน').check();
  await tap(page, 'ไปต่อ');
  await page.getByLabel('เกิดอะไรขึ้น').fill(WORDS);
  await tap(page, 'ไปต่อ');
  await tap(page, 'ตรวจแล้ว ไปต่อ');
}

const tips = async (): Promise<number> =>
  (await site.product.cases()).filter(({ kind }) => kind === 'tip').length;

/** The form as it is opened over the way on which requests are changed. */
async function formOverWay(): Promise<Page> {
  const page = await site.visit('/tip');
  await page.goto(`${way.url}/tip`);
  return page;
}

/** The body with another edition of the readers' keys, as if they had changed meanwhile. */
const ofOtherReaders = (body: Buffer): Buffer =>
  Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), edition: 'of another day' }));

const spoilt: readonly (readonly [what: string, spoil: Spoil, status: number])[] = [
  ['octets that are no sealed part', (path) => (isPart(path) ? randomBytes(500) : undefined), 400],
  [
    'a part beyond the size allowed',
    (path) => (isPart(path) ? randomBytes(MOST_PART_OCTETS + 1) : undefined),
    413,
  ],
  [
    'a confirmation of no known shape',
    (path) => (isConfirmation(path) ? Buffer.from('{"lookup":1}') : undefined),
    400,
  ],
  [
    'parts sealed to other readers',
    (path, body) => (isConfirmation(path) ? ofOtherReaders(body) : undefined),
    409,
  ],
];

it.each(spoilt)(
  'where %s arrived, the form says so, keeps every word, and sends when it is tried again',
  async (_, spoil, status) => {
    const page = await formOverWay();
    await toReview(page);
    const receipt = await page.locator('.receipt strong').innerText();
    way.spoil = spoil;
    await tap(page, 'จดรหัสแล้ว ยืนยันส่ง');
    await page.getByRole('heading', { name: 'ยังไม่ได้ส่ง' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('ที่พิมพ์ไว้ยังอยู่ครบ');
    expect(way.statuses).toContain(status);
    expect(await tips()).toBe(0);
    await expectAccessible(page);
    await tap(page, 'ย้อนกลับ');
    expect(await page.locator('.receipt strong').innerText()).toBe(receipt);
    await tap(page, 'ย้อนกลับ');
    await tap(page, 'ย้อนกลับ');
    expect(await page.getByLabel('เกิดอะไรขึ้น').inputValue()).toBe(WORDS);
    await tap(page, 'ไปต่อ');
    await tap(page, 'ตรวจแล้ว ไปต่อ');
    way.spoil = undefined;
    await tap(page, 'จดรหัสแล้ว ยืนยันส่ง');
    await page.getByRole('heading', { name: 'ส่งแล้ว' }).waitFor();
    expect(await page.locator('.receipt strong').innerText()).toBe(receipt);
    expect(await tips()).toBe(1);
  },
  WALK_MILLISECONDS,
);

it(
  'is one tip where the wire sends everything twice',
  async () => {
    const page = await formOverWay();
    await toReview(page);
    way.spoil = () => 'twice';
    await tap(page, 'จดรหัสแล้ว ยืนยันส่ง');
    await page.getByRole('heading', { name: 'ส่งแล้ว' }).waitFor();
    expect(way.statuses.length).toBeGreaterThan(3);
    expect(new Set(way.statuses)).toEqual(new Set([200]));
    expect(await tips()).toBe(1);
  },
  WALK_MILLISECONDS,
);
