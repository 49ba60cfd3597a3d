import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { allPages } from './addresses.ts';
import { type Khoen, openKhoen } from './khoen.ts';

let khoen: Khoen;
let browser: Browser;
beforeAll(async () => {
  [khoen, browser] = await Promise.all([openKhoen(), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await khoen.close();
});

const isRefusal = (text: string): boolean => text.includes('Content Security Policy');

/** What a page's policy refused, as the browser's console says, and what went wrong otherwise. */
function listen(page: Page) {
  const refused: string[] = [];
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (line) => {
    const text = line.text();
    if (isRefusal(text)) refused.push(text);
    else if (line.type() === 'error' && !text.includes('Failed to load resource')) wrong.push(text);
  });
  return { refused, wrong };
}

/** Opens an address whose HTML came with something put into its body on the way; its headers are as they were. */
async function openWith(page: Page, path: string, injected: string): Promise<void> {
  await page.route(`${khoen.url}${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', `${injected}</body>`);
    await route.fulfill({ response, body });
  });
  await page.goto(`${khoen.url}${path}`, { waitUntil: 'load' });
}

it.each(allPages)('%s keeps to its own policy, and its styles apply', async (_name, path) => {
  const page = await browser.newPage();
  const { refused, wrong } = listen(page);
  await page.goto(`${khoen.url}${path}`, { waitUntil: 'networkidle' });
  const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThanOrEqual(18);
  expect(refused).toEqual([]);
  expect(wrong).toEqual([]);
  await page.close();
});

const injections: readonly (readonly [name: string, html: string])[] = [
  ['an inline script', `<script>document.documentElement.dataset.did = 'it'</script>`],
  ['a handler', `<img src="/nothing.png" onerror="document.documentElement.dataset.did = 'it'">`],
  [
    'a script as data',
    `<script src="data:text/javascript,document.documentElement.dataset.did='it'"></script>`,
  ],
  ['a style sheet', '<style>html { --did: it }</style>'],
  ['a style of an element', `<p id="styled" style="--did: it">x</p>`],
  ['a frame', `<iframe src="/privacy"></iframe>`],
  ['a form that leads away', `<form action="https://elsewhere.example/"><button id="away">x</button></form>`],
];

/** Whether anything that was put in took effect. */
const took = (): boolean =>
  document.documentElement.dataset.did !== undefined ||
  ['html', '#styled'].some((selector) => {
    const found = document.querySelector(selector);
    return found !== null && getComputedStyle(found).getPropertyValue('--did') !== '';
  });

// `/tip` runs scripts of its own, `/` none.
for (const path of ['/', '/tip']) {
  it.each(injections)(`${path} refuses %s`, async (_name, html) => {
    const page = await browser.newPage();
    const { refused } = listen(page);
    await openWith(page, path, html);
    await page.evaluate(() => document.querySelector<HTMLElement>('#away')?.click());
    await expect.poll(() => refused.length).toBeGreaterThan(0);
    expect(await page.evaluate(took)).toBe(false);
    expect(page.url()).toBe(`${khoen.url}${path}`);
    await page.close();
  });
}

it('what is put in takes effect where there is no policy', async () => {
  const page = await browser.newPage();
  for (const [, html] of injections.slice(0, 5)) {
    await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${khoen.url}/bare`, { waitUntil: 'load' });
    await expect.poll(() => page.evaluate(took)).toBe(true);
    await page.unroute('**/bare');
  }
  await page.close();
});

it('no page of elsewhere shows a page of ours in a frame', async () => {
  const page = await browser.newPage();
  const { refused } = listen(page);
  await page.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${khoen.url}/tip"></iframe>` }),
  );
  await page.goto(`${khoen.url}/bare`, { waitUntil: 'load' });
  await expect.poll(() => refused.join()).toContain('frame-ancestors');
  await page.close();
});
