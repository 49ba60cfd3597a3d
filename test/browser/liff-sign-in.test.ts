import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { launchBrowser } from './launch.ts';
import { type LineAnswers, playLine } from './line-login.ts';
import { type Product, startProduct } from './product.ts';
import { openWindow } from './sign-in.ts';

let browser: Browser;
let product: Product;
/** LIFF reads the browser's clock: the product runs at the same time. */
beforeAll(async () => {
  [browser, product] = await Promise.all([
    launchBrowser(),
    startProduct(Date.now(), ({ login: { tokens, jwksUrl } }) => ({
      channelId: tokens.channelId,
      jwksUrl,
      way: { by: 'liff', liffId: `${tokens.channelId}-AbcdEfgh` },
    })),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function open(answers: LineAnswers) {
  const opened = await openWindow(browser);
  const asked = await playLine(opened.page.context(), product.simulator.login.tokens, answers);
  return { ...opened, asked };
}
const withLine = { name: 'เข้าสู่ระบบด้วย LINE' };

describe('signing in with the real LIFF', () => {
  it('leads over LINE into the console, and leaves nothing behind on this desk', async () => {
    const { page, asked, problems } = await open({ userId: demoOfficerId });
    await page.goto(`${product.url}/staff#/menu`);
    await page.getByRole('button', withLine).click();
    await page.getByRole('heading', { name: 'สมหญิง ใจดี (ทดลอง)' }).waitFor();
    expect(page.url()).toMatch(/\/staff#\/menu$/);
    expect(new Set(asked.map((address) => address.split('/')[0]))).toEqual(
      new Set(['api.line.me', 'access.line.me']),
    );
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    const before = asked.length;
    await page.reload();
    await page.getByRole('button', withLine).waitFor();
    expect(asked.slice(before).some((address) => address.includes('authorize'))).toBe(false);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('tells somebody who is not on the staff what to do', async () => {
    const stranger = product.simulator.platform.addPerson('มาเยี่ยม', 'resident').userId;
    const { page } = await open({ userId: stranger });
    await page.goto(`${product.url}/staff/sign-in`);
    await page.getByRole('button', withLine).click();
    await page.getByText('ขอรหัสเชิญจากผู้ดูแลระบบ').waitFor();
    expect(await page.getByRole('button', withLine).isVisible()).toBe(true);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  });

  it('says that the clock is wrong where it is', async () => {
    const { page } = await open({ userId: demoOfficerId });
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    await page.goto(`${product.url}/staff/sign-in`);
    await page.getByRole('button', withLine).click();
    await page.getByText('วันเวลาในเครื่องนี้ไม่ตรง').waitFor();
    await page.context().close();
  });

  it('says that LINE does not know this page where it does not', async () => {
    const { page } = await open({ userId: demoOfficerId, app: 404 });
    await page.goto(`${product.url}/staff/sign-in`);
    await page.getByText('ยังไม่ได้ลงทะเบียนกับ LINE').waitFor();
    await page.context().close();
  });

  it('says that there is no network where there is none, and goes on when there is', async () => {
    const { page } = await open({ userId: demoOfficerId });
    const context = page.context();
    await context.route('https://api.line.me/**', (route) => route.abort());
    await page.goto(`${product.url}/staff/sign-in`);
    await page.getByText('ติดต่อ LINE ไม่ได้').waitFor();
    await context.unroute('https://api.line.me/**');
    await page.getByRole('button', { name: 'ลองอีกครั้ง' }).click();
    await page.getByRole('button', withLine).waitFor();
    await context.close();
  });
});
