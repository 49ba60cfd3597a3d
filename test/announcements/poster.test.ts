import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { type Khoen, openKhoen } from '../pages/khoen.ts';
import { longAnnouncement, shownAnnouncement } from './shelf.ts';

let site: Khoen;
let browser: Browser;
beforeAll(async () => {
  site = await openKhoen();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each([shownAnnouncement, longAnnouncement])('the poster of %s is one sheet of A4', async (id) => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/announcements/${id}/poster`);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.close();
});
