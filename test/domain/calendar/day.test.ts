import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, instantOf, timeOf, weekday } from '../../../domain/calendar/day.ts';

const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });

describe('day', () => {
  test('changes at 17:00 UTC, midnight in Bangkok', () => {
    expect(dayOf(Date.UTC(2023, 8, 30, 16, 59, 59))).toBe('2023-09-30');
    expect(dayOf(Date.UTC(2023, 8, 30, 17))).toBe('2023-10-01');
  });

  test('agrees with the time-zone database', () => {
    const bangkok = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Bangkok',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(`${dayOf(instant)} ${timeOf(instant)}`).toBe(bangkok.format(instant));
      }),
    );
  });

  test('an instant put together from its day and time is the minute it lies in', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantOf(dayOf(instant), timeOf(instant))).toBe(instant - (instant % 60_000));
      }),
    );
  });

  test('crosses months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  test('weekdays run from Monday 1 to Sunday 7', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
  });

  test.each(['2026-02-30', '2026-13-01', '23/11/2569', '', '2026-1-1'])('%j is no day', (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => weekday(day)).toThrow(RangeError);
  });
});
