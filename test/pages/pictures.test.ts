import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { openStage, type PagesStage, wholePage } from './stage.ts';

const PICTURES = fileURLToPath(new URL('../../artefacts/pages/', import.meta.url));

let stage: PagesStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), launchBrowser()]);
  await stage.publish(wholePage);
  await mkdir(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const widths = [320, 390, 1280];
const addresses = [
  ['home', '/'],
  ['privacy', '/privacy'],
  ['not-found', '/nowhere'],
] as const;

it.each(addresses)('%s stays within the screen at every width, light and dark', async (name, path) => {
  for (const width of widths) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      await page.goto(`${stage.url}${path}`);
      await page.screenshot({ path: `${PICTURES}${name}-${width}-${colorScheme}.png`, fullPage: true });
      if (name === 'home' && colorScheme === 'light') {
        for (const summary of await page.locator('summary').all()) await summary.click();
        await page.screenshot({ path: `${PICTURES}${name}-${width}-open.png`, fullPage: true });
      }
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow, `${name} at ${width}`).toBe(0);
      await context.close();
    }
  }
});
