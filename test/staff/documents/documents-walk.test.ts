import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import { demoDeputyId, demoExecutiveId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { A4, print } from '../../support/pdf.ts';
import { DESK, PHONE, withBrowser, work } from '../browser/office.ts';
import { villager } from '../browser/villager.ts';

withBrowser();

/** Saves what a button gives as a file, and reads it. */
async function saved(page: Page, button: string): Promise<{ name: string; octets: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  return { name: download.suggestedFilename(), octets: await readFile(await download.path()) };
}

describe('papers of the office', () => {
  work('the register is shown, printed to A4, and saved', async ({ product, signIn, shoot }) => {
    const resident = await villager(product, 'ยายบัว');
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
    const officer = await signIn(demoDeputyId, PHONE);
    await officer.goto(`${product.url}/staff#/documents`);
    await officer.getByRole('button', { name: 'ดูเอกสาร' }).click();
    await officer.getByRole('heading', { name: 'ทะเบียนรับเรื่องร้องเรียน' }).waitFor();
    await officer.getByRole('button', { name: 'พิมพ์' }).waitFor();
    await shoot(officer, 'documents-390-register', true);
    await expectAccessible(officer);
    const paper = await officer.locator('.paper').innerText();
    expect(paper).toContain('๗๐-๐๐๐๑');
    expect(paper).not.toContain('หน้าวัด');
    expect(paper).not.toContain('ยายบัว');
    await officer.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(officer);

    await officer.setViewportSize(DESK);
    await shoot(officer, 'documents-1280-register', true);
    const sheets = await print(officer, 'register');
    expect(sheets).toHaveLength(1);
    // Ten columns need the long side.
    expect(sheets[0]).toMatchObject({ width: A4.height, height: A4.width });
    expect(sheets[0]?.ink).toBeGreaterThan(0.005);
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.locator('nav').first().isVisible()).toBe(false);
    expect(await officer.getByLabel('ปีงบประมาณ', { exact: true }).isVisible()).toBe(false);
    await officer.emulateMedia({ media: 'screen' });

    const { name, octets } = await saved(officer, 'Excel');
    expect(name).toBe('register-2570-whole-year.xlsx');
    const [first] = await readXlsxFile(octets);
    expect(first?.data[1]?.slice(0, 2)).toEqual([1, '๗๐-๐๐๐๑']);
    const csv = await saved(officer, 'CSV');
    expect(csv.octets.toString()).toContain('70-0001');
  });

  work('one case is written up as บันทึกข้อความ, changed before it is printed', async (office) => {
    const { product, signIn, shoot } = office;
    const resident = await villager(product, 'ยายบัว');
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
    const officer = await signIn(demoDeputyId, PHONE);
    await officer.getByRole('link', { name: /70-0001/ }).click();
    await officer.getByRole('link', { name: 'พิมพ์บันทึกข้อความ' }).click();
    await officer.getByLabel('เลขที่หนังสือ').fill('ศก 71201/45');
    await officer.getByLabel('ตำแหน่ง', { exact: true }).fill('นายช่างโยธา');
    const memo = officer.locator('.memo');
    const words = await memo.innerText();
    expect(words).toContain('ศก ๗๑๒๐๑/๔๕');
    expect(words).toContain('นายกองค์การบริหารส่วนตำบลเขิน');
    expect(words).toContain('เลขที่ ๗๐-๐๐๐๑ เมื่อวันที่ ๒๔ พฤศจิกายน ๒๕๖๙ ทาง LINE');
    expect(words).toContain('หน้าวัด');
    expect(words).not.toContain('ยายบัว');
    await expectAccessible(officer);
    await expectNoOverflow(officer);
    await shoot(officer, 'memo-390', true);
    const sheets = await print(officer, 'memo');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject(A4);
    expect(await product.cases()).toMatchObject([{ status: 'new' }]);
  });

  work(
    'a document of statistics and the LPA set, in the hands of an executive',
    async ({ product, signIn, shoot }) => {
      const resident = await villager(product, 'ตาสี');
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      const palad = await signIn(demoExecutiveId, DESK);
      await palad.goto(`${product.url}/staff#/documents`);
      await palad.getByLabel('เอกสาร', { exact: true }).last().selectOption('complaint_statistics');
      await palad.getByLabel('ช่วงข้อมูล').selectOption('quarter-1');
      await palad.getByRole('button', { name: 'ดูเอกสาร' }).click();
      await palad.getByText('เอกสารของเดือนหรือไตรมาสไม่มีตัวเลขเรื่องทุจริต').waitFor();
      await expectAccessible(palad);
      await shoot(palad, 'documents-1280-statistics', true);
      const sheets = await print(palad, 'console-statistics');
      for (const { width, height } of sheets) expect({ width, height }).toEqual(A4);

      await palad.getByLabel('เอกสาร', { exact: true }).last().selectOption('lpa');
      await palad.getByRole('button', { name: 'ดูเอกสาร' }).click();
      await palad.getByRole('heading', { name: 'เอกสารประกอบการประเมิน LPA' }).waitFor();
      await shoot(palad, 'documents-1280-lpa', true);
      await print(palad, 'lpa');
      await expectAccessible(palad);
    },
  );
});
