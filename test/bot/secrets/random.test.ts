import { expect, it } from 'vitest';
import { randomOctets } from '../../../bot/secrets/random.ts';

it('gives as many octets as are asked for, also more than a block holds', () => {
  for (const length of [0, 1, 12, 64, 4095, 4096, 4097, 10_000]) {
    expect(randomOctets(length)).toHaveLength(length);
  }
});

it('gives no octets twice, and no blanks, across blocks', () => {
  const given = Array.from({ length: 5000 }, () => Buffer.from(randomOctets(12)).toString('hex'));
  expect(new Set(given).size).toBe(given.length);
  expect(given).not.toContain('00'.repeat(12));
});

it('gives octets that their owner may change without changing anybody else’s', () => {
  const mine = randomOctets(16).fill(0);
  const next = randomOctets(16);
  expect(mine.every((octet) => octet === 0)).toBe(true);
  expect(next.every((octet) => octet === 0)).toBe(false);
});
