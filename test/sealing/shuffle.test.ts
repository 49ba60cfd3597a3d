import { expect, test } from 'vitest';
import { shuffled } from '../../sealing/shuffle.ts';
import { seededRandom } from './people.ts';

test('each of the 24 orders of four comes about equally often', () => {
  const random = seededRandom('orders');
  const counts = new Map<string, number>();
  for (let round = 0; round < 12_000; round += 1) {
    const order = shuffled(['a', 'b', 'c', 'd'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  expect(counts.size).toBe(24);
  expect(chiSquared).toBeLessThan(60);
});

test('a draw that would favour some is drawn again', () => {
  const draws = [Uint8Array.of(0, 0, 0, 0), Uint8Array.of(0, 0, 0, 0)];
  const uneven = Uint8Array.of(255, 255, 255, 255);
  const random = () => draws.shift() ?? uneven;
  draws.push(uneven, Uint8Array.of(0, 0, 0, 2));
  expect(shuffled(['a', 'b', 'c'], random)).toEqual(['b', 'a', 'c']);
  expect(draws).toEqual([]);
});
