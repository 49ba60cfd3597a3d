import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with one plain counted line, `N passed, N failed`, for whoever reads only that; before it, the
 * tests that passed at the second try only, which are to be mended like any that failed.
 */
export default class CountedReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    const unsteady: string[] = [];
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
        if (test.diagnostic()?.flaky === true) unsteady.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
    }
    for (const name of unsteady) process.stdout.write(`\npassed at the second try only: ${name}\n`);
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
  }
}
