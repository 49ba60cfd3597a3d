import { describe, expect } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible } from '../../support/page-checks.ts';
import { PHONE, withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

const ANSWER = 'ช่างจะไปวันศุกร์นี้';

describe('a connection that is lost while answering', () => {
  work('keeps what was typed, and sends it once when it is back', async ({ product, signIn, shoot }) => {
    const resident = await villager(product, 'ป้าแก้ว');
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
    const page = await signIn(demoOfficerId, PHONE);
    await page.getByRole('link', { name: /70-0001/ }).click();
    await page.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await page.getByLabel('ข้อความถึงผู้แจ้ง').fill(ANSWER);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
    await page.getByRole('dialog').getByText('เน็ตหลุด').waitFor();
    expect(await page.getByLabel('ข้อความถึงผู้แจ้ง').inputValue()).toBe(ANSWER);
    await shoot(page, 'offline-390');
    await expectAccessible(page);
    expect(resident.said()).not.toContain(ANSWER);
    await page.context().setOffline(false);
    await page.locator('.bubble.staff', { hasText: ANSWER }).waitFor();
    await resident.hears(ANSWER);
    expect(resident.times(ANSWER)).toBe(1);
    expect(await page.locator('.bubble.staff').count()).toBe(1);
  });

  work('does not send twice where only the reply was lost', async ({ product, signIn }) => {
    const resident = await villager(product, 'ป้าแก้ว');
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
    const page = await signIn(demoOfficerId, PHONE);
    await page.getByRole('link', { name: /70-0001/ }).click();
    await page.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await page.getByLabel('ข้อความถึงผู้แจ้ง').fill(ANSWER);
    let sent = 0;
    await page.route('**/api/staff/cases/*/answer', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
    await page.getByText('เน็ตหลุด').first().waitFor();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('.bubble.staff', { hasText: ANSWER }).waitFor();
    await page.getByText('ส่งคำตอบให้ผู้แจ้งแล้ว').waitFor();
    expect(sent).toBe(2);
    expect(await page.locator('.bubble.staff').count()).toBe(1);
    expect(await page.getByText('มีคนทำเรื่องนี้ไปก่อน').count()).toBe(0);
  });
});
