import { expect } from 'vitest';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { PHONE, withBrowser, work } from '../browser/office.ts';
import { villager } from '../browser/villager.ts';

withBrowser();

const TITLE = 'ฉีดวัคซีนหมาแมวฟรี';
const TEXT = 'อบต.เขิน ฉีดวัคซีนพิษสุนัขบ้าฟรี วันที่ 15 มี.ค. 2570 เวลา 09.30 น. ที่ศาลากลางบ้าน โทร 045-000-000';

work('an announcement: written once, approved, sent to everybody, and told in every way', async (office) => {
  const { product, signIn, shoot } = office;
  const resident = await villager(product, 'ยายบัว');
  await resident.says('สวัสดีค่ะ');

  const officer = await signIn(demoOfficerId, PHONE);
  await officer.goto(`${product.url}/staff#/announcements`);
  await officer.getByRole('button', { name: 'เขียนประกาศ' }).click();
  await officer.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
  await officer.getByText('หัวข้อ: ยังไม่ได้กรอก').first().waitFor();
  await officer.getByLabel('หัวข้อ').fill(TITLE);
  await officer.getByLabel('ข้อความ').fill(TEXT);
  await officer.getByLabel('ตั้งแต่วันที่').fill('2026-11-20');
  await officer.getByLabel('ถึงวันที่').fill('2027-03-15');
  await shoot(officer, 'announcements-390-form', true);
  await expectAccessible(officer);
  await expectNoOverflow(officer);
  await officer.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
  await officer.getByRole('heading', { name: TITLE }).waitFor();
  await officer.getByText('รออนุมัติ').first().waitFor();
  expect(await officer.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).count()).toBe(0);

  const palad = await signIn(demoExecutiveId, PHONE);
  await palad.goto(`${product.url}/staff#/announcements?show=waiting`);
  await palad.getByRole('link', { name: new RegExp(TITLE) }).click();
  await palad.getByRole('heading', { name: TITLE }).waitFor();
  await shoot(palad, 'announcements-390-to-approve', true);
  await expectAccessible(palad);
  await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
  await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
  await palad.getByText('เวลาเก้านาฬิกาสามสิบนาที').waitFor();
  expect(resident.times(TITLE)).toBe(0);

  const address = await palad.getByRole('link', { name: 'เปิดหน้าประกาศ' }).getAttribute('href');
  const shown = await palad.context().newPage();
  await shown.goto(`${product.url}${address}`);
  await shown.getByRole('heading', { name: TITLE }).waitFor();
  await palad.getByRole('button', { name: 'เลิกอนุมัติ' }).click();
  await palad.getByText('หน้าประกาศจะหายไป').waitFor();
  await shoot(palad, 'announcements-390-revoke', true);
  await expectNoOverflow(palad);
  await palad.locator('.asking').getByRole('button', { name: 'เลิกอนุมัติ' }).click();
  await palad.getByText('เลิกอนุมัติแล้ว').waitFor();
  await palad.getByText('รออนุมัติ').first().waitFor();
  expect((await shown.request.get(`${product.url}${address}`)).status()).toBe(404);
  await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
  await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
  await palad.getByRole('link', { name: 'เปิดหน้าประกาศ' }).waitFor();

  // Another executive's screen, as it stood before the broadcast.
  const late = await signIn(demoExecutiveId, PHONE);
  await late.goto(`${product.url}/staff#${String(address)}`);
  await late.getByRole('button', { name: 'เลิกอนุมัติ' }).waitFor();

  await palad.getByRole('button', { name: 'ดูว่าใช้โควตาเท่าไร' }).click();
  await palad.getByText(/จะใช้ประมาณ \d+ ข้อความ/).waitFor();
  await shoot(palad, 'announcements-390-outlets', true);
  await expectNoOverflow(palad);
  await palad.getByRole('button', { name: 'ส่งทาง LINE' }).click();
  await palad.locator('.asking').getByRole('button', { name: 'ส่งทาง LINE' }).click();
  await palad.getByText('ส่งแล้ว').first().waitFor();
  await resident.hears(TITLE);
  expect(resident.times(TITLE)).toBe(1);
  await resident.hears(String(address));
  await shoot(palad, 'announcements-390-sent', true);
  await expectAccessible(palad);

  await shown.goto(`${product.url}${address}`);
  await shown.getByRole('heading', { name: TITLE }).waitFor();
  expect(await palad.getByRole('button', { name: 'เลิกอนุมัติ' }).count()).toBe(0);
  await late.getByRole('button', { name: 'เลิกอนุมัติ' }).click();
  await late.locator('.asking').getByRole('button', { name: 'เลิกอนุมัติ' }).click();
  await late.getByText('ส่งทาง LINE ไปแล้ว เลิกอนุมัติไม่ได้').first().waitFor();
  await shoot(late, 'announcements-390-too-late', true);
  await expectNoOverflow(late);

  await resident.says('มีประกาศอะไรบ้าง');
  await resident.hears(String(address));

  await palad.getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
  const dialog = palad.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
  await dialog.getByText('เขียนสั้น ๆ ก่อน').waitFor();
  await dialog.getByLabel('ถอนเพราะอะไร').fill('เลื่อนวันฉีด');
  await dialog.getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
  await palad.getByText(/เพราะ เลื่อนวันฉีด/).waitFor();
  await resident.says('ประกาศ');
  await resident.hears('ตอนนี้ไม่มีประกาศ');
});
