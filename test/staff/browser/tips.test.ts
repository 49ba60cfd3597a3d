import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE } from '../../../bot/agency/demo-keys.ts';
import { launchBrowser } from '../../browser/launch.ts';
import { type Product, startProduct } from '../../browser/product.ts';
import { DESK, openWindow, PHONE, SMALL, signInAs, type Window } from '../../browser/sign-in.ts';
import { someTip, visitor } from '../../forms/visitor.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';

const ARTEFACTS = new URL('../../../artefacts/tips/', import.meta.url);
const HALF_DAY = 12 * 3_600_000;
const DAY = 24 * 3_600_000;

let browser: Browser;
let product: Product;
const windows: Window[] = [];
beforeAll(async () => {
  await mkdir(ARTEFACTS, { recursive: true });
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
}, 120_000);
afterAll(async () => {
  for (const { page } of windows) await page.context().close();
  await browser.close();
  await product.close();
  expect(windows.flatMap(({ problems }) => problems)).toEqual([]);
});

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, ARTEFACTS)), fullPage: true });
async function consoleOf(name: string, place: string, viewport = PHONE): Promise<Page> {
  const opened = await openWindow(browser, { viewport });
  windows.push(opened);
  await signInAs(opened.page, product, name, place);
  return opened.page;
}
async function unlock(page: Page, passphrase = DEMO_PASSPHRASE): Promise<void> {
  await page.getByLabel('รหัสผ่านกุญแจ (20 ตัว)').fill(passphrase);
  await page.getByRole('button', { name: 'เปิดกุญแจ' }).click();
}
async function send(more: Parameters<typeof someTip>[0]) {
  const guest = visitor(product.url);
  const tip = someTip(more);
  await guest.send(tip, 1, () => undefined);
  return { guest, receipt: tip.receipt };
}

