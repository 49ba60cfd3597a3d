import { describe, expect } from 'vitest';
import { demoDeputyId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, PHONE, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

describe('an executive', () => {
  work(
    'decides on what was declined once its reporter asks, and sees numbers without names',
    async (office) => {
      const { product, signIn, shoot } = office;
      const resident = await villager(product, 'ยายบัว');
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      const officer = await signIn(demoOfficerId, PHONE);
      await officer.getByRole('link', { name: /70-0001/ }).click();
      await officer.getByRole('button', { name: 'เพิ่มเติม' }).click();
      await officer.getByRole('dialog').waitFor();
      await shoot(officer, 'more-390');
      await expectAccessible(officer);
      await officer.getByRole('button', { name: 'ทำให้ไม่ได้' }).click();
      await officer.getByRole('button', { name: 'แจ้งว่าทำให้ไม่ได้' }).click();
      expect(await officer.getByText('ขอให้กรอกข้อนี้').count()).toBe(2);
      await officer.getByLabel('ทำให้ไม่ได้เพราะอะไร').fill('เสาไฟเป็นของกรมทางหลวง');
      await officer.getByLabel('ผู้แจ้งทำอะไรต่อได้').fill('โทรแขวงทางหลวง 045-000-111');
      await shoot(officer, 'decline-390');
      await officer.getByRole('button', { name: 'แจ้งว่าทำให้ไม่ได้' }).click();
      await officer.locator('.tag.status', { hasText: 'ทำให้ไม่ได้' }).waitFor();
      await resident.hears('กรมทางหลวง');
      await resident.taps('ขอให้ทบทวน');

      const palad = await signIn(demoExecutiveId, DESK);
      await palad
        .getByRole('link', { name: /ขอทบทวน/ })
        .first()
        .click();
      await palad.getByRole('link', { name: /70-0001/ }).waitFor();
      await shoot(palad, 'review-1280-1-list');
      await palad.getByRole('link', { name: /70-0001/ }).click();
      await palad.getByText('รอปลัดหรือผู้บริหารตัดสิน').waitFor();
      expect(await palad.getByRole('button', { name: 'รับเรื่อง', exact: true }).count()).toBe(0);
      await palad.getByRole('button', { name: 'ตัดสินเรื่องที่ขอทบทวน' }).click();
      await palad.getByLabel('ให้ดำเนินการต่อ').check();
      await palad.getByLabel('บอกผู้แจ้งว่าอย่างไร').fill('อบต. จะประสานให้เอง');
      await expectAccessible(palad);
      await shoot(palad, 'review-1280-2-decision');
      await palad.getByRole('button', { name: 'ตัดสินและแจ้งผู้แจ้ง' }).click();
      await palad.locator('.tag.status', { hasText: 'กำลังดำเนินการ' }).waitFor();
      await resident.hears('จะประสานให้เอง');
      expect(await product.cases()).toMatchObject([{ status: 'in_progress' }]);

      await palad.getByRole('link', { name: 'ตัวเลข' }).first().click();
      await palad.locator('.figures').getByText('1 เรื่อง', { exact: true }).waitFor();
      const shown = await palad.locator('main').innerText();
      for (const word of ['ยายบัว', 'สมหญิง', 'บุญมา', 'กรมทางหลวง']) expect(shown).not.toContain(word);
      await palad.setViewportSize({ width: 320, height: 640 });
      await expectNoOverflow(palad);
      await expectAccessible(palad);
      await shoot(palad, 'numbers-320', true);
    },
  );

  work(
    'does not see ก่อกวน closed by one person: a second officer has to confirm',
    async ({ product, signIn, shoot }) => {
      const resident = await villager(product, 'เด็กซน');
      await resident.complains('ไฟถนนดับ หมู่ 4 ล้อเล่น');
      const first = await signIn(demoOfficerId, PHONE);
      await first.getByRole('link', { name: /70-0001/ }).click();
      await first.getByRole('button', { name: 'เพิ่มเติม' }).click();
      await first.getByRole('button', { name: 'เป็นเรื่องก่อกวน' }).click();
      await first.getByLabel('เห็นว่าก่อกวนเพราะอะไร').fill('ผู้แจ้งเขียนเองว่าล้อเล่น');
      await first.getByRole('button', { name: 'เสนอว่าก่อกวน' }).click();
      await first.getByText('รอเจ้าหน้าที่อีกคนยืนยัน').first().waitFor();
      expect(await first.getByRole('button', { name: 'ยืนยันว่าก่อกวน' }).count()).toBe(0);
      const second = await signIn(demoDeputyId, PHONE);
      await second.getByRole('link', { name: /70-0001/ }).click();
      await second.getByText('ผู้แจ้งเขียนเองว่าล้อเล่น').first().waitFor();
      await shoot(second, 'mischief-390');
      await expectAccessible(second);
      await second.getByRole('button', { name: 'ยืนยันว่าก่อกวน' }).click();
      await second.locator('.tag.status', { hasText: 'เสร็จสิ้น' }).waitFor();
      expect(await product.cases()).toMatchObject([{ status: 'closed' }]);
      await second.getByRole('button', { name: 'คืนเป็นเรื่องปกติ' }).click();
      await second.locator('.tag.status', { hasText: 'รับเรื่องแล้ว' }).waitFor();
    },
  );
});
