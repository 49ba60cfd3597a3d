import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import type { Product } from '../../browser/product.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, type Size, withBrowser, work } from './office.ts';
import { somePhoto, villager } from './villager.ts';

withBrowser();

const ANSWER = 'ช่างจะไปดูพรุ่งนี้เช้า ขอบคุณที่แจ้ง';

/** SHA-256 of every photo of every case, as it is kept. */
async function marksOfPhotos({ documents }: Product): Promise<string[]> {
  const all = { where: [], orderBy: [], limit: 100 };
  const cases = await documents.query({ collection: 'agencies/khoen/cases', ...all });
  const files = await Promise.all(
    cases.map(({ path }) => documents.query({ collection: `${path}/attachments`, ...all })),
  );
  return files
    .flat()
    .flatMap(({ data: { bytes } }) =>
      bytes instanceof Uint8Array ? [createHash('sha256').update(bytes).digest('hex')] : [],
    );
}

function lampWalk(size: Size, pictures: string) {
  return async ({ product, signIn, shoot }: Office): Promise<void> => {
    const resident = await villager(product, 'ยายบัว');
    await resident.sendsPhoto();
    await resident.sendsVoice();
    await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด มืดมาก ยายกลัวล้ม');
    const page = await signIn(demoOfficerId, size);
    const row = page.getByRole('link', { name: /70-0001/ });
    await row.waitFor();
    await expectNoOverflow(page);
    await expectAccessible(page);
    await shoot(page, `${pictures}-1-inbox`);

    await row.click();
    await page.getByRole('heading', { name: /70-0001/ }).waitFor();
    await page.getByText('ยายกลัวล้ม').waitFor();
    await shoot(page, `${pictures}-2-case`, true);
    await expectNoOverflow(page);
    await expectAccessible(page);

    const hidden = page.getByRole('button', { name: 'แตะเพื่อดูรูปที่ 1' });
    await hidden.locator('img').waitFor();
    expect(await hidden.locator('img').evaluate((img) => getComputedStyle(img).filter)).toContain('blur');
    await hidden.click();
    await page.getByRole('button', { name: 'ขยายรูปที่ 1' }).click();
    const zoom = page.getByRole('dialog', { name: 'รูปที่ 1' });
    await zoom.waitFor();
    await page.keyboard.press('+');
    await expect.poll(() => zoom.locator('[data-level]').getAttribute('data-level')).toBe('2');
    await shoot(page, `${pictures}-3-zoom`);
    await page.keyboard.press('Escape');
    await zoom.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'ฟังเสียงที่ 1' }).click();
    const audio = page.locator('audio');
    await audio.waitFor();
    await expect.poll(() => audio.evaluate((one: HTMLAudioElement) => one.duration)).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'รับเรื่อง', exact: true }).click();
    await page.getByText('รับเรื่องแล้ว').first().waitFor();
    expect(await product.cases()).toMatchObject([{ status: 'accepted' }]);

    await page.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await page.getByLabel('ข้อความถึงผู้แจ้ง').fill(ANSWER);
    await page.locator('.chat-bubble', { hasText: ANSWER }).waitFor();
    await shoot(page, `${pictures}-4-answer`);
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
    await page.locator('.bubble.staff', { hasText: ANSWER }).waitFor();
    await resident.hears(ANSWER);

    await page.getByRole('button', { name: 'ดำเนินการแล้ว', exact: true }).click();
    const buffer = await somePhoto('#396');
    await page
      .getByLabel('ถ่ายรูปหลังทำเสร็จ')
      .setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer });
    const taken = page.getByRole('img', { name: 'รูปหลังทำเสร็จที่เพิ่งถ่าย' });
    await taken.waitFor();
    const shown = await page.locator('figcaption code').innerText();
    await page.getByLabel(/ทำอะไรไปแล้ว/).fill('เปลี่ยนหลอดใหม่แล้ว');
    await shoot(page, `${pictures}-5-resolve`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'แจ้งว่าดำเนินการแล้ว' }).click();
    await page.getByText('แจ้งว่าเสร็จแล้ว').first().waitFor();
    expect(await product.cases()).toMatchObject([{ status: 'resolved' }]);
    expect(await marksOfPhotos(product)).toContain(shown);
    await resident.hears('เรียบร้อยไหม');
    await shoot(page, `${pictures}-6-resolved`, true);

    await resident.taps('เรียบร้อยแล้ว');
    expect(await product.cases()).toMatchObject([{ status: 'closed' }]);
    await page.getByRole('link', { name: 'กลับไปรายการ' }).click();
    await page.getByText('ไม่มีเรื่องรอรับ').waitFor();
    await shoot(page, `${pictures}-7-empty`);
  };
}

describe('a dead street lamp, from the chat to its repair', () => {
  work('on a phone', lampWalk(PHONE, 'case-390'));
  work('at a desk', lampWalk(DESK, 'case-1280'));
});
