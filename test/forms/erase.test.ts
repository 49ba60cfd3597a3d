import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays, dayOf } from '../../domain/calendar/day.ts';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { formatReceipt } from '../../domain/receipt/receipt.ts';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible, expectNoOverflow } from '../support/page-checks.ts';
import { openSite, type Site } from './site.ts';
import { someReceipt, someTip, type Visitor, visitor } from './visitor.ts';

const PATIENCE_MILLISECONDS = 180_000;
let browser: Browser;
let site: Site;
let guest: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
}, PATIENCE_MILLISECONDS);
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite(browser);
  guest = visitor(site.product.url);
}, PATIENCE_MILLISECONDS);
afterEach(() => site.close());

const documents = () => site.product.documents;
const all = (collection: string) =>
  documents().query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 10 });
const why = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'why' in error ? error.why : error),
  );

/** A tip that was sent by the form, with its case's path. */
async function sentTip() {
  const tip = someTip();
  await guest.send(tip, 1, () => undefined);
  const [one] = await all('cases');
  return { tip, path: one?.path ?? '', id: one?.id ?? '' };
}

const close = (path: string) => documents().commit([{ op: 'update', path, data: { status: 'closed' } }]);

it('a closed tip is asked to go and taken back by its receipt; an open one is not; a wrong receipt says nothing', async () => {
  const { tip, path, id } = await sentTip();
  expect(await guest.follower.follow(tip.receipt)).toMatchObject({ erasure: { how: 'asks' } });
  expect(await why(guest.follower.erase('erase'))).toBe('still_open');
  expect(await all('erasures')).toEqual([]);

  await close(path);
  expect(await guest.follower.follow(tip.receipt)).toMatchObject({ erasure: { how: 'goes' } });
  const asked = await guest.follower.erase('erase');
  const from = asked.found === 'tip' ? asked.erasure.from : undefined;
  expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect((await all('erasures')).map(({ id: of, data }) => [of, data])).toEqual([[id, { version: 1, from }]]);
  const kept = await guest.follower.erase('keep');
  expect(kept).toMatchObject({ erasure: { how: 'goes' } });
  expect(await all('erasures')).toEqual([]);

  await guest.follower.follow(someReceipt());
  expect(await why(guest.follower.erase('erase'))).toBe('not_found');
});

it('on the page: two steps that say what goes and what stays, and a way back', async () => {
  const { tip, path } = await sentTip();
  const page = await site.visit('/track', { width: 320 });
  const lookUp = async (): Promise<void> => {
    await page.getByLabel('รหัสลับ').fill(formatReceipt(tip.receipt));
    await page.getByRole('button', { name: 'ดูสถานะ' }).click();
    await page.getByRole('heading', { name: 'สถานะ' }).waitFor();
  };
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await lookUp();
  await tap('ขอลบเรื่องนี้');
  await page.getByText('จึงยังลบไม่ได้').waitFor();
  await expectAccessible(page);
  await tap('ส่งคำขอ');
  await page.getByText('ผู้แจ้งขอให้ลบเรื่องนี้').waitFor();

  await tap('ปิดเรื่องนี้จากหน้าจอ');
  await close(path);
  await lookUp();
  await tap('ขอลบเรื่องนี้');
  await page.getByText('ที่ยังเหลือ คือจำนวนในสถิติ').waitFor();
  await site.shoot(page, 'track-erase-320');
  await expectNoOverflow(page);
  await tap('เก็บไว้');
  await tap('ขอลบเรื่องนี้');
  await tap('ลบเรื่องนี้');
  await tap('ไม่ลบแล้ว');
  await page.getByText('เก็บเรื่องไว้ตามเดิมแล้ว').waitFor();
  await tap('ขอลบเรื่องนี้');
  await tap('ลบเรื่องนี้');
  await page.getByRole('button', { name: 'ไม่ลบแล้ว' }).waitFor();
  await site.shoot(page, 'track-erasing-320');
  await expectAccessible(page);
  const [erasure] = await all('erasures');
  const from = String(erasure?.data.from);
  expect(from >= addDays(dayOf(Date.parse('2026-11-01')), 7)).toBe(true);
  await page
    .getByText(`คืนวันที่ ${thaiDate(from, 'long')}`)
    .first()
    .waitFor();
});
