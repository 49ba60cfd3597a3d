import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { known } from '../../../domain/ita/figure.ts';
import type { Framework } from '../../../domain/ita/framework.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import type { ItemScore, Result } from '../../../domain/ita/result.ts';
import { type Scored, score } from '../../../domain/ita/scoring.ts';

const framework: Framework = framework2566;
const codes = framework.items.map(({ code }) => code);
const hundredths = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const itemScore: fc.Arbitrary<ItemScore> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('printed' as const), score: hundredths }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('several' as const),
      scores: fc.uniqueArray(hundredths, { minLength: 2, maxLength: 3 }),
    }),
  },
);
const results: fc.Arbitrary<Result> = fc
  .record({
    items: fc.array(fc.option(itemScore, { freq: 12 }), { minLength: codes.length, maxLength: codes.length }),
    reported: fc.dictionary(fc.constantFrom(...framework.indicators.map(({ no }) => String(no))), hundredths),
    eit: fc.tuple(hundredths, hundredths, hundredths),
  })
  .map(({ items, reported, eit: [six, seven, eight] }) => ({
    version: 1,
    fiscalYear: 2566,
    items: Object.fromEntries(
      codes.flatMap((code, at) => {
        const item = items[at];
        return item ? [[code, item] as const] : [];
      }),
    ),
    reported: { indicators: { '6': six, '7': seven, '8': eight, ...reported } },
  }));

const figures = (scored: Scored) => [
  ...scored.indicators.flatMap(({ figure, subIndicators }) => [
    figure,
    ...subIndicators.map((sub) => sub.figure),
  ]),
  ...scored.instruments.map(({ figure }) => figure),
  scored.overall,
];
const rank = ({ level }: Scored) =>
  level ? -framework.levels.rules.findIndex(({ label }) => label === level.label) : undefined;

describe('scoring', () => {
  test('is bounded by 0 and 100, with a level whenever all is known', () => {
    fc.assert(
      fc.property(results, (result) => {
        const scored = score(framework, result);
        for (const figure of figures(scored)) {
          if (!known(figure)) continue;
          expect(figure.value).toBeGreaterThanOrEqual(0);
          expect(figure.value).toBeLessThanOrEqual(100);
        }
        expect(scored.level !== undefined).toBe(known(scored.overall));
      }),
    );
  });

  test('raising an item lowers nothing', () => {
    fc.assert(
      fc.property(results, fc.constantFrom(...codes), hundredths, (result, code, raised) => {
        const item = result.items[code];
        fc.pre(item?.kind === 'printed' && item.score <= raised);
        const before = score(framework, result);
        const after = score(framework, {
          ...result,
          items: { ...result.items, [code]: { kind: 'printed', score: raised } },
        });
        for (const [at, figure] of figures(before).entries()) {
          const higher = figures(after)[at];
          expect(higher?.origin).toBe(figure.origin);
          if (known(figure) && higher && known(higher)) {
            expect(higher.value).toBeGreaterThanOrEqual(figure.value);
          }
        }
        expect(rank(after) ?? 0).toBeGreaterThanOrEqual(rank(before) ?? 0);
      }),
    );
  });

  test('does not depend on the order of items, nor on which item of a group has which score', () => {
    fc.assert(
      fc.property(results, fc.infiniteStream(fc.nat()), (result, random) => {
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((value) => ({ value, at: random.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const { items } = result;
        const reordered = { ...result, items: Object.fromEntries(shuffled(Object.entries(items))) };
        expect(score(framework, reordered)).toEqual(score(framework, result));

        const group = ['o31', 'o32', 'o33', 'o34', 'o35', 'o36', 'o37', 'o38'];
        const printed = group.flatMap((code) => items[code] ?? []);
        if (printed.length < group.length) return;
        const swapped = shuffled(printed);
        const exchanged = {
          ...result,
          items: {
            ...items,
            ...Object.fromEntries(group.flatMap((code, at) => (swapped[at] ? [[code, swapped[at]]] : []))),
          },
        };
        const values = (of: Result) =>
          figures(score(framework, of)).map((figure) => known(figure) && figure.value);
        expect(values(exchanged)).toEqual(values(result));
      }),
    );
  });
});
