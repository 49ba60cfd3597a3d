import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHopeless, pauseAfter } from '../../../domain/outbox/backoff.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('the pause after a failed try', () => {
  it('is a minute, doubles, and stays at an hour', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 78].map((attempts) => pauseAfter(attempts) / minute);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('giving up', () => {
  it('happens on the third day, not before, when every pause is kept', () => {
    let now = 0;
    let attempts = 1;
    while (!isHopeless(attempts, 0, now)) {
      now += pauseAfter(attempts);
      attempts += 1;
    }
    expect(now).toBeGreaterThanOrEqual(3 * day);
    expect(now).toBeLessThan(3 * day + 3 * 60 * minute);
  });

  it('happens neither for a few late tries nor for many early ones', () => {
    fc.assert(
      fc.property(fc.nat(77), fc.nat(30 * day), (attempts, late) => {
        expect(isHopeless(attempts, 0, late)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(3 * day - 1), (attempts, early) => {
        expect(isHopeless(attempts, 0, early)).toBe(false);
      }),
    );
  });
});
