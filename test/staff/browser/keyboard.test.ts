import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { DESK, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

const ANSWER = 'รับทราบ ช่างจะไปวันนี้';

/** Presses Tab until something whose words begin so has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return '';
      const label = at.id === '' ? undefined : document.querySelector(`label[for="${at.id}"]`)?.textContent;
      return label ?? at.getAttribute('aria-label') ?? at.textContent ?? '';
    });
    if (focused.includes(words)) return;
  }
  throw new Error(`Tab never reached ${words}`);
}

describe('with the keyboard alone', () => {
  work(
    'an officer goes from the list to a case, takes it, answers it and comes back to where they were',
    async ({ product, signIn }) => {
      const resident = await villager(product, 'ตาสี');
      await resident.sendsPhoto();
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      const page = await signIn(demoOfficerId, DESK);
      await page.getByRole('link', { name: /70-0001/ }).waitFor();
      await tabTo(page, '70-0001');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /70-0001/ }).waitFor();
      await page.locator('.photo-button img').waitFor();
      await tabTo(page, 'แตะเพื่อดูรูปที่ 1');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'รูปที่ 1' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('photo-button');
      await tabTo(page, 'รับเรื่อง');
      await page.keyboard.press('Enter');
      await page.getByText('รับเรื่องแล้ว').first().waitFor();
      await tabTo(page, 'ตอบ');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await tabTo(page, 'ข้อความถึงผู้แจ้ง');
      await page.keyboard.type(ANSWER);
      await tabTo(page, 'ส่งให้ผู้แจ้ง');
      await page.keyboard.press('Enter');
      await page.locator('.bubble.staff', { hasText: ANSWER }).waitFor();
      await resident.hears(ANSWER);
      await tabTo(page, 'กลับไปรายการ');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'เรื่องจากประชาชน' }).waitFor();
    },
  );
});
