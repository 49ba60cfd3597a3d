import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { approveResult, saveDraft } from '../../../bot/publish/results.ts';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, withBrowser, work } from '../browser/office.ts';

withBrowser();
const SMALL = { width: 320, height: 640 };
type Page = Awaited<ReturnType<Office['signIn']>>;

/** The report of 2566 as it was approved. */
async function approveReport({ product: { documents } }: Office): Promise<void> {
  const report = khoenReport2566;
  const draft = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-20' }),
  );
  await saveDraft(documents, 'khoen', draft);
  await approveResult(documents, 'khoen', 2566, { approvedOn: '2026-11-20', approvedBy: 'ปลัด อบต.เขิน' });
}

async function open(office: Office, who: string, size: { width: number; height: number }): Promise<Page> {
  const page = await office.signIn(who, size);
  await page.goto(`${office.product.url}/staff#/measures`);
  await page.getByRole('heading', { level: 1, name: /^มาตรการ/ }).waitFor();
  return page;
}

async function looksWell(page: Page): Promise<void> {
  await expectNoOverflow(page);
  await expectAccessible(page);
}

const step = (page: Page, n: number) => page.locator('.measure-step').nth(n);
const dialog = (page: Page) => page.getByRole('dialog');

async function takePlan(office: Office): Promise<Page> {
  await approveReport(office);
  const admin = await open(office, demoAdminId, PHONE);
  await office.shoot(admin, 'measures-390-none');
  await looksWell(admin);
  await admin.getByRole('button', { name: 'นำเข้า 11 มาตรการ' }).click();
  await admin.getByText('ทำแล้ว 0 จาก 32 ขั้นตอน').waitFor();
  expect(await admin.locator('.measure').count()).toBe(11);
  return admin;
}

