import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { type Announced, announce, NOTICE_DAYS } from '../../../domain/retention/announced.ts';
import { lastDayOver } from '../../../domain/retention/retention.ts';

describe('what may go', () => {
  it('ended so many whole fiscal years before this one', () => {
    expect(lastDayOver(1, '2026-11-26')).toBe('2025-09-30');
    expect(lastDayOver(1, '2026-09-30')).toBe('2024-09-30');
    expect(lastDayOver(10, '2026-11-26')).toBe('2016-09-30');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 5000 }), (years, after) => {
        const today = addDays('2020-01-01', after);
        const last = lastDayOver(years, today);
        expect(fiscalYearOf(today) - fiscalYearOf(last)).toBe(years + 1);
        expect(fiscalYearOf(addDays(last, 1))).toBe(fiscalYearOf(last) + 1);
      }),
    );
  });

  it('was announced for a week, whatever is set on which day; longer keeping holds at once', () => {
    const years = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(years, { minLength: 1, maxLength: 60 }), (settings) => {
        let stands: Announced = {};
        const overs: string[] = [];
        for (const [nth, chosen] of settings.entries()) {
          const today = addDays('2026-09-01', nth);
          const over = lastDayOver(chosen, today);
          overs.push(over);
          stands = announce(stands, over, today);
          const { until } = stands;
          if (until === undefined) continue;
          expect(until <= over).toBe(true);
          const isNoticed = overs.slice(0, -NOTICE_DAYS).some((one) => one >= until);
          expect(isNoticed).toBe(true);
        }
      }),
    );
  });

  it('goes on the eighth day where nothing is set anew', () => {
    let stands: Announced = {};
    for (let day = 0; day < NOTICE_DAYS; day += 1) {
      stands = announce(stands, '2025-09-30', addDays('2026-11-01', day));
      expect(stands.until).toBeUndefined();
    }
    expect(announce(stands, '2025-09-30', addDays('2026-11-01', NOTICE_DAYS))).toEqual({
      until: '2025-09-30',
    });
  });
});
