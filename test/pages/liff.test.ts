import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { LIFF_ID, openLineApp } from './line-app.ts';
import { openStage, type PagesStage, wholePage } from './stage.ts';

const MILLISECONDS = 60_000;

let stage: PagesStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage('https://khoen.example', LIFF_ID), launchBrowser()]);
  await stage.publish(wholePage);
}, MILLISECONDS);
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const isLiff = (url: string): boolean => /\/assets\/(core|close-window)-/.test(url);

it(
  'starts LIFF inside LINE once the page has loaded, and leads back to the chat',
  async () => {
    const { page, asked, wanted, open } = await openLineApp(browser);
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await open(`${stage.url}/`);
    const back = page.getByRole('button', { name: 'กลับไปที่แชต' });
    await back.waitFor();
    const { loaded, begun } = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      const resources = performance.getEntriesByType('resource');
      return {
        loaded: navigation instanceof PerformanceNavigationTiming ? navigation.loadEventStart : Number.NaN,
        begun: resources.map(({ name, startTime }) => ({ name, startTime })),
      };
    });
    const modules = begun.filter(({ name }) => isLiff(name));
    expect(modules.map(({ name }) => name).filter((name) => name.includes('/core-'))).toHaveLength(1);
    for (const { name, startTime } of modules) expect(startTime, name).toBeGreaterThanOrEqual(loaded);
    expect(asked).toEqual(['/oauth2/v2.1/verify']);
    expect(page.url()).not.toContain('access_token');
    await back.tap();
    await expect.poll(() => wanted).toContain('liff://close');
    expect(complaints).toEqual([]);
  },
  MILLISECONDS,
);

it(
  'is read whole inside LINE while none of its scripts has arrived, and where LINE does not answer',
  async () => {
    const slow = await openLineApp(browser);
    await slow.context.route(/\/assets\//, () => undefined);
    await slow.page.goto(`${stage.url}/`, { waitUntil: 'commit' });
    await slow.page.getByText('คะแนน ITA ปี 2566').waitFor();
    expect(await slow.page.locator('#overall').innerText()).toBe('87.33');
    await slow.page.getByText('ข้อมูลส่วนบุคคลของท่าน').waitFor();

    const cut = await openLineApp(browser);
    await cut.context.route(/line\.me/, (route) => route.abort());
    await cut.open(`${stage.url}/`);
    await cut.page.waitForLoadState('networkidle');
    expect(await cut.page.locator('#overall').innerText()).toBe('87.33');
    expect(await cut.page.getByRole('button', { name: 'กลับไปที่แชต' }).count()).toBe(0);
  },
  MILLISECONDS,
);

it(
  'loads nothing of LIFF in any other browser',
  async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${stage.url}/`);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => url.includes('/assets/home-'))).toHaveLength(1);
    expect(requests.filter(isLiff)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(stage.url))).toEqual([]);
    await page.close();
  },
  MILLISECONDS,
);

it('names no script and no LIFF where no LIFF id is set', async () => {
  const plain = await openStage();
  await plain.publish(wholePage);
  expect(await (await fetch(plain.url)).text()).not.toMatch(/<script|liff/i);
  await plain.close();
});
