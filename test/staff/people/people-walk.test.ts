import { describe, expect } from 'vitest';
import { demoAdminId, demoDeputyId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, type Size, withBrowser, work } from '../browser/office.ts';

withBrowser();

function joinAndLeave(size: Size, pictures: string) {
  return async ({ product, signIn, shoot }: Office): Promise<void> => {
    const { client, platform } = product.simulator;
    const page = await signIn(demoAdminId, size);
    await page.goto(`${product.url}/staff#/people`);
    await page.getByRole('heading', { name: 'เจ้าหน้าที่', exact: true }).waitFor();
    await page.getByText('สมหญิง ใจดี').first().waitFor();
    await shoot(page, `${pictures}-people`, true);
    await expectNoOverflow(page);
    await expectAccessible(page);

    // Bad input is said at its field, and what was typed stays.
    await page.getByRole('link', { name: 'เชิญเจ้าหน้าที่' }).click();
    await page.getByLabel('ตำแหน่ง').fill('นายช่างโยธา');
    await page.getByRole('button', { name: 'ขอรหัสเชิญ' }).click();
    await page.getByRole('link', { name: 'ยังไม่ได้กรอก' }).waitFor();
    await shoot(page, `${pictures}-invite-wrong`);
    await expectAccessible(page);
    await page.getByLabel('ชื่อและนามสกุล').fill('ชูใจ มาใหม่');
    await page.getByLabel('กอง/สำนัก').selectOption({ label: 'กองช่าง' });
    await page.getByRole('button', { name: 'ขอรหัสเชิญ' }).click();
    const code = (await page.locator('.code').innerText()).trim();
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    await shoot(page, `${pictures}-invite-code`);
    await expectNoOverflow(page);
    await expectAccessible(page);

    const { userId } = await client.addPerson('ชูใจ');
    await client.sendText(userId, code);
    expect(await client.idle()).toBe(true);
    expect(JSON.stringify(platform.chats.get(userId)?.map(({ message }) => message))).toContain('เข้าร่วมแล้ว');

    await page.getByRole('link', { name: 'เจ้าหน้าที่ทั้งหมด' }).click();
    await page.getByRole('link', { name: /ชูใจ มาใหม่/ }).click();
    await page.getByRole('heading', { name: 'ชูใจ มาใหม่', exact: true }).waitFor();
    await page.getByText('หมวดที่ดูแล').click();
    await page.getByLabel('ไฟฟ้าสาธารณะ').selectOption({ label: 'คนแทน' });
    await page.getByLabel('กองช่าง', { exact: true }).check();
    await page.getByLabel(/^อีเมล/).fill('chujai');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByRole('link', { name: 'ต้องเป็นอีเมล' }).waitFor();
    await page.getByLabel(/^อีเมล/).fill('chujai@khoen.example');
    await shoot(page, `${pictures}-person`, true);
    await expectNoOverflow(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.getByText('บันทึกแล้ว').waitFor();

    // Their open page stops at the next call once they are removed.
    const theirs = await signIn(demoDeputyId, PHONE);
    await page.goto(`${product.url}/staff#/people`);
    await page.getByRole('link', { name: /บุญมา ขยันยิ่ง/ }).click();
    await page.getByRole('button', { name: 'เอาออกจากเจ้าหน้าที่' }).click();
    await page.getByText('ไม่มีเรื่องค้างอยู่').waitFor();
    await page.getByLabel('คนรับช่วงต่อ').selectOption({ label: 'ชูใจ มาใหม่' });
    await shoot(page, `${pictures}-removal`);
    await page.getByRole('button', { name: /^เอา บุญมา .* ออก$/ }).click();
    await page.getByText(/เอา บุญมา .* ออกแล้ว/).waitFor();
    expect(await page.getByRole('link', { name: /บุญมา ขยันยิ่ง/ }).count()).toBe(0);
    await theirs.goto(`${product.url}/staff#/publish`);
    await theirs.getByRole('heading', { name: 'บัญชีนี้ไม่อยู่ในรายชื่อเจ้าหน้าที่แล้ว' }).waitFor();
  };
}

describe('somebody is invited, joins with the code in the chat, is given work, and another leaves', () => {
  work('on a phone', joinAndLeave(PHONE, 'people-390'));
  work('at a desk', joinAndLeave(DESK, 'people-1280'));

  work('with the keyboard alone, at 320 px', async ({ product, signIn }) => {
    const page = await signIn(demoAdminId, { width: 320, height: 640 });
    await page.goto(`${product.url}/staff#/people/invite`);
    await page.getByLabel('ชื่อและนามสกุล').focus();
    await page.keyboard.type('มานะ แป้นพิมพ์');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const button = page.getByRole('button', { name: 'ขอรหัสเชิญ' });
    for (let n = 0; n < 12 && !(await button.evaluate((one) => one === document.activeElement)); n += 1) {
      await page.keyboard.press('Tab');
    }
    await page.getByRole('checkbox', { name: 'ผู้ดูแลระบบ' }).waitFor();
    await page.getByRole('checkbox', { name: /เจ้าหน้าที่รับเรื่อง/ }).check();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.code').waitFor();
    await expectNoOverflow(page);
  });
});
