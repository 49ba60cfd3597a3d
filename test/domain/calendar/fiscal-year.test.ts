import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { fiscalYear, fiscalYearOf, halfYearOf } from '../../../domain/calendar/fiscal-year.ts';

describe('fiscal year', () => {
  test('is the Buddhist year of its end', () => {
    expect(fiscalYearOf('2023-09-30')).toBe(2566);
    expect(fiscalYearOf('2023-10-01')).toBe(2567);
    expect(fiscalYearOf('2026-11-23')).toBe(2570);
    expect(fiscalYear(2565)).toEqual({ from: '2021-10-01', to: '2022-09-30' });
  });

  test('has two halves that meet at the end of March', () => {
    expect(halfYearOf('2024-03-31')).toEqual({
      fiscalYear: 2567,
      half: 1,
      from: '2023-10-01',
      to: '2024-03-31',
    });
    expect(halfYearOf('2024-04-01')).toEqual({
      fiscalYear: 2567,
      half: 2,
      from: '2024-04-01',
      to: '2024-09-30',
    });
  });

  test('every day lies in its own year and half, and the next day after a half in the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = addDays('2000-01-01', count);
        const year = fiscalYear(fiscalYearOf(day));
        const half = halfYearOf(day);
        expect(day >= year.from && day <= year.to).toBe(true);
        expect(day >= half.from && day <= half.to).toBe(true);
        expect(halfYearOf(addDays(half.to, 1)).half).not.toBe(half.half);
      }),
    );
  });
});
