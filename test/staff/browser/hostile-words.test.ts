import { describe, expect } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { withBrowser, work } from './office.ts';
import { villager } from './villager.ts';

withBrowser();

const MARKUP =
  '<script>document.title="hacked"</script><img src=x onerror="document.title=\'hacked\'"><b>หนา</b>';
const ARABIC = 'مرحبا بكم في القرية';
const SENTENCE = 'ไฟถนนดับหน้าวัดมาหลายคืนแล้ว ';
const LONG = SENTENCE.repeat(160);

describe('a complaint that is no plain sentence', () => {
  work('is shown as text, whole, and touches nothing around it', async ({ product, signIn, shoot }) => {
    const resident = await villager(product, 'คนลองของ');
    await resident.says(MARKUP);
    await resident.says(`${ARABIC} \u202egnp.txt`);
    for (let n = 0; n < 3; n += 1) await resident.says(LONG);
    await resident.complains(`${'ก'.repeat(4800)} หมู่ 4`);

    const page = await signIn(demoOfficerId, { width: 320, height: 640 });
    const policy = (await page.request.get(`${product.url}/staff`)).headers()['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    await page.getByRole('link', { name: /70-0001/ }).waitFor();
    await expectNoOverflow(page);
    await shoot(page, 'hostile-320-1-inbox');
    await page.getByRole('link', { name: /70-0001/ }).click();
    await page.getByRole('heading', { name: /70-0001/ }).waitFor();
    const said = page.locator('.bubble.reporter .said');
    await said.waitFor();
    const text = (await said.textContent()) ?? '';
    expect(text.length).toBeGreaterThan(18_500);
    expect(text).toContain(MARKUP);
    expect(text).toContain(ARABIC);
    expect(await said.locator('*').count()).toBe(0);
    expect(await said.evaluate((one) => getComputedStyle(one).unicodeBidi)).toMatch(/isolate|plaintext/);
    expect(await page.title()).not.toContain('hacked');
    await expectNoOverflow(page);
    await expectAccessible(page);
    await shoot(page, 'hostile-320-2-folded');
    const folded = await said.evaluate((one) => one.clientHeight);
    await page.getByRole('button', { name: /อ่านทั้งหมด/ }).click();
    await expect.poll(() => said.evaluate((one) => one.clientHeight)).toBeGreaterThan(folded * 3);
    await expectNoOverflow(page);
    await page.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await page.getByLabel('ข้อความถึงผู้แจ้ง').fill(MARKUP);
    await page.locator('.chat-bubble', { hasText: '<script>' }).waitFor();
    await expectNoOverflow(page);
    await shoot(page, 'hostile-320-3-answer');
    await page.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
    await page.locator('.bubble.staff', { hasText: '<img src=x' }).waitFor();
    await resident.hears('<script>');
    expect(await page.title()).not.toContain('hacked');
  });
});
