import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSPHRASE } from '../../bot/agency/demo-keys.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { CaseDetail, Entered } from '../../domain/staff/cases.ts';
import { launchBrowser } from '../browser/launch.ts';
import { type Product, startProduct } from '../browser/product.ts';
import { DESK, openWindow, signInAs } from '../browser/sign-in.ts';
import { someTip, visitor } from '../forms/visitor.ts';
import { villager } from '../staff/browser/villager.ts';
import { expectLiteral, PAYLOADS, SHORT, TURNED, watch } from './payloads.ts';
import { asStaff } from './staff-call.ts';

const HALF_DAY = 12 * 3_600_000;
const ALL = [...PAYLOADS, TURNED].join('\n');
/** As much as an answer and a note take. */
const SOME = PAYLOADS.slice(0, 12).join('\n');
const SHOWN = [...PAYLOADS, 'ไฟล์ gpj.exe ซ่อน ขวา'];

let browser: Browser;
let product: Product;
let fromChat: string;
let fromDesk: string;
let receipt: string;

const caseIds = async (): Promise<string[]> =>
  (
    await product.documents.query({ collection: 'agencies/khoen/cases', where: [], orderBy: [], limit: 20 })
  ).flatMap(({ id, data }) => (data.kind === 'tip' ? [] : [id]));

/** The console of somebody who has signed in, and what goes wrong in it from then on. */
async function consoleOf(name: string): Promise<{ page: Page; wrong: string[] }> {
  const { page } = await openWindow(browser, { viewport: DESK });
  await signInAs(page, product, name, '#/menu');
  return { page, wrong: watch(page, product.url) };
}

/** A complaint whose words, place and further message are payloads. */
async function complaint(): Promise<void> {
  const resident = await villager(product, SHORT);
  let from = 0;
  const then = async (act: () => Promise<void>): Promise<void> => {
    from = resident.said().length;
    await act();
  };
  await then(() => resident.says(ALL));
  await then(() => resident.taps('แจ้งปัญหา/แจ้งซ่อม'));
  for (let steps = 0; steps < 8 && !resident.said().slice(from).includes('ยืนยันส่ง'); steps += 1) {
    const asked = resident.said().slice(from);
    if (asked.includes('เกี่ยวกับอะไร')) await then(() => resident.taps('ไฟฟ้าสาธารณะ'));
    else if (asked.includes('หมู่ไหน')) await then(() => resident.says(`หมู่ 4 ${SHORT}`));
    else if (asked.includes('เพิ่มไหม')) await then(() => resident.taps('พอแล้ว ไปต่อ'));
    else if (asked.includes('เรื่องเดียวกันไหม')) await then(() => resident.taps('เป็นคนละเรื่อง'));
    else await then(() => resident.taps('แจ้งผลในแชตนี้'));
  }
  await resident.taps('ยืนยันส่ง');
  receipt = /\d{4} \d{4} \d{4} \d{4}/.exec(resident.said())?.[0] ?? '';
  await resident.says(receipt);
  await resident.taps('เพิ่มข้อความ');
  await resident.says(`เพิ่มเติม ${SHORT}`);
}

beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
  await complaint();
  [fromChat = ''] = await caseIds();
  const officer = await asStaff(product, demoOfficerId);
  const entry = {
    once: randomBytes(24).toString('base64url'),
    ...{ kind: 'complaint', channel: 'phone', received: '2026-11-20', category: 'lamp' },
    ...{ place: 'moo-4', landmark: `หน้าวัด ${SHORT}`, text: ALL },
  };
  fromDesk = Entered.parse(await officer('POST', '/cases', entry)).id;
  let { edition } = CaseDetail.parse(await officer('GET', `/cases/${fromChat}`));
  ({ edition } = CaseDetail.parse(await officer('POST', `/cases/${fromChat}/note`, { edition, text: SOME })));
  await officer('POST', `/cases/${fromChat}/answer`, { edition, text: SOME });
  await visitor(product.url).send(someTip({ texts: PAYLOADS.slice(0, 12) }), 1, () => undefined);
  product.later(HALF_DAY);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

it('the console shows a resident’s payloads as words: list, case, memo, sealing, entered by phone', async () => {
  const { page, wrong } = await consoleOf('สมหญิง');
  const policy = (await page.request.get(`${product.url}/staff`)).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const views: [place: string, words: readonly string[]][] = [
    ['#/inbox', [SHOWN[0] ?? '']],
    [`#/case/${fromChat}`, [...SHOWN, SHORT, `เพิ่มเติม ${SHORT}`]],
    [`#/memo/${fromChat}`, SHOWN],
    [`#/seal/${fromChat}`, []],
    [`#/case/${fromDesk}`, [...SHOWN, `หน้าวัด ${SHORT}`]],
    [`#/memo/${fromDesk}`, SHOWN],
  ];
  for (const [place, words] of views) {
    await page.evaluate((to) => {
      location.hash = to;
    }, place);
    await page.locator('.console #main h1').waitFor();
    await expectLiteral(page, words);
  }
  expect(wrong).toEqual([]);
  await page.context().close();
});

it('a tip’s payloads are words to whoever opens it, and its pages stay what they are', async () => {
  const { page, wrong } = await consoleOf('วิชัย');
  await page.goto(`${product.url}/staff#/tips`);
  await page.getByLabel('รหัสผ่านกุญแจ (20 ตัว)').fill(DEMO_PASSPHRASE);
  await page.getByRole('button', { name: 'เปิดกุญแจ' }).click();
  await page.locator('.rows a').first().click();
  await page.getByText('ตรวจแล้ว ครบทุกชิ้น').waitFor();
  await expectLiteral(page, PAYLOADS.slice(0, 12));
  expect(wrong).toEqual([]);
  await page.context().close();
});

it('its reporter reads payloads of either side as words on the page of receipts', async () => {
  const { page } = await openWindow(browser);
  const wrong = watch(page, product.url);
  await page.goto(`${product.url}/track`);
  await page.getByLabel('รหัสลับ').fill(receipt);
  await page.getByRole('button', { name: 'ดูสถานะ', exact: true }).click();
  await page.getByText('เพิ่มเติม').waitFor();
  await expectLiteral(page, [...PAYLOADS.slice(0, 12), `เพิ่มเติม ${SHORT}`]);
  expect(wrong).toEqual([]);
  await page.context().close();
});
