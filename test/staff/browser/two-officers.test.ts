import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible } from '../../support/page-checks.ts';
import { DESK, PHONE, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

const FIRST = 'ช่างไปถึงแล้ว';
const SECOND = 'จะส่งช่างไปพรุ่งนี้';

const openCase = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /70-0001/ }).click();
  await page.getByRole('heading', { name: /70-0001/ }).waitFor();
};

const writes = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'ตอบ', exact: true }).click();
  await page.getByLabel('ข้อความถึงผู้แจ้ง').fill(words);
};

describe('two officers on one case', () => {
  work(
    'the second is told what the first did, keeps what was typed, and sends it when they still want to',
    async ({ product, signIn, shoot }) => {
      const resident = await villager(product, 'ลุงคำ');
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      const first = await signIn(demoOfficerId, DESK);
      const second = await signIn(demoDeputyId, PHONE);
      for (const page of [first, second]) await openCase(page);
      await writes(first, FIRST);
      await writes(second, SECOND);
      await first.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
      await first.locator('.bubble.staff', { hasText: FIRST }).waitFor();
      await resident.hears(FIRST);

      await second.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
      const told = second.getByRole('dialog').getByRole('alert').first();
      await told.getByText('มีคนทำเรื่องนี้ไปก่อน').waitFor();
      await told.getByText('สมหญิง ใจดี (ทดลอง) · ตอบผู้แจ้ง').waitFor();
      expect(await second.getByLabel('ข้อความถึงผู้แจ้ง').inputValue()).toBe(SECOND);
      expect(resident.said()).not.toContain(SECOND);
      await shoot(second, 'clash-390');
      await expectAccessible(second);

      await second.getByRole('button', { name: 'ดูแล้ว ส่งของฉันด้วย' }).click();
      await second.locator('.bubble.staff', { hasText: SECOND }).waitFor();
      await second.locator('.bubble.staff', { hasText: FIRST }).waitFor();
      await resident.hears(SECOND);
      expect(resident.times(SECOND)).toBe(1);
    },
  );

  work(
    'what can no longer be done is said, and what was typed can still be taken along',
    async ({ product, signIn }) => {
      const resident = await villager(product, 'ลุงคำ');
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      const first = await signIn(demoOfficerId, DESK);
      const second = await signIn(demoDeputyId, DESK);
      for (const page of [first, second]) await openCase(page);
      await second.getByRole('button', { name: 'ดำเนินการแล้ว', exact: true }).click();
      await second.getByLabel(/ทำอะไรไปแล้ว/).fill(SECOND);
      await first.getByRole('button', { name: 'ดำเนินการแล้ว', exact: true }).click();
      await first.getByRole('button', { name: 'แจ้งว่าดำเนินการแล้ว' }).click();
      await first.getByText('แจ้งว่าเสร็จแล้ว').first().waitFor();
      await second.getByRole('button', { name: 'แจ้งว่าดำเนินการแล้ว' }).click();
      await second.getByRole('dialog').getByRole('alert').first().waitFor();
      await second.getByText('แจ้งว่าดำเนินการแล้ว', { exact: false }).first().waitFor();
      expect(await second.getByLabel(/ทำอะไรไปแล้ว/).inputValue()).toBe(SECOND);
      expect(await second.getByRole('button', { name: 'ดูแล้ว ส่งของฉันด้วย' }).count()).toBe(0);
      expect(await product.cases()).toMatchObject([{ status: 'resolved' }]);
    },
  );
});
