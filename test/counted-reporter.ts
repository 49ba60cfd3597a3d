import type { Reporter, TestModule } from 'vitest/node';

const firstLine = (errors: ReadonlyArray<{ readonly message?: string }> | undefined): string =>
  (errors?.[0]?.message ?? 'no error is known').split('\n', 1).join('');

/**
 * Ends the run with one plain counted line, `N passed, N failed`, for whoever reads only that; before it, what
 * failed and by what, and the tests that passed at the second try only, which are to be mended like any that failed.
 */
export default class CountedReporter implements Reporter {
  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    unhandled: ReadonlyArray<{ readonly message?: string }> = [],
  ): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    const said: string[] = [];
    for (const module of modules) {
      const file = module.relativeModuleId;
      if (module.errors().length > 0) {
        failed += 1;
        said.push(`failed: ${file}: ${firstLine(module.errors())}`);
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
        if (state === 'failed') said.push(`failed: ${file} > ${test.fullName}: ${firstLine(errors)}`);
        if (test.diagnostic()?.flaky === true) {
          said.push(`passed at the second try only: ${file} > ${test.fullName}`);
        }
      }
    }
    for (const error of unhandled) {
      failed += 1;
      said.push(`failed: outside of any test: ${firstLine([error])}`);
    }
    for (const line of said) process.stdout.write(`\n${line}\n`);
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
  }
}
