import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** For walks in a real browser on a machine that others use too. */
const PATIENCE_MILLISECONDS = 60_000;

export const test: ViteUserConfig['test'] = {
  include: ['test/**/*.test.ts'],
  globalSetup: ['./test/global-setup.ts'],
  setupFiles: ['./test/support/log/watch.ts'],
  reporters: ['default', './test/counted-reporter.ts'],
  testTimeout: PATIENCE_MILLISECONDS,
  hookTimeout: PATIENCE_MILLISECONDS,
  retry: process.env.SECOND_TRY === undefined ? 0 : 1,
};

export default defineConfig({ test });
