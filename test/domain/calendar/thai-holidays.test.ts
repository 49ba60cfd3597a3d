import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../../../domain/calendar/day.ts';
import { thaiHolidays } from '../../../domain/calendar/thai-holidays.ts';

const days = (year: number) => thaiHolidays(year).map(({ day }) => day);

describe('Thai holidays', () => {
  test.each([2569, 2570])('of %i are days of that year, in order, each once', (year) => {
    expect(days(year)).toEqual([...new Set(days(year))].toSorted());
    expect(days(year).every((day) => day.startsWith(`${year - 543}-`))).toBe(true);
  });

  test.each([2569, 2570])('of %i that fall on a weekend are made up for soon after', (year) => {
    const known = days(year);
    for (const day of known.filter((holiday) => weekday(holiday) > 5)) {
      const soon = [1, 2, 3].map((count) => addDays(day, count));
      expect(soon.some((other) => known.includes(other) && weekday(other) <= 5)).toBe(true);
    }
  });

  test('of a year without a list are the fixed ones', () => {
    expect(days(2571)).toContain('2028-04-13');
    expect(days(2571)).toHaveLength(14);
  });
});
