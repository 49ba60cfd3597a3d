import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf } from '../../../domain/calendar/day.ts';
import { thaiDate, thaiDateTime, thaiTime } from '../../../domain/calendar/thai-date.ts';

describe('Thai date', () => {
  test('is written in three lengths and two sets of digits', () => {
    expect(thaiDate('2024-04-01', 'long')).toBe('1 เมษายน 2567');
    expect(thaiDate('2024-04-01', 'medium')).toBe('1 เม.ย. 2567');
    expect(thaiDate('2024-04-01', 'short')).toBe('1/4/67');
    expect(thaiDate('2024-04-01', 'long', 'thai')).toBe('๑ เมษายน ๒๕๖๗');
  });

  test('names the weekday and the hour', () => {
    expect(thaiDateTime(instantOf('2026-11-23', '08:30'))).toBe('จันทร์ที่ 23 พ.ย. 2569 เวลา 08.30 น.');
    expect(thaiTime('16:30')).toBe('16.30 น.');
  });

  test('agrees with the Thai locale on every day', () => {
    const locale = (dateStyle: 'long' | 'medium' | 'short') =>
      new Intl.DateTimeFormat('th-TH', { dateStyle, timeZone: 'Asia/Bangkok' });
    const formats = { long: locale('long'), medium: locale('medium'), short: locale('short') };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }),
        fc.constantFrom('long', 'medium', 'short'),
        (count, style) => {
          const day = addDays('1990-01-01', count);
          expect(thaiDate(day, style)).toBe(formats[style].format(instantOf(day)));
        },
      ),
    );
  });
});
