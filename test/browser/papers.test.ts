import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { describe, expect } from 'vitest';
import { FILE_MOST, PART_OCTETS } from '../../domain/papers/paper.ts';
import { markOf } from '../papers/sending.ts';
import { expectAccessible, expectNoOverflow } from '../support/page-checks.ts';
import { DESK, openWindow, PHONE, SMALL, signInAs } from './sign-in.ts';
import { walk } from './walk.ts';

const TITLE = 'ข้อบัญญัติ อบต.เขิน ฉบับที่ 3 พ.ศ. 2565';
const WORDS = `<html lang="th"><body style="font: 20px 'Noto Sans Thai Looped'"><h1>${TITLE}</h1>
<p>ข้อ 4 ผู้ใดทิ้งสิ่งปฏิกูลหรือมูลฝอยในที่สาธารณะนอกถังที่จัดไว้ ต้องระวางโทษปรับไม่เกินสองพันบาท</p>
<p>ข้อ 5 การเก็บค่าธรรมเนียมน้ำประปาและที่ดินให้เป็นไปตามท้องถิ่น</p></body></html>`;

/** A PDF as Chromium prints it, with a comment that makes it exactly as large as is allowed. */
async function largePdf(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(WORDS);
  const printed = await page.pdf({ format: 'A4' });
  await page.close();
  const from = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(printed.toString('latin1'))?.[1];
  if (from === undefined) throw new Error('a printed PDF ends with where its table begins');
  const end = `\nstartxref\n${from}\n%%EOF\n`;
  const padding = FILE_MOST - printed.length - end.length - 1;
  return Buffer.concat([printed, Buffer.from(`%${'x'.repeat(padding)}`), Buffer.from(end)]);
}

