import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, PageScreenshotOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { allPages } from './addresses.ts';
import { type Khoen, openKhoen } from './khoen.ts';

const PICTURES = fileURLToPath(new URL('../../artefacts/pages/', import.meta.url));
const WIDTHS = [320, 390, 1280];
/** Taller pictures, in pixels, take the browser's drawing surface with them. */
const TALLEST = 4000;
const MILLISECONDS = 60_000;

let khoen: Khoen;
let browser: Browser;
beforeAll(async () => {
  [khoen, browser] = await Promise.all([openKhoen(), launchBrowser(), mkdir(PICTURES, { recursive: true })]);
}, MILLISECONDS);
afterAll(async () => {
  await browser.close();
  await khoen.close();
});

/** Takes a picture; once more where the browser was just replacing its drawing process and had nothing to take. */
const take = (page: Page, options: PageScreenshotOptions): Promise<Buffer> =>
  page.screenshot(options).catch(() => page.screenshot(options));

it.each(allPages)(
  '%s stays within the screen at every width, folded and unfolded',
  async (name, path) => {
    const context = await browser.newContext({ javaScriptEnabled: name === 'tip' || name === 'track' });
    const page = await context.newPage();
    const shoot = async (what: string): Promise<void> => {
      const { width, height } = await page
        .locator('html')
        .evaluate((html) => ({ width: html.clientWidth, height: html.scrollHeight }));
      for (let y = 0, sheet = 1; y < height; y += TALLEST, sheet += 1) {
        await take(page, {
          path: `${PICTURES}${name}-${what}${height > TALLEST ? `-${sheet}` : ''}.png`,
          fullPage: true,
          clip: { x: 0, y, width, height: Math.min(TALLEST, height - y) },
        });
      }
    };
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${khoen.url}${path}`);
      await shoot(String(width));
      const details = page.locator('details');
      await details.evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      if (width === 390 && (await details.count()) > 0) await shoot('unfolded');
      const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(over, `${name} at ${width}`).toBe(0);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await shoot('dark');
    await context.close();
  },
  MILLISECONDS,
);
