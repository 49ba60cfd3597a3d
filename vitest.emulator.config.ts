import { defineConfig } from 'vitest/config';
import { test } from './vitest.config.ts';

/** What speaks to the store: the same tests as on the embedded one, where FIRESTORE_EMULATOR_HOST names another. */
export default defineConfig({
  test: {
    ...test,
    // The emulator is busy too, and a store call has its deadline.
    maxWorkers: 1,
    include: [
      'test/bot/{agency,delivery,outbox,records,store,webhook}/**/*.test.ts',
      'test/audit/{chat,verify}.test.ts',
      'test/staff/{cases,keys,people,publish,settings,tips}/*.test.ts',
    ],
    exclude: [
      // Of the embedded store itself.
      'test/bot/store/embedded/**',
      // In a browser.
      'test/staff/**/*-walk.test.ts',
      // Hours of guessing keys, on what one read of the store gives.
      'test/staff/tips/attack.test.ts',
      // A hundred thousand cases.
      'test/staff/cases/scale.test.ts',
    ],
  },
});