describe('papers', () => {
  walk('go from an officer’s PDF by an executive’s approval to a resident’s own words', async (stage) => {
    const { product, resident } = stage;
    const browser = stage.page.context().browser();
    if (browser === null) throw new Error('a page has a browser');
    const pdf = await largePdf(browser);
    expect(pdf.length).toBe(FILE_MOST);
    const picture = (name: string) => `artefacts/browser/${name}.png`;

    const officer = await openWindow(browser, { viewport: DESK });
    const desk = officer.page;
    await signInAs(desk, product, 'สมหญิง ใจดี', '#/papers/new');
    await desk.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    await desk.getByRole('heading', { name: 'ขอให้แก้ก่อนส่ง' }).waitFor();
    await expectAccessible(desk);
    await desk.screenshot({ path: picture('papers-01-problems'), fullPage: true });

    await desk.getByLabel('ชื่อเอกสาร').fill(TITLE);
    await desk.getByLabel('ประเภท').selectOption('regulation');
    await desk.getByLabel('ใช้เป็นหลักฐาน ITA ข้อไหน').selectOption('laws');
    await desk.getByLabel('ลงวันที่').fill('2022-03-01');
    const input = desk.locator('input[type=file]');
    await input.setInputFiles({
      name: 'หนังสือ.docx',
      mimeType: 'application/msword',
      buffer: Buffer.from('PK'),
    });
    await desk.getByText('ไฟล์นี้ไม่ใช่ PDF').first().waitFor();
    const tooLarge = Buffer.concat([pdf, Buffer.from('%')]);
    await input.setInputFiles({ name: 'ใหญ่.pdf', mimeType: 'application/pdf', buffer: tooLarge });
    await desk.getByText('ใหญ่เกิน 5 MB').waitFor();

    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await desk.route('**/paper-files/*/6', async (route) => {
      await held;
      await route.continue();
    });
    await input.setInputFiles({ name: 'ข้อบัญญัติ.pdf', mimeType: 'application/pdf', buffer: pdf });
    await desk.getByText(`ส่งแล้ว 6 จาก ${FILE_MOST / PART_OCTETS} ส่วน`).waitFor();
    expect(await desk.getByRole('progressbar').getAttribute('value')).toBe('6');
    await desk.screenshot({ path: picture('papers-02-sending'), fullPage: true });
    letGo();
    await desk.getByText('ประชาชนค้นได้จากข้อความในไฟล์').waitFor();
    await expectAccessible(desk);
    await desk.setViewportSize(SMALL);
    await expectNoOverflow(desk);
    await desk.screenshot({ path: picture('papers-03-form-320'), fullPage: true });
    await desk.setViewportSize(DESK);
    await desk.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    await desk.getByRole('heading', { name: TITLE }).waitFor();
    expect(await desk.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).count()).toBe(0);
    await expectAccessible(desk);
    await desk.screenshot({ path: picture('papers-04-proposed'), fullPage: true });

    const someone = await openWindow(browser, { viewport: PHONE });
    const phone = someone.page;
    await phone.goto(`${product.url}/papers`);
    expect(await phone.getByText(TITLE).count()).toBe(0);

    const executive = await openWindow(browser, { viewport: PHONE });
    const palad = executive.page;
    await signInAs(palad, product, 'ประเสริฐ มั่นคง', '#/papers?show=waiting');
    await palad.getByRole('link', { name: TITLE }).click();
    await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).waitFor();
    const read = palad.waitForEvent('download');
    await palad.getByRole('button', { name: 'เปิดอ่านไฟล์ที่เสนอ' }).click();
    expect(markOf(await readFile(await (await read).path()))).toBe(markOf(pdf));
    await expectAccessible(palad);
    await expectNoOverflow(palad);
    await palad.screenshot({ path: picture('papers-05-to-approve-390'), fullPage: true });
    await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.getByRole('link', { name: 'เปิดหน้าที่เผยแพร่' }).waitFor();
    await palad.screenshot({ path: picture('papers-06-approved-390'), fullPage: true });
    await expectAccessible(palad);

    product.later(31_000);
    await phone.goto(`${product.url}/papers`);
    await phone.getByLabel('หาเรื่องอะไร').fill('ทิ้งขยะ');
    await phone.getByRole('button', { name: 'ค้นหา' }).click();
    await phone.getByRole('link', { name: TITLE }).click();
    await phone.getByText('ประเสริฐ มั่นคง (ทดลอง) ปลัด อบต.เขิน').waitFor();
    const download = phone.waitForEvent('download');
    await phone.getByRole('link', { name: /ดาวน์โหลด PDF/ }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`${TITLE}.pdf`);
    expect(markOf(await readFile(await saved.path()))).toBe(markOf(pdf));

    await resident.says('ขอดูข้อบัญญัติขยะ');
    expect(await resident.answer()).toContain(TITLE);
    expect(await resident.answer()).toContain('เปิดเอกสาร');
    await stage.shoot('papers-07-chat');
    await resident.says('ขอคู่มือเลี้ยงจระเข้');
    expect(await resident.answer()).toContain('ไม่พบเอกสาร');
    await stage.shoot('papers-08-chat-nothing');

    await palad.getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
    await palad.getByLabel('เพราะอะไร').fill('พิมพ์เลขที่ผิด');
    await expectAccessible(palad);
    await palad.getByRole('dialog').getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
    await palad.getByText('เพราะ พิมพ์เลขที่ผิด').waitFor();
    await phone.reload();
    await phone.getByText('เพราะ พิมพ์เลขที่ผิด').waitFor();
    expect(await phone.getByRole('link', { name: /ดาวน์โหลด/ }).count()).toBe(0);
    await palad.getByRole('button', { name: 'เลิกทำ: ถอนเอกสาร' }).click();
    await palad.getByRole('button', { name: 'ถอนจากการเผยแพร่' }).waitFor();
    await phone.reload();
    await phone.getByRole('link', { name: /ดาวน์โหลด/ }).waitFor();

    await desk.goto(`${product.url}/staff#/papers`);
    await desk.getByRole('link', { name: TITLE }).waitFor();
    await expectAccessible(desk);
    await desk.screenshot({ path: picture('papers-09-list'), fullPage: true });
    expect([...officer.problems, ...executive.problems, ...someone.problems]).toEqual([]);
    for (const one of [officer, executive, someone]) await one.page.context().close();
  });
});
