import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../domain/words/edit-distance.ts';

const words = fc.array(fc.constantFrom('ก', 'ข', 'ค', 'ที่'), { maxLength: 8 });

test('counts insertions, deletions, substitutions and swaps', () => {
  expect(editDistance([...'กขค'], [...'กขค'])).toBe(0);
  expect(editDistance([...'กขค'], [...'กค'])).toBe(1);
  expect(editDistance([...'กขค'], [...'กงค'])).toBe(1);
  expect(editDistance([...'กขค'], [...'ขกค'])).toBe(1);
  expect(editDistance([], [...'กขค'])).toBe(3);
});

test('is symmetric, nought only for equals, and never less than the difference in length', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a.join('|') === b.join('|'));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
