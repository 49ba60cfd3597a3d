import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoAdminId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { type Office, PHONE, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

const SIGHT_MILLISECONDS = 20_000;

/** Opens an act of a case that stands behind `เพิ่มเติม`. */
async function opens(page: Page, act: string, title: string = act): Promise<Locator> {
  await page.getByRole('button', { name: 'เพิ่มเติม' }).click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

async function looks(page: Page, shoot: Office['shoot'], name: string): Promise<void> {
  await shoot(page, `forms-390-${name}`);
  await expectNoOverflow(page);
  await expectAccessible(page);
}

/** Sends a form as it is, which is wrong, and reads what it says where it stands, nothing over it. */
async function isWrong(dialog: Locator, save: string, words: string): Promise<void> {
  await dialog.getByRole('button', { name: save, exact: true }).click();
  const said = dialog.getByText(words).first();
  await said.waitFor();
  const isInSight = () =>
    said.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
  await expect.poll(isInSight, { timeout: SIGHT_MILLISECONDS }).toBe(true);
}
async function sends(dialog: Locator, save: string): Promise<void> {
  await dialog.getByRole('button', { name: save, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

work(
  'forms about a case on a phone: each sent once wrong, then right',
  async ({ product, signIn, shoot }) => {
    const resident = await villager(product, 'ยายบัว');
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
    await resident.complains('ไฟถนนกะพริบ หมู่ 4 ท้ายซอย');
    const page = await signIn(demoOfficerId, PHONE);

    const search = page.getByRole('searchbox', { name: 'ค้นด้วยเลขเรื่อง' });
    await search.fill('70-9999');
    await page.getByRole('button', { name: 'ค้น', exact: true }).click();
    await page.getByText('ไม่พบเลขเรื่อง 70-9999').waitFor();
    await looks(page, shoot, 'search');
    await search.fill('๗๐-๑');
    await page.getByRole('button', { name: 'ค้น', exact: true }).click();
    await page.getByRole('heading', { name: /70-0001/ }).waitFor();

    const note = await opens(page, 'บันทึกภายใน');
    await isWrong(note, 'เก็บบันทึก', 'ยังไม่ได้พิมพ์ข้อความ');
    await note.getByLabel('บันทึกสำหรับเจ้าหน้าที่').fill('นัดช่างพรุ่งนี้ เวลา 09.00 น.');
    await looks(page, shoot, 'note');
    await sends(note, 'เก็บบันทึก');
    await page.getByText('นัดช่างพรุ่งนี้').waitFor();

    const assign = await opens(page, 'มอบผู้ดูแล');
    await assign.getByLabel(/บุญมา/).check();
    await looks(page, shoot, 'assign');
    await sends(assign, 'มอบ');
    await page.getByText('มอบให้ บุญมา').first().waitFor();

    const sort = await opens(page, 'แก้หมวดและสถานที่');
    await isWrong(sort, 'บันทึก', 'ยังไม่ได้เปลี่ยนอะไร');
    await sort.getByLabel('หมู่', { exact: true }).selectOption({ index: 1 });
    await looks(page, shoot, 'sort');
    await sends(sort, 'บันทึก');

    const ask = await opens(page, 'ถามผู้แจ้งเพิ่ม', 'ถามผู้แจ้ง 70-0001');
    const asking = ask.getByLabel('ข้อความถึงผู้แจ้ง');
    await ask.locator('.send').getByRole('button').click();
    await ask.getByText('ยังไม่ได้พิมพ์ข้อความ').first().waitFor();
    await asking.fill('เสาไฟต้นไหน มีเลขที่เสาไหม');
    await looks(page, shoot, 'ask');
    await ask.locator('.send').getByRole('button').click();
    await ask.waitFor({ state: 'detached' });
    await resident.hears('เสาไฟต้นไหน');

    const wait = await opens(page, 'พักรอ');
    await isWrong(wait, 'พักรอ', 'เลือกเหตุที่รอก่อน');
    await wait.getByLabel('รอวัสดุอุปกรณ์').check();
    await isWrong(wait, 'พักรอ', 'เลือกวันที่จะกลับมาทำ');
    await wait.getByLabel('ถึงวันที่').fill('2026-12-15');
    await looks(page, shoot, 'wait');
    await sends(wait, 'พักรอ');
    await page.getByText('พักรอแล้ว').first().waitFor();

    const join = await opens(page, 'รวมกับเรื่องเดียวกัน');
    await join.getByLabel('เลขเรื่องที่จะไปรวม').fill('70-7777');
    await isWrong(join, 'รวมเรื่อง', 'ไม่พบเลขเรื่องนี้');
    await join.getByLabel('เลขเรื่องที่จะไปรวม').fill('70-0002');
    await looks(page, shoot, 'join');
    await sends(join, 'รวมเรื่อง');
    await page.getByText('รวมกับเลขเรื่อง 70-0002 แล้ว').first().waitFor();

    const refer = await opens(page, 'ส่งต่อหน่วยงานอื่น');
    await isWrong(refer, 'ส่งต่อและแจ้งผู้แจ้ง', 'ขอให้กรอกข้อนี้');
    await refer.getByLabel('ส่งต่อไปที่').fill('การไฟฟ้าส่วนภูมิภาค');
    await refer.getByLabel('ผู้แจ้งติดต่อที่นั่นได้อย่างไร').fill('โทร 1129');
    await looks(page, shoot, 'refer');
    await sends(refer, 'ส่งต่อและแจ้งผู้แจ้ง');
    await resident.hears('การไฟฟ้าส่วนภูมิภาค');
  },
);

work(
  'forms of months and of keeping on a phone: once wrong, then right',
  async ({ product, signIn, shoot }) => {
    const page = await signIn(demoAdminId, PHONE);
    await page.goto(`${product.url}/staff#/months`);
    await page
      .getByRole('button', { name: /กรอกยอดยกมา/ })
      .last()
      .click();
    const carry = page.getByRole('dialog');
    await isWrong(carry, 'บันทึกยอดยกมา', 'กรอกเป็นจำนวนเต็ม');
    await carry.getByLabel('รับทั้งหมด').fill('3');
    await carry.getByLabel('เสร็จแล้ว', { exact: true }).fill('5');
    await isWrong(carry, 'บันทึกยอดยกมา', 'เสร็จแล้วต้องไม่เกินที่รับ');
    await looks(page, shoot, 'carry');
    await carry.getByLabel('เสร็จแล้ว', { exact: true }).fill('2');
    await sends(carry, 'บันทึกยอดยกมา');
    await page.getByText('ยอดยกมา 3 เรื่อง เสร็จ 2').waitFor();
    await shoot(page, 'forms-390-months', true);
    await expectNoOverflow(page);
  },
);
