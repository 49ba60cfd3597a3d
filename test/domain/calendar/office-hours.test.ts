import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/calendar/day.ts';
import { isOpen, nextOpening } from '../../../domain/calendar/office-hours.ts';

const hours = { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' };
const holidays = ['2026-12-07', '2026-12-10'];
const open = (day: string, time: string) => isOpen(hours, holidays, instantOf(day, time));
const next = (day: string, time: string) => nextOpening(hours, holidays, instantOf(day, time));

describe('office hours', () => {
  test('begin and end on the minute', () => {
    expect(open('2026-11-23', '08:29')).toBe(false);
    expect(open('2026-11-23', '08:30')).toBe(true);
    expect(open('2026-11-23', '16:29')).toBe(true);
    expect(open('2026-11-23', '16:30')).toBe(false);
  });

  test('leave out weekends and holidays', () => {
    expect(open('2026-11-22', '10:00')).toBe(false);
    expect(open('2026-12-07', '10:00')).toBe(false);
  });

  test('next opening: now, later today, tomorrow, after a long weekend', () => {
    expect(next('2026-11-23', '10:00')).toBe(instantOf('2026-11-23', '10:00'));
    expect(next('2026-11-23', '06:00')).toBe(instantOf('2026-11-23', '08:30'));
    expect(next('2026-11-23', '20:00')).toBe(instantOf('2026-11-24', '08:30'));
    expect(next('2026-12-04', '17:00')).toBe(instantOf('2026-12-08', '08:30'));
  });

  test('an office that never opens has no next opening', () => {
    expect(nextOpening({ ...hours, days: [] }, [], 0)).toBeUndefined();
    expect(nextOpening({ ...hours, from: '16:30', to: '08:30' }, [], 0)).toBeUndefined();
  });

  test('the next opening is the first open minute that is not past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 30 }), (minute) => {
        const instant = instantOf('2026-11-20') + minute * 60_000;
        let expected = instant;
        while (!isOpen(hours, holidays, expected)) expected += 60_000;
        expect(nextOpening(hours, holidays, instant)).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });
});
