import type { Browser, Page } from 'playwright-core';
import type { Product } from './product.ts';

/** A window of the console, and what went wrong in it. */
export interface Window {
  page: Page;
  /** Errors of the page and of its console, but for refused calls, which the page tells of itself. */
  problems: string[];
}

/** The size of a small phone, of a common one, of a screen on a desk. */
export const SMALL = { width: 320, height: 640 };
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 860 };

const isRefusedCall = (words: string): boolean => words.startsWith('Failed to load resource');

/** A new browser's window, in which nobody has signed in. */
export async function openWindow(
  browser: Browser,
  { viewport = PHONE, dark = false }: { viewport?: typeof PHONE; dark?: boolean } = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !isRefusedCall(line.text())) problems.push(line.text());
  });
  return { page, problems };
}

/** On the sign-in page: signs in at the stand-in for LINE as whoever's name contains `name`. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'เข้าสู่ระบบ (ทดลอง)' }).click();
  await page.getByRole('link', { name }).click();
}

/** Opens the console as somebody, at a place such as `#/audit`. */
export async function signInAs(page: Page, product: Product, name: string, place = ''): Promise<void> {
  await page.goto(`${product.url}/staff${place}`);
  await page.waitForURL('**/staff/sign-in');
  await choosePerson(page, name);
  await page.waitForURL(/\/staff(#\/.*)?$/);
  await page.locator('.console #main h1').waitFor();
}
