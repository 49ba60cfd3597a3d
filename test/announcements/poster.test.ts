import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { type Khoen, openKhoen } from '../pages/khoen.ts';
import { A4, type Printed, print } from '../support/pdf.ts';
import { fullAnnouncement, longAnnouncement, shownAnnouncement, withdrawnAnnouncement } from './shelf.ts';

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

async function printed(path: string, name: string): Promise<Printed[]> {
  const page = await browser.newPage();
  await page.goto(`${site.url}/announcements/${path}`);
  const sheets = await print(page, name);
  await page.close();
  return sheets;
}

/** How often the agency's number and that of ป.ป.ช., which stands in the foot of every page, were printed. */
const numbers = (sheet: Printed | undefined): number[] =>
  ['045-000-000', '1205'].map((number) => (sheet?.words ?? '').split(number).length - 1);

test.each([
  [`${shownAnnouncement}/poster`, 'poster-short'],
  [`${longAnnouncement}/poster`, 'poster-long'],
  [`${fullAnnouncement}/poster`, 'poster-full'],
  [shownAnnouncement, 'announcement'],
  [withdrawnAnnouncement, 'announcement-withdrawn'],
])(
  '%s is printed on one sheet of A4, with the number to call and without the foot of the page',
  async (path, name) => {
    const sheets = await printed(path, name);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject(A4);
    expect(numbers(sheets[0])).toEqual([1, 0]);
  },
);
