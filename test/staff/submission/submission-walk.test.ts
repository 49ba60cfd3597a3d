import { describe, expect } from 'vitest';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { saveDraft } from '../../../bot/publish/results.ts';
import { demoAdminId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, PHONE, withBrowser, work } from '../browser/office.ts';

withBrowser();

describe('ชุดส่ง ITA', () => {
  work('an officer attaches what is missing, and takes it back', async ({ product, signIn, shoot }) => {
    const report = khoenReport2566;
    const draft = {
      raw: rawResultOf(report),
      judgements: report.judgements,
      report,
      importedOn: '2026-11-20',
    };
    await saveDraft(product.documents, 'khoen', YearResult.parse(plain(draft)));

    const officer = await signIn(demoOfficerId, PHONE);
    await officer.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await officer.goto(`${product.url}/staff#/submission/2566`);
    await officer.getByText('มีหลักฐานแล้ว 0 จาก 43 ข้อ').waitFor();
    await officer.getByText('ผลปี 2566 ได้ 87.33 ระดับผ่าน').waitFor();
    await shoot(officer, 'submission-390', true);
    await expectAccessible(officer);
    await expectNoOverflow(officer);

    await officer.getByRole('link', { name: /เคยได้ 0/ }).click();
    const zero = officer.locator('.ita-item');
    await expect.poll(() => zero.count()).toBe(6);
    await officer.getByText('ถ้าทำข้อนี้ คะแนนรวมเพิ่ม 2.00').first().waitFor();

    await officer.getByRole('button', { name: 'แนบลิงก์ ข้อ o43' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'บันทึกลิงก์' }).click();
    await dialog.getByText('ใส่ทั้งชื่อและที่อยู่เว็บ').waitFor();
    await dialog.getByLabel('ชื่อที่แสดง').fill('รายงานผลตามมาตรการ');
    await dialog.getByLabel('ที่อยู่เว็บ').fill('khoen.go.th/o43');
    await dialog.getByRole('button', { name: 'บันทึกลิงก์' }).click();
    await dialog.getByText('ต้องขึ้นต้นด้วย https://').first().waitFor();
    await shoot(officer, 'submission-390-link');
    await expectAccessible(officer);
    await dialog.getByLabel('ที่อยู่เว็บ').fill('https://khoen.example/o43');
    await dialog.getByRole('button', { name: 'บันทึกลิงก์' }).click();
    await officer.getByText('มีหลักฐานแล้ว 1 จาก 43 ข้อ').waitFor();
    await shoot(officer, 'submission-390-linked');

    await officer.getByRole('button', { name: 'คัดลอกลิงก์ o43 รายงานผลตามมาตรการ' }).click();
    await officer.getByText('คัดลอกแล้ว').waitFor();
    expect(await officer.evaluate(() => navigator.clipboard.readText())).toBe('https://khoen.example/o43');

    await officer.getByRole('button', { name: 'เอาลิงก์ออก รายงานผลตามมาตรการ' }).click();
    await officer.getByText('มีหลักฐานแล้ว 0 จาก 43 ข้อ').waitFor();
    await officer.getByRole('button', { name: 'เลิกทำ' }).last().click();
    await officer.getByText('มีหลักฐานแล้ว 1 จาก 43 ข้อ').waitFor();

    const saved = officer.waitForEvent('download');
    await officer.getByRole('button', { name: 'ไฟล์ Excel' }).click();
    expect((await saved).suggestedFilename()).toBe('ita-2566.xlsx');
    expect(await officer.getByRole('button', { name: 'แก้รายการข้อและกำหนดส่ง' }).count()).toBe(0);
  });

  work(
    'an admin sets who does what, the last day, and the list of a new year',
    async ({ product, signIn, shoot }) => {
      const admin = await signIn(demoAdminId, DESK);
      await admin.goto(`${product.url}/staff#/submission/2570`);
      await admin.getByText(/ยังไม่มีรายการข้อของปี 2570 จึงใช้ของปี 2569 ไปก่อน/).waitFor();
      await admin.getByRole('button', { name: 'กำหนดผู้รับผิดชอบ ข้อ o17', exact: true }).click();
      const dialog = admin.getByRole('dialog');
      await dialog.getByLabel('กองที่รับผิดชอบ').selectOption({ index: 1 });
      await dialog.getByLabel('ต้องเสร็จภายใน').fill('2026-01-05');
      await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
      await admin
        .locator('#o17')
        .getByText(/เลยกำหนดมา \d+ วัน/)
        .waitFor();

      await admin.getByRole('button', { name: 'แก้รายการข้อและกำหนดส่ง' }).click();
      await dialog.getByLabel('วันสุดท้ายที่รับ').fill('2027-04-30');
      await dialog.getByLabel('รายการข้อ').fill('o1 โครงสร้าง\nแนวปฏิบัติ');
      await dialog.getByRole('button', { name: 'บันทึกรายการ' }).click();
      await dialog.getByText('บรรทัดที่ 2 ต้องขึ้นต้นด้วยเลขข้อ').waitFor();
      await shoot(admin, 'submission-1280-list');
      await expectAccessible(admin);
      await dialog.getByLabel('รายการข้อ').fill('o1 โครงสร้าง\no17 ช่องทางแจ้งเรื่องร้องเรียน');
      await dialog.getByRole('button', { name: 'บันทึกรายการ' }).click();
      await admin.getByText('มีหลักฐานแล้ว 0 จาก 2 ข้อ').waitFor();
      await admin.getByText('วันสุดท้ายที่รับ 30 เมษายน 2570').waitFor();
      await shoot(admin, 'submission-1280', true);
      await expectAccessible(admin);
      await expectNoOverflow(admin);
    },
  );
});
