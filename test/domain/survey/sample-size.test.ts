import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krejcieMorgan, yamane } from '../../../domain/survey/sample-size.ts';

describe('the sizes that textbooks ask of a drawn sample', () => {
  /** As Yamane's table of ±5 % prints them. */
  test.each([
    [500, 222],
    [1000, 286],
    [2000, 333],
    [5000, 370],
    [10_000, 385],
    [100_000, 398],
  ])('of %d people Yamane asks for %d', (population, wanted) => {
    expect(yamane(population)).toBe(wanted);
  });

  /** As the table of Krejcie and Morgan (1970) prints them. */
  test.each([
    [10, 10],
    [50, 44],
    [100, 80],
    [500, 217],
    [1000, 278],
    [4500, 354],
    [5000, 357],
    [10_000, 370],
    [50_000, 381],
    [1_000_000, 384],
  ])('of %d people Krejcie and Morgan ask for %d', (population, wanted) => {
    expect(krejcieMorgan(population)).toBe(wanted);
  });

  test('neither asks for more than there are, and both for no fewer of more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (population) => {
        for (const size of [yamane, krejcieMorgan]) {
          expect(size(population)).toBeLessThanOrEqual(population);
          expect(size(population + 1)).toBeGreaterThanOrEqual(size(population));
          expect(size(population)).toBeLessThanOrEqual(400);
        }
      }),
    );
  });
});
