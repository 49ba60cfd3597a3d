import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { PHONE, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

work('requests for deletion: found in their list, one refused with a reason, one granted', async (office) => {
  const { product, signIn, shoot } = office;
  const [buaa, mee] = [await villager(product, 'ยายบัว'), await villager(product, 'ตามี')];
  for (const [resident, words] of [
    [buaa, 'ไฟถนนดับ หมู่ 4 หน้าวัด'],
    [mee, 'ไฟถนนกะพริบ หมู่ 4 ท้ายซอย'],
  ] as const) {
    await resident.complains(words);
    await resident.says(/\d{4} \d{4} \d{4} \d{4}/.exec(resident.said())?.[0] ?? '');
    await resident.taps('ขอลบเรื่องนี้');
    await resident.taps('ส่งคำขอ');
    await resident.hears('ส่งคำขอแล้ว');
  }

  const page = await signIn(demoOfficerId, PHONE);
  await page
    .getByRole('link', { name: /ขอลบข้อมูล/ })
    .first()
    .click();
  await page.getByText('ขอลบข้อมูล ตอบภายใน 30 วัน').first().waitFor();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await shoot(page, 'erasure-390-list', true);

  await page.getByRole('link', { name: /70-0001/ }).click();
  await page.getByText('ผู้แจ้งขอให้ลบเรื่องนี้ เมื่อ').waitFor();
  await shoot(page, 'erasure-390-case', true);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ยังลบไม่ได้' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'บอกผู้แจ้ง' }).click();
  await dialog.getByText('ยังไม่ได้พิมพ์ข้อความ').waitFor();
  await dialog.getByLabel('ยังลบไม่ได้เพราะอะไร').fill('ช่างยังซ่อมไม่เสร็จ');
  await shoot(page, 'erasure-390-refuse');
  await expectNoOverflow(page);
  await dialog.getByRole('button', { name: 'บอกผู้แจ้ง' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('เรื่องที่ขอให้ลบ ยังลบไม่ได้').first().waitFor();
  await buaa.hears('ช่างยังซ่อมไม่เสร็จ');

  await page.goto(`${product.url}/staff#/inbox?view=erasure`);
  await page.getByRole('link', { name: /70-0002/ }).click();
  await page.getByRole('button', { name: 'ปิดเรื่องและลบ' }).click();
  await page.getByText('ลบแล้วกู้คืนไม่ได้').waitFor();
  await shoot(page, 'erasure-390-grant', true);
  await page.locator('.asking').getByRole('button', { name: 'ปิดเรื่องและลบ' }).click();
  await page.getByText('รับคำขอลบและบอกผู้แจ้งแล้ว').first().waitFor();
  await mee.hears('ผู้แจ้งขอให้ลบเรื่องนี้');
  await expectNoOverflow(page);
});