describe('measures', () => {
  work(
    'on a phone: the plan is taken over, a step ticked in two taps, with proof, and taken back',
    async (office) => {
      const { shoot } = office;
      await takePlan(office);
      const officer = await open(office, demoOfficerId, PHONE);
      await step(officer, 0).click();
      await dialog(officer).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).waitFor();
      await shoot(officer, 'measures-390-clean-tick');
      await dialog(officer).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).click();
      await officer.getByText('ทำแล้ว 1 จาก 32 ขั้นตอน').waitFor();
      await shoot(officer, 'measures-390-plan');
      await looksWell(officer);

      await officer.getByRole('button', { name: 'เลิกทำ' }).click();
      await officer.getByText('ทำแล้ว 0 จาก 32 ขั้นตอน').waitFor();

      await step(officer, 1).click();
      await dialog(officer).getByLabel('ทำเมื่อวันที่').fill('2026-11-23');
      await dialog(officer).getByLabel('รายละเอียด').fill('ประชุมคณะทำงาน 12 คน');
      const made = sharp({ create: { width: 640, height: 480, channels: 3, background: '#287' } });
      const buffer = await made.jpeg().toBuffer();
      const file = { name: 'meeting.jpg', mimeType: 'image/jpeg', buffer };
      await dialog(officer).locator('input[type="file"]').setInputFiles(file);
      await dialog(officer).getByAltText('รูปที่ 1').waitFor();
      await dialog(officer).getByLabel('ลิงก์').fill('https://khoen.example/news/1');
      await shoot(officer, 'measures-390-tick');
      await looksWell(officer);
      await dialog(officer).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).click();
      await officer.getByText('หลักฐาน 2').waitFor();

      await step(officer, 2).click();
      await dialog(officer).getByText('ยังทำไม่ได้').click();
      await dialog(officer).getByLabel('เพราะอะไร').fill('รองบประมาณ');
      await dialog(officer).getByRole('button', { name: 'บันทึกเหตุผล' }).click();
      await officer.getByText('ยังไม่ได้ทำเพราะ รองบประมาณ').waitFor();

      await step(officer, 1).click();
      await dialog(officer).getByAltText('ภาพหลักฐานที่ 1').waitFor();
      await shoot(officer, 'measures-390-done');
      await looksWell(officer);
      await dialog(officer).getByRole('button', { name: 'ปิด' }).click();
      await step(officer, 1).evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await shoot(officer, 'measures-390-steps');
      await looksWell(officer);

      const palad = await open(office, demoExecutiveId, SMALL);
      await palad.locator('.measure > summary').first().click();
      await shoot(palad, 'measures-320-executive', true);
      await looksWell(palad);
      await step(palad, 0).click();
      await dialog(palad).getByText('ขั้นตอนนี้เป็นของส่วนงานอื่น').waitFor();
      expect(await dialog(palad).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).count()).toBe(0);
    },
  );

  work(
    'two people at one step: the second sees what the first said, and overwrites nothing',
    async (office) => {
      const admin = await takePlan(office);
      const officer = await open(office, demoOfficerId, PHONE);
      await step(admin, 0).click();
      await step(officer, 0).click();
      await dialog(officer).getByLabel('รายละเอียด').fill('ของเจ้าหน้าที่');
      await dialog(officer).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).click();
      await officer.getByText('ทำแล้ว 1 จาก 32 ขั้นตอน').waitFor();
      await dialog(admin).getByLabel('รายละเอียด').fill('ของผู้ดูแล');
      await dialog(admin).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).click();
      await dialog(admin).getByText('ของเจ้าหน้าที่', { exact: true }).waitFor();
      await dialog(admin).getByText('มีคนบันทึกขั้นตอนนี้ไปก่อน').waitFor();
      await dialog(admin).getByText('ของผู้ดูแล').waitFor();
      await office.shoot(admin, 'measures-390-clash');
      await looksWell(admin);
    },
  );

  work(
    'at a desk: the plan is changed, a measure taken out and put back; progress is published',
    async (office) => {
      const { product, shoot, signIn } = office;
      await takePlan(office);
      const admin = await open(office, demoAdminId, DESK);
      await admin.getByRole('link', { name: 'แก้มาตรการที่ 1', exact: true }).click();
      await admin.getByLabel('การติดตามผล').fill('รายงานผู้บริหารทุกไตรมาส');
      await admin.getByLabel('ส่วนงานที่บันทึกผล').selectOption({ label: 'กองช่าง' });
      await admin.getByRole('button', { name: 'เพิ่มขั้นตอน' }).click();
      await admin.getByRole('button', { name: 'บันทึกแผน' }).click();
      await admin.getByRole('alert').getByText('ยังไม่ได้กรอก').waitFor();
      await shoot(admin, 'measures-1280-edit', true);
      await looksWell(admin);
      await admin.locator('#f-steps-4-text').fill('ประเมินผลการใช้คู่มือ');
      await admin.getByRole('button', { name: 'บันทึกแผน' }).click();
      await admin.getByText('การติดตามผล: รายงานผู้บริหารทุกไตรมาส').waitFor();
      await admin.getByText('ทำแล้ว 0 จาก 33 ขั้นตอน').waitFor();

      await admin.getByRole('link', { name: 'แก้มาตรการที่ 2', exact: true }).click();
      await admin.getByRole('button', { name: 'นำออกจากแผน' }).click();
      await admin.locator('.asking').getByRole('button', { name: 'นำออกจากแผน' }).click();
      await admin.getByRole('heading', { name: 'ที่นำออกจากแผน' }).waitFor();
      expect(await admin.locator('.measure').count()).toBe(10);
      await shoot(admin, 'measures-1280-plan', true);
      await admin.getByRole('button', { name: /^นำกลับเข้าแผน/ }).click();
      await expect.poll(() => admin.locator('.measure').count(), { timeout: 20_000 }).toBe(11);

      await step(admin, 0).click();
      await dialog(admin).getByRole('button', { name: 'บันทึกว่าทำแล้ว' }).click();
      await admin.getByText('ทำแล้ว 1 จาก 33 ขั้นตอน').waitFor();
      await admin.getByRole('button', { name: 'เสนอให้อนุมัติ ความก้าวหน้า' }).click();
      await admin.frameLocator('iframe').getByText('1/5 ขั้นตอน').waitFor({ state: 'attached' });
      const palad = await signIn(demoExecutiveId, DESK);
      await palad.goto(`${product.url}/staff#/publish`);
      await palad.getByRole('link', { name: /ความก้าวหน้าของมาตรการ/ }).click();
      await palad.frameLocator('iframe').getByText('1/5 ขั้นตอน').waitFor({ state: 'attached' });
      await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
      await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
      await palad.getByText('อนุมัติแล้วโดย').waitFor();
      await open(office, demoAdminId, DESK).then((page) =>
        page.getByText(/ที่ประชาชนเห็นตอนนี้อนุมัติเมื่อ/).waitFor(),
      );
    },
  );
});
