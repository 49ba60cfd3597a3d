import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const UNPACKING_MILLISECONDS = 120_000;
const WALK_MILLISECONDS = 120_000;

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
}, UNPACKING_MILLISECONDS);
afterAll(() => browser?.close());

/** A test that walks through the product on a stage of its own; where it fails, a picture of that is kept. */
export function walk(name: string, steps: (stage: Stage) => Promise<void>, options: StageOptions = {}): void {
  it(
    name,
    async () => {
      if (browser === undefined) throw new Error('the browser is launched before any walk');
      const stage = await openStage(browser, options);
      try {
        await steps(stage);
      } catch (error) {
        await stage.shoot(`failed ${name}`).catch(() => undefined);
        throw error;
      } finally {
        await stage.close();
      }
    },
    WALK_MILLISECONDS,
  );
}
