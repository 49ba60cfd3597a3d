import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/calendar/day.ts';
import { nextTipTime } from '../../../domain/calendar/tip-times.ts';

const next = (time: string, times: readonly [string, string] = ['08:30', '16:30']) =>
  nextTipTime(times, instantOf('2026-11-23', time));

describe('tip times', () => {
  test('the next of the two, or the first of tomorrow', () => {
    expect(next('00:00')).toBe(instantOf('2026-11-23', '08:30'));
    expect(next('12:00')).toBe(instantOf('2026-11-23', '16:30'));
    expect(next('23:59')).toBe(instantOf('2026-11-24', '08:30'));
  });

  test('a tip that comes on the minute waits for the next time', () => {
    expect(next('08:30')).toBe(instantOf('2026-11-23', '16:30'));
    expect(next('16:30')).toBe(instantOf('2026-11-24', '08:30'));
  });

  test('the order in which they are set does not matter', () => {
    expect(next('12:00', ['16:30', '08:30'])).toBe(instantOf('2026-11-23', '16:30'));
  });
});
