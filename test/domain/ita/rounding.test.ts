import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPrinted, mean } from '../../../domain/ita/rounding.ts';

test('a mean of printed scores is printed half up, as whole numbers reckon it', () => {
  const hundredths = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(hundredths, (values) => {
      const [first = 0, ...others] = values.map((value) => value / 100);
      const sum = values.reduce((total, value) => total + value, 0);
      const halfUp = Math.floor((2 * sum + values.length) / (2 * values.length)) / 100;
      expect(asPrinted(mean([first, ...others]))).toBe(halfUp);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [1.005, 1.01],
  [98.105, 98.11],
  [98.365, 98.37],
  [99.375, 99.38],
  [78.125, 78.13],
  [84.9949, 84.99],
])('%d is printed %d', (score, printed) => {
  expect(asPrinted(score)).toBe(printed);
});
