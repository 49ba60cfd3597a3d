import { describe, expect } from 'vitest';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, PHONE, withBrowser, work } from './office.ts';
import { somePhoto, villager } from './villager.ts';

withBrowser();

/** A6 and A4 in points, as a PDF's page says. */
const SHEETS = { A6: [298, 420], A4: [594, 841] } as const;

function sheetsOf(pdf: Buffer): number[][] {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return boxes.map(([, width, height]) => [Math.floor(Number(width)), Math.floor(Number(height))]);
}

describe('a complaint on paper', () => {
  work('is entered, has a slip to take home, is followed by its receipt, and is counted', async (office) => {
    const { product, signIn, shoot } = office;
    const page = await signIn(demoOfficerId, PHONE);
    await page.getByRole('link', { name: 'รับเรื่องแทน' }).first().click();
    await page.getByRole('heading', { name: 'รับเรื่องแทน' }).waitFor();
    await page.getByRole('button', { name: 'รับเรื่องและออกเลข' }).click();
    await page.getByRole('alert').getByText('เลือกว่ามาทางไหน').waitFor();
    await expectAccessible(page);
    await page.getByLabel('หนังสือหรือแบบกระดาษ').check();
    await page.getByLabel('วันที่ผู้แจ้งแจ้งจริง').fill('2026-11-16');
    await page.getByLabel('หมวด', { exact: true }).selectOption({ label: 'ไฟฟ้าสาธารณะ' });
    await page.getByLabel('หมู่', { exact: true }).selectOption({ label: 'หมู่ 4' });
    await page.getByLabel('จุดสังเกต').fill('หน้าวัด');
    await page.getByLabel('เรื่องที่แจ้ง').fill('หนังสือร้องเรียน ไฟดับหน้าวัดมาสองสัปดาห์ เลขบัตร 1234567890121');
    const buffer = await somePhoto('#ddd');
    await page.getByLabel('ถ่ายรูปเอกสาร').setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('img', { name: 'รูปเอกสารที่เพิ่งถ่าย' }).waitFor();
    await expectNoOverflow(page);
    await expectAccessible(page);
    await shoot(page, 'entry-390-1-form', true);
    await page.getByRole('button', { name: 'รับเรื่องและออกเลข' }).click();
    const slip = page.locator('.entry-slip');
    await slip.waitFor();
    const words = (await slip.innerText()).replace(/\s+/g, ' ');
    expect(words).toContain('70-0001');
    expect(words).toContain('16 พฤศจิกายน 2569');
    expect(words).toContain('23 พฤศจิกายน 2569');
    const receipt = /\d{4} \d{4} \d{4} \d{4}/.exec(words)?.[0] ?? '';
    expect(receipt).not.toBe('');
    await expectNoOverflow(page);
    await expectAccessible(page);
    await shoot(page, 'entry-390-2-slip', true);

    for (const [name, id] of [
      ['A6', 'A6 (เล็ก)'],
      ['A4', 'A4'],
    ] as const) {
      await page.getByLabel(id, { exact: true }).check();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(sheetsOf(pdf)).toEqual([[...SHEETS[name]]]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'พิมพ์ใบรับเรื่อง' }).isVisible()).toBe(false);
      await page.setViewportSize(name === 'A6' ? { width: 344, height: 506 } : { width: 643, height: 972 });
      await shoot(page, `entry-slip-${name}`);
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ media: null });
    }

    await page.getByRole('button', { name: 'เปิดเรื่องนี้' }).click();
    await page.getByText('กรอกแทนโดย ฉัน').waitFor();
    await page.getByText('เกินกำหนด 1 วัน').waitFor();
    expect(await page.locator('.said').first().innerText()).not.toContain('1234567890121');
    await page.getByRole('button', { name: 'ขยายรูปที่ 1' }).waitFor();

    const neighbour = await villager(product, 'เพื่อนบ้าน');
    await neighbour.says(receipt);
    await neighbour.hears('70-0001');

    const executive = await signIn(demoExecutiveId, DESK);
    await executive.getByRole('link', { name: 'ตัวเลข' }).first().click();
    await executive.getByRole('heading', { name: 'ตัวเลข' }).waitFor();
    await executive.locator('.figures').getByText('1 เรื่อง', { exact: true }).waitFor();
    await executive.getByText('มาติดต่อหรือส่งเอกสาร').waitFor();
    await expectAccessible(executive);
    await shoot(executive, 'numbers-1280-one', true);
  });
});
