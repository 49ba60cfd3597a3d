import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { launchBrowser } from '../../browser/launch.ts';
import { type Product, startProduct } from '../../browser/product.ts';

const ARTEFACTS = new URL('../../../artefacts/staff/', import.meta.url);
const WALK_MILLISECONDS = 180_000;
const PATIENCE_MILLISECONDS = 45_000;

export interface Size {
  width: number;
  height: number;
}
export const PHONE: Size = { width: 390, height: 844 };
export const DESK: Size = { width: 1280, height: 900 };

/** The product, and browsers of those who work at the office. */
export interface Office {
  product: Product;
  /** A page of somebody's who has signed in through the stand-in for LINE Login; the console stays clean. */
  signIn(staffId: string, size: Size): Promise<Page>;
  /** Keeps a picture of what the window shows, or of the whole page. */
  shoot(page: Page, name: string, whole?: boolean): Promise<void>;
}

async function openOffice(browser: Browser): Promise<Office & { close(): Promise<void> }> {
  const product = await startProduct();
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  await mkdir(ARTEFACTS, { recursive: true });
  return {
    product,
    async signIn(staffId, size) {
      const context = await browser.newContext({ viewport: size, locale: 'th-TH' });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MILLISECONDS);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error' && !line.text().includes('Failed to load resource'))
          problems.push(line.text());
      });
      await page.goto(`${product.url}/staff`);
      await page.getByRole('button', { name: 'เข้าสู่ระบบ (ทดลอง)' }).click();
      await page
        .getByRole('link', { name: demoStaff.find(({ id }) => id === staffId)?.name ?? staffId })
        .click();
      await page.getByRole('navigation').first().waitFor();
      return page;
    },
    async shoot(page, name, whole = false) {
      const path = fileURLToPath(new URL(`${name}.png`, ARTEFACTS));
      await page.screenshot({ path, fullPage: whole, animations: 'disabled' });
    },
    async close() {
      for (const context of contexts) await context.close();
      await product.close();
      expect(problems).toEqual([]);
    },
  };
}

let browser: Browser | undefined;

/** Launches the browser before the walks of a test file, and ends it after them. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await launchBrowser();
  }, WALK_MILLISECONDS);
  afterAll(() => browser?.close());
}

/** A test in an office of its own; where it fails, a picture of each page is kept. */
export function work(name: string, steps: (office: Office) => Promise<void>): void {
  it(
    name,
    async () => {
      if (browser === undefined) throw new Error('the browser is launched before any walk');
      const office = await openOffice(browser);
      try {
        await steps(office);
      } catch (error) {
        const pages = browser.contexts().flatMap((context) => context.pages());
        for (const [n, page] of pages.entries()) {
          await office.shoot(page, `failed ${name} ${n}`).catch(() => undefined);
        }
        throw error;
      } finally {
        await office.close();
      }
    },
    WALK_MILLISECONDS,
  );
}
