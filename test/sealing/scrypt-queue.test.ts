import { expect, test } from 'vitest';
import type { Scrypt } from '../../sealing/derive-receipt.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { queueScrypt } from '../../sealing/scrypt-queue.ts';

const cost = { N: 1024, r: 8, p: 1, octets: 32 };
const octets = (...values: number[]) => Uint8Array.of(...values);

const counted = () => {
  const seen = { now: 0, most: 0, order: [] as number[] };
  const scrypt: Scrypt = async (password, salt, at) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    seen.order.push(password[0] ?? 0);
    try {
      return await scryptNode(password, salt, at);
    } finally {
      seen.now -= 1;
    }
  };
  return { seen, scrypt };
};

test('no more than allowed run at once, in the order they came, each with its own result', async () => {
  const { seen, scrypt } = counted();
  const queued = queueScrypt(scrypt, 2);
  const inputs = [1, 2, 3, 4, 5, 6, 7];
  const results = await Promise.all(inputs.map((input) => queued(octets(input), octets(9), cost)));
  const direct = await Promise.all(inputs.map((input) => scryptNode(octets(input), octets(9), cost)));
  expect(results).toEqual(direct);
  expect(seen.most).toBe(2);
  expect(seen.order).toEqual(inputs);
});

test('one that fails neither stops nor uses up a place', async () => {
  const { seen, scrypt } = counted();
  const queued = queueScrypt(scrypt, 1);
  const outcomes = await Promise.allSettled([
    queued(octets(1), octets(9), { ...cost, N: 3 }),
    queued(octets(2), octets(9), cost),
    queued(octets(3), octets(9), { ...cost, N: 3 }),
    queued(octets(4), octets(9), cost),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(seen.most).toBe(1);
  const later = [5, 6, 7].map((input) => queued(octets(input), octets(9), cost));
  expect(await Promise.all(later)).toHaveLength(3);
  expect(seen.most).toBe(1);
});
