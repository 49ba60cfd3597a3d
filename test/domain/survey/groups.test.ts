import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_TOLD, tellableGroups } from '../../../domain/survey/groups.ts';
import { trendOf } from '../../../domain/survey/trend.ts';

const named = (...sizes: number[]) => sizes.map((n, at) => [`s${at}`, { n, sum_overall: n * at }] as const);

describe('services whose ratings can be told', () => {
  test('one with enough answers stands alone; the others stand together', () => {
    expect(tellableGroups(named(5, 1, 2, 0, 9)).map(({ services }) => services)).toEqual([
      ['s0'],
      ['s4'],
      ['s1', 's2'],
    ]);
  });

  test('a single person is put together with the next larger, so that subtracting finds nobody', () => {
    expect(tellableGroups(named(8, 1, 4)).map(({ services }) => services)).toEqual([['s0'], ['s1', 's2']]);
  });

  test('too few in all are told of in no group', () => {
    expect(tellableGroups(named(1, 1))).toEqual([]);
    expect(tellableGroups([])).toEqual([]);
  });

  test('no group and no rest of the total is fewer than can be told; nothing is lost or counted twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 12 }), (sizes) => {
        const services = named(...sizes);
        const groups = tellableGroups(services);
        const total = sizes.reduce((sum, n) => sum + n, 0);
        expect(groups.length === 0).toBe(total < LEAST_TOLD);
        if (groups.length === 0) return;
        for (const { tally } of groups) expect(tally.n).toBeGreaterThanOrEqual(LEAST_TOLD);
        expect(groups.reduce((sum, { tally }) => sum + (tally.n ?? 0), 0)).toBe(total);
        const ids = groups.flatMap((group) => group.services);
        expect(ids.toSorted()).toEqual(
          services
            .filter(([, { n }]) => n > 0)
            .map(([id]) => id)
            .toSorted(),
        );
      }),
    );
  });
});

describe('a change from one year to the next', () => {
  const rated = (mean: number, margin?: number) => ({
    n: 40,
    mean,
    ...(margin === undefined ? {} : { margin }),
  });
  test.each([
    [rated(4, 0.3), rated(4.51, 0.4), 'up'],
    [rated(4, 0.3), rated(4.49, 0.4), 'same'],
    [rated(4.51, 0.3), rated(4, 0.4), 'down'],
    [rated(1), rated(5, 0.1), 'same'],
    [{ n: 0 }, rated(5, 0.1), 'same'],
  ] as const)('from %j to %j is %s', (before, now, trend) => {
    expect(trendOf(before, now)).toBe(trend);
  });
});