describe('the pages of tips', { timeout: 180_000 }, () => {
  it.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])(
    'on a %s: unlocked, opened, answered, moved on; the reporter reads the answer',
    async (name, viewport) => {
      const { guest, receipt } = await send({ office: 'education', texts: ['ครูเวรเรียกเงินค่านม'] });
      product.later(HALF_DAY);
      const page = await consoleOf('วิชัย', '#/tips', viewport);
      await shoot(page, `unlock-${name}`);
      await unlock(page, DEMO_PASSPHRASE.replace('0', '9'));
      await page.getByText('รหัสผ่านไม่ถูก').waitFor();
      await page.getByText('ถ้ารหัสผ่านหาย').waitFor();
      await shoot(page, `wrong-${name}`);
      await unlock(page);
      await page.locator('.rows a').first().waitFor();
      await expectAccessible(page);
      await expectNoOverflow(page);
      await shoot(page, `list-${name}`);
      await page.locator('.rows a').first().click();
      await page.getByText('ครูเวรเรียกเงินค่านม').waitFor();
      await page.getByText('ตรวจแล้ว ครบทุกชิ้น').waitFor();
      await page.getByRole('button', { name: 'รับเรื่อง', exact: true }).click();
      await page.locator('.tip .state').getByText('รับแล้ว').waitFor();
      await page.getByLabel('คำตอบ').fill('รับเรื่องแล้ว กำลังตรวจสอบ');
      await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
      await page.locator('.line.staff').getByText('รับเรื่องแล้ว กำลังตรวจสอบ').waitFor();
      await expectAccessible(page);
      await expectNoOverflow(page);
      await shoot(page, `tip-${name}`);
      const followed = await guest.follower.follow(receipt);
      expect(followed.found === 'tip' && followed.lines.at(-1)?.text).toBe('รับเรื่องแล้ว กำลังตรวจสอบ');
    },
  );

  it('show whom a tip keeps out nothing of it, by list or by address', async () => {
    const other = await consoleOf('อรุณี', '#/tips');
    await unlock(other);
    await other.getByText('ยังไม่มีเรื่องลับ').waitFor();
    const found = await product.documents.query({
      collection: 'agencies/khoen/cases',
      where: [],
      orderBy: [],
      limit: 10,
    });
    for (const id of [found[0]?.id, 'zzzzzzzzzzzzzzzzzzzzzzzz']) {
      await other.evaluate((at) => {
        location.hash = `/tip/${at}`;
      }, id);
      await other.getByText('ไม่พบเรื่องนี้').waitFor();
    }
    await shoot(other, 'kept-out');
  });

  it('make a key, written down and typed back, that waits a day and for a colleague', async () => {
    const page = await consoleOf('อรุณี', '#/keys', SMALL);
    await page.getByRole('button', { name: 'สร้างกุญแจดอกใหม่' }).click();
    await page.getByRole('button', { name: 'เริ่มสร้าง' }).click();
    const groups = page.locator('.groups li');
    await groups.first().waitFor();
    const passphrase = await groups.allInnerTexts();
    expect(passphrase).toHaveLength(5);
    await expectNoOverflow(page);
    await shoot(page, 'made-small');
    await page.getByRole('button', { name: 'จดแล้ว' }).click();
    const fields = page.getByLabel(/^กลุ่มที่ \d/);
    await fields.first().fill('xxxx');
    await page.getByRole('button', { name: 'ตรงแล้ว' }).click();
    await page.getByText('กลุ่มนี้ไม่ตรง').first().waitFor();
    for (const [nth, group] of passphrase.entries()) {
      const field = page.getByLabel(`กลุ่มที่ ${nth + 1}`, { exact: true });
      if (await field.isVisible()) await field.fill(group);
    }
    await page.getByRole('button', { name: 'ตรงแล้ว' }).click();
    await page.getByText('ยังไม่มีผู้ยืนยัน').waitFor();
    await expectAccessible(page);
    await shoot(page, 'waiting-small');

    const colleague = await consoleOf('วิชัย', '#/keys', DESK);
    await shoot(colleague, 'keys-desk');
    await colleague.getByRole('button', { name: 'ตรงกัน ยืนยัน' }).click();
    await colleague.getByRole('button', { name: 'ยืนยัน', exact: true }).click();
    await colleague.getByText('ยืนยันแล้ว').first().waitFor();

    product.later(DAY);
    const later = await consoleOf('อรุณี', '#/keys');
    await later.getByRole('button', { name: 'เริ่มใช้' }).click();
    await later.getByText('ไม่มีกุญแจที่รอ').waitFor();
    await unlock(later, passphrase.join(' '));
    await later.getByText('กุญแจเปิดอยู่').waitFor();
  });

  it('recover from a lost passphrase: a colleague seals the older tips to the new key, with a bar that fills', async () => {
    const owner = await consoleOf('อรุณี', '#/tips');
    await unlock(owner);
    await owner.getByText('รหัสผ่านไม่ถูก').waitFor();
    const { guest, receipt } = await send({ office: 'finance', texts: ['เก็บเงินโดยไม่ออกใบเสร็จ'] });
    product.later(HALF_DAY);

    const maker = await consoleOf('อรุณี', '#/keys');
    await maker.getByRole('button', { name: 'สร้างกุญแจดอกใหม่' }).click();
    await maker.getByRole('button', { name: 'เริ่มสร้าง' }).click();
    const groups = maker.locator('.groups li');
    await groups.first().waitFor();
    const passphrase = (await groups.allInnerTexts()).join(' ');
    await maker.getByRole('button', { name: 'จดแล้ว' }).click();
    for (const [nth, group] of passphrase.split(' ').entries()) {
      const field = maker.getByLabel(`กลุ่มที่ ${nth + 1}`, { exact: true });
      if (await field.isVisible()) await field.fill(group);
    }
    await maker.getByRole('button', { name: 'ตรงแล้ว' }).click();
    await maker.getByText('ยังไม่มีผู้ยืนยัน').waitFor();
    const colleague = await consoleOf('วิชัย', '#/keys');
    await colleague.getByRole('button', { name: 'ตรงกัน ยืนยัน' }).click();
    await colleague.getByRole('button', { name: 'ยืนยัน', exact: true }).click();
    await colleague.getByText('ยืนยันแล้ว').first().waitFor();
    product.later(DAY);
    const renewed = await consoleOf('อรุณี', '#/keys');
    await renewed.getByRole('button', { name: 'เริ่มใช้' }).click();
    await renewed.getByText('ไม่มีกุญแจที่รอ').waitFor();
    await unlock(renewed, passphrase);
    await renewed.getByText('กุญแจเปิดอยู่').waitFor();
    await renewed.evaluate(() => {
      location.hash = '/tips';
    });
    await renewed.getByText('ยังไม่มีเรื่องลับ').waitFor();

    const helper = await consoleOf('วิชัย', '#/keys');
    await unlock(helper);
    await helper.getByText('กุญแจเปิดอยู่').waitFor();
    await helper.getByRole('button', { name: /^ปิดผนึกให้ อรุณี/ }).click();
    await helper.getByRole('button', { name: 'ปิดผนึกเรื่องเดิมให้กุญแจใหม่' }).click();
    await helper.getByText(/^ครบแล้ว/).waitFor();
    await expectAccessible(helper);
    await shoot(helper, 'resealed');

    await renewed.evaluate(() => {
      location.hash = '/keys';
    });
    await renewed.evaluate(() => {
      location.hash = '/tips';
    });
    await renewed.locator('.rows a').first().click();
    await renewed.getByText('เก็บเงินโดยไม่ออกใบเสร็จ').waitFor();
    await renewed.getByText('ตรวจแล้ว ครบทุกชิ้น').waitFor();
    await renewed.getByLabel('คำตอบ').fill('ได้รับแล้ว กำลังดู');
    await renewed.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
    await renewed.locator('.line.staff').getByText('ได้รับแล้ว กำลังดู').waitFor();
    const followed = await guest.follower.follow(receipt);
    expect(followed.found === 'tip' && followed.lines.at(-1)?.text).toBe('ได้รับแล้ว กำลังดู');
  });
});
