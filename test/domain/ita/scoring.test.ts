import { describe, expect, test } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { known } from '../../../domain/ita/figure.ts';
import { framework2565 } from '../../../domain/ita/frameworks/fy2565.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { framework2568 } from '../../../domain/ita/frameworks/fy2568.ts';
import { previousResult, rawResultOf, reportResult } from '../../../domain/ita/read-report.ts';
import { type Result, resultOf } from '../../../domain/ita/result.ts';
import { type Scored, score } from '../../../domain/ita/scoring.ts';

const result = reportResult(khoenReport2566);
const scored = score(framework2566, result);
const indicator = (of: Scored, no: number) => of.indicators.find((one) => one.no === no);
const instrumentValue = (of: Scored, id: string) => {
  const figure = of.instruments.find((instrument) => instrument.id === id)?.figure;
  return figure && known(figure) ? figure.value : undefined;
};

describe('the report of 2566', () => {
  test.each([
    [1, 99.75],
    [2, 98.11],
    [3, 98.37],
    [4, 96.35],
    [5, 99.38],
    [9, 95],
    [10, 61.25],
  ])('indicator %i is %d from its items alone', (no, value) => {
    const itemsAlone = score(framework2566, { ...result, reported: { indicators: {} } });
    expect(indicator(itemsAlone, no)?.figure).toMatchObject({ origin: 'derived', value });
    expect(indicator(scored, no)?.figure).toMatchObject({ origin: 'derived', value, reported: value });
  });

  test.each([
    [6, 88.41, []],
    [7, 87.62, []],
    [8, 89.6, ['e11', 'e12']],
  ])('indicator %i stands as reported', (no, value, unsettled) => {
    expect(indicator(scored, no)?.figure).toEqual({
      origin: 'reported',
      value,
      missing: [],
      unsettled,
      judged: [],
    });
  });

  test('sub-indicators carry the loss', () => {
    const parts = [9, 10].flatMap((no) => indicator(scored, no)?.subIndicators ?? []);
    expect(parts.map(({ id, figure }) => [id, known(figure) && figure.value])).toEqual([
      ['9.1', 100],
      ['9.2', 100],
      ['9.3', 100],
      ['9.4', 75],
      ['9.5', 100],
      ['10.1', 62.5],
      ['10.2', 60],
    ]);
    expect(parts[0]?.figure.judged).toEqual(['o4']);
  });

  test('87.33, ผ่าน, held back by OIT alone', () => {
    expect([instrumentValue(scored, 'IIT'), instrumentValue(scored, 'OIT')]).toEqual([98.392, 78.125]);
    expect(instrumentValue(scored, 'EIT')).toBeCloseTo(88.5433, 4);
    expect(scored.overall).toMatchObject({ origin: 'derived', value: 87.33, reported: 87.33 });
    expect(scored.level).toEqual({
      label: 'ผ่าน',
      next: { label: 'ผ่านดี', instruments: [{ id: 'OIT', score: 78.125, needs: 85 }] },
    });
  });

  test('the year before is 71.13, which the letters of 2565 call C', () => {
    const before = score(framework2565, previousResult(khoenReport2566));
    expect(before.overall).toMatchObject({ value: 71.13 });
    expect(before.overall).not.toHaveProperty('reported');
    expect(before.level?.label).toBe('C');
    expect(before.indicators.every(({ figure }) => figure.origin === 'reported')).toBe(true);
  });
});

describe('what is not known', () => {
  test('a missing item is said, and its indicator stands as reported', () => {
    const unjudged = score(framework2566, resultOf(rawResultOf(khoenReport2566)));
    expect(indicator(unjudged, 9)?.figure).toEqual({
      origin: 'reported',
      value: 95,
      missing: ['o4'],
      unsettled: [],
      judged: [],
    });
    expect(unjudged.overall).toMatchObject({ value: 87.33, missing: ['o4'] });
  });

  test('with nothing reported, a missing item is left out of the mean, not a zero', () => {
    const { i6, ...items } = result.items;
    expect(i6).toBeDefined();
    const without = score(framework2566, { ...result, items, reported: { indicators: {} } });
    expect(indicator(without, 1)?.figure).toMatchObject({ origin: 'derived', value: 99.7, missing: ['i6'] });
  });

  test('an indicator without items or report leaves everything above it unknown', () => {
    const { '6': quality, ...indicators } = result.reported.indicators;
    expect(quality).toBe(88.41);
    const unknown = score(framework2566, { ...result, reported: { indicators } });
    expect(indicator(unknown, 6)?.figure.origin).toBe('unknown');
    expect(unknown.instruments.map(({ figure }) => figure.origin)).toEqual(['derived', 'unknown', 'derived']);
    expect(unknown.overall.origin).toBe('unknown');
    expect(unknown).not.toHaveProperty('level');
  });

  test('a reported whole is taken where its parts are unknown, but gives no level', () => {
    const whole: Result = {
      version: 1,
      fiscalYear: 2568,
      items: {},
      reported: { overall: 90.5, level: 'ผ่าน', indicators: {} },
    };
    const scoredWhole = score(framework2568, whole);
    expect(scoredWhole.overall).toMatchObject({ origin: 'reported', value: 90.5 });
    expect(scoredWhole).not.toHaveProperty('level');
  });
});
