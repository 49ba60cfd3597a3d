import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { openSite, type Site } from './site.ts';

const WALK_MILLISECONDS = 120_000;

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await openSite(browser);
}, WALK_MILLISECONDS);
afterAll(async () => {
  await site.close();
  await browser.close();
});

/** Scroll positions at which something else than the button's own opaque row shows beside or under the button. */
const shownBeside = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'ออกด่วน',
    );
    if (button === undefined) throw new Error('there is no quick exit');
    const isItsRow = (seen: Element | null): boolean =>
      seen === button ||
      (seen?.contains(button) === true && /^rgb\(/.test(getComputedStyle(seen).backgroundColor));
    const last = document.documentElement.scrollHeight - innerHeight;
    const faults: number[] = [];
    for (let top = 0; top <= last; top += 17) {
      scrollTo({ top, behavior: 'instant' });
      const { top: from, bottom: to } = button.getBoundingClientRect();
      const rows = [from + 1, (from + to) / 2, to - 1].filter((y) => y >= 0 && y < innerHeight);
      const columns = Array.from({ length: 12 }, (_, nth) => 1 + (nth * (innerWidth - 2)) / 11);
      if (rows.some((y) => columns.some((x) => !isItsRow(document.elementFromPoint(x, y))))) faults.push(top);
    }
    return faults;
  });

it.each([
  ['/tip', 320],
  ['/tip', 390],
  ['/track', 320],
  ['/track', 390],
])(
  'on %s at %i px, nothing that is read lies under the quick exit while scrolling',
  async (path, width) => {
    const page = await site.visit(path, { width, height: 480 });
    await page.getByRole('button', { name: 'ออกด่วน' }).waitFor();
    expect(await shownBeside(page)).toEqual([]);
    await page.evaluate(() => scrollTo({ top: 260, behavior: 'instant' }));
    await page.screenshot({ path: `artefacts/forms/exit-${path.slice(1)}-${width}.png` });
  },
  WALK_MILLISECONDS,
);
