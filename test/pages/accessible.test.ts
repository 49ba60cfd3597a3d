import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible } from '../support/page-checks.ts';
import { allPages } from './addresses.ts';
import { type Khoen, openKhoen } from './khoen.ts';

const MILLISECONDS = 60_000;
/** More than any page has that can be reached. */
const MOST_TABS = 600;

let khoen: Khoen;
let browser: Browser;
beforeAll(async () => {
  [khoen, browser] = await Promise.all([openKhoen(), launchBrowser()]);
}, MILLISECONDS);
afterAll(async () => {
  await browser.close();
  await khoen.close();
});

async function visit(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${khoen.url}${path}`);
  if (path === '/tip') await page.getByRole('button', { name: 'เริ่ม' }).waitFor();
  if (path === '/track') await page.getByLabel('รหัสลับ').waitFor();
  return page;
}

it.each(allPages)(
  '%s breaks no rule of WCAG 2.2 AA that can be told, folded and unfolded, light and dark',
  async (_, path) => {
    const page = await visit(path);
    await expectAccessible(page);
    const details = page.locator('details');
    if ((await details.count()) > 0) {
      await details.evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectAccessible(page);
    }
    await page.context().close();
  },
  MILLISECONDS,
);

/** Runs in the page: gives everything that can be used a number, radio buttons of one question the same. */
function numberAll(): number {
  const groups = new Map<string, number>();
  let next = 0;
  const selector =
    'a[href], button:not([disabled]), input:not([type=hidden]), textarea, select, summary, [tabindex="0"]';
  for (const one of document.querySelectorAll<HTMLElement>(selector)) {
    const group = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined;
    const known = group === undefined ? undefined : groups.get(group);
    const number = known ?? next;
    if (known === undefined) next += 1;
    if (group !== undefined) groups.set(group, number);
    one.dataset.number = String(number);
  }
  return next;
}

/** Runs in the page: what has the focus, and what is wrong with how it shows. */
function focused(): { number?: string; folded: boolean; wrong?: string } {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one.dataset.number === undefined) return { folded: false };
  const { number } = one.dataset;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const isShown =
    box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isRinged =
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
  const what = `${one.tagName} ${one.textContent?.slice(0, 40) ?? ''}`;
  const wrong = isShown ? (isRinged ? undefined : `no ring: ${what}`) : `out of sight: ${what}`;
  const details = one.tagName === 'SUMMARY' ? one.parentElement : null;
  const folded = details instanceof HTMLDetailsElement && !details.open;
  return { number, folded, ...(wrong === undefined ? {} : { wrong }) };
}

it.each(allPages)(
  '%s is reached with the keyboard alone, and shows where one is',
  async (_, path) => {
    const page = await visit(path);
    const count = await page.evaluate(numberAll);
    const reached = new Set<string>();
    const wrong: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS && reached.size < count; tabs += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(focused);
      if (here.number === undefined) continue;
      if (here.wrong !== undefined) wrong.push(here.wrong);
      if (here.folded) await page.keyboard.press('Enter');
      reached.add(here.number);
    }
    const missed = await page
      .locator('[data-number]')
      .evaluateAll(
        (all, known) =>
          all.flatMap((one) =>
            one instanceof HTMLElement && !known.includes(one.dataset.number ?? '')
              ? [one.outerHTML.slice(0, 80)]
              : [],
          ),
        [...reached],
      );
    expect(count).toBeGreaterThan(5);
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
    await page.context().close();
  },
  MILLISECONDS,
);
