import { describe, expect } from 'vitest';
import { demoAdminId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { SettingsPart } from '../../../domain/staff/settings.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, type Size, withBrowser, work } from '../browser/office.ts';
import { villager } from '../browser/villager.ts';

withBrowser();

const ANSWER = 'รับเรื่องแล้วค่ะ ช่างจะไปดูภายในสัปดาห์นี้';

function setEverything(size: Size, pictures: string) {
  return async ({ product, signIn, shoot }: Office): Promise<void> => {
    const page = await signIn(demoAdminId, size);
    await page.goto(`${product.url}/staff#/settings`);
    await page.getByRole('heading', { name: 'ตั้งค่า', exact: true }).waitFor();
    await shoot(page, `${pictures}-overview`, true);
    await expectNoOverflow(page);
    await expectAccessible(page);
    for (const part of [...SettingsPart.options, 'targets']) {
      await page.goto(`${product.url}/staff#/settings/${part}`);
      await page.getByRole('link', { name: 'ตั้งค่าทั้งหมด' }).waitFor();
      await page.getByRole('button', { name: /^(บันทึก|ขอรหัสสำหรับกลุ่ม)$/ }).waitFor();
      await page.getByText('กำลังโหลด').waitFor({ state: 'detached' });
      await shoot(page, `${pictures}-${part}`, true);
      await expectNoOverflow(page);
      await expectAccessible(page);
    }
    await page.goto(`${product.url}/staff#/settings/categories`);
    await page.getByText('ไฟฟ้าสาธารณะ').click();
    await page.getByLabel('ต้องตอบครั้งแรกภายใน (วัน)').fill('0');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByRole('link', { name: 'ต้องเป็นตัวเลขในช่วงที่ใช้ได้' }).click();
    expect(
      await page.getByLabel('ต้องตอบครั้งแรกภายใน (วัน)').evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await shoot(page, `${pictures}-wrong`, true);
    await expectAccessible(page);
    await page.getByLabel('ต้องตอบครั้งแรกภายใน (วัน)').fill('5');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByText('บันทึกแล้ว').waitFor();
    await page.getByText('กองช่าง · สมหญิง ใจดี (ทดลอง) · 5 วัน').waitFor();
    await page.getByRole('button', { name: 'กลับไปใช้ค่าก่อนหน้า' }).waitFor();
    await shoot(page, `${pictures}-saved`, true);
    await page.getByRole('button', { name: 'เลิกทำ' }).click();
    await page.getByText('กองช่าง · สมหญิง ใจดี (ทดลอง) · 5 วัน').waitFor({ state: 'detached' });
  };
}

describe('an admin sets things', () => {
  work('on a phone', setEverything(PHONE, 'settings-390'));
  work('at a desk', setEverything(DESK, 'settings-1280'));

  work('two admins at once: the second sees what the first saved, and loses nothing', async (office) => {
    const { product, signIn, shoot } = office;
    const [first, second] = [await signIn(demoAdminId, DESK), await signIn(demoAdminId, PHONE)];
    for (const page of [first, second]) await page.goto(`${product.url}/staff#/settings/agency`);
    await first.getByLabel('เบอร์โทร').fill('045-111-222');
    await second.getByLabel('เบอร์โทร').fill('045-333-444');
    await first.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await first.getByText('บันทึกแล้ว').waitFor();
    await second.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await second.getByText('ตอนนี้: 045-111-222').waitFor();
    await second.getByText('ของท่าน: 045-333-444').waitFor();
    expect(await second.getByLabel('เบอร์โทร').inputValue()).toBe('045-333-444');
    await shoot(second, 'settings-clash', true);
    await expectNoOverflow(second);
    await expectAccessible(second);
    await second.getByRole('button', { name: 'บันทึกของท่านทับ' }).click();
    await second.getByText('บันทึกแล้ว').waitFor();
    await first.reload();
  });

  work('a template is written, and used to answer', async ({ product, signIn, shoot }) => {
    const page = await signIn(demoAdminId, DESK);
    await page.goto(`${product.url}/staff#/settings/templates`);
    await page.getByRole('button', { name: 'เพิ่มคำตอบ' }).click();
    await page.getByLabel('หัวข้อ (เจ้าหน้าที่เห็น)').fill('จะไปดู');
    await page.getByLabel('คำตอบ (ผู้แจ้งเห็น)').fill(ANSWER);
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByText('บันทึกแล้ว').waitFor();
    await shoot(page, 'settings-template');

    const resident = await villager(product, 'ยายบัว');
    await resident.complains('ไฟถนนดับ หมู่ 4');
    const officer = await signIn(demoOfficerId, PHONE);
    await officer.getByRole('link', { name: /70-0001/ }).click();
    await officer.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await officer.getByRole('button', { name: 'จะไปดู' }).click();
    expect(await officer.getByLabel('ข้อความถึงผู้แจ้ง').inputValue()).toBe(ANSWER);
    await shoot(officer, 'settings-template-used');
  });
});
