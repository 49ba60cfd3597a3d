import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../domain/calendar/working-days.ts';

const hours = { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' };
const holidays = ['2026-12-07', '2026-12-10'];

describe('working days', () => {
  test('start to count on the day after', () => {
    expect(addWorkingDays('2026-11-23', 1, hours, holidays)).toBe('2026-11-24');
    expect(addWorkingDays('2026-11-23', 0, hours, holidays)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1, hours, holidays)).toBe('2026-11-23');
  });

  test('skip weekends and holidays', () => {
    expect(addWorkingDays('2026-12-04', 1, hours, holidays)).toBe('2026-12-08');
    expect(addWorkingDays('2026-12-09', 1, hours, holidays)).toBe('2026-12-11');
    expect(workingDaysBetween('2026-12-04', '2026-12-11', hours, holidays)).toBe(3);
  });

  test('an office without weekdays counts every day', () => {
    expect(addWorkingDays('2026-11-20', 3, { ...hours, days: [] }, [])).toBe('2026-11-23');
  });

  test('counting back what was added gives the same number, and the last day is worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const from = addDays('2026-11-01', offset);
        const to = addWorkingDays(from, count, hours, holidays);
        expect(workingDaysBetween(from, to, hours, holidays)).toBe(count);
        expect(isWorkingDay(to, hours, holidays)).toBe(true);
        expect(workingDaysBetween(to, from, hours, holidays)).toBe(0);
      }),
    );
  });
});
