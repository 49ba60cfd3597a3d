import { describe, expect, test } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { known } from '../../../domain/ita/figure.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { framework2568 } from '../../../domain/ita/frameworks/fy2568.ts';
import { reportResult } from '../../../domain/ita/read-report.ts';
import { bestSteps, whatIf } from '../../../domain/ita/whatif.ts';

const result = reportResult(khoenReport2566);
const zeros = ['o26', 'o35', 'o37', 'o38', 'o42', 'o43'];

describe('what if', () => {
  test('o35, o37 and o38 were mended: 91.08 and ผ่านดี', () => {
    const { before, after, gain, notReckoned, unknown } = whatIf(framework2566, result, [
      'o35',
      'o37',
      'o38',
    ]);
    expect(before.overall).toMatchObject({ value: 87.33 });
    expect(after.overall).toMatchObject({ value: 91.08 });
    expect(after.overall).not.toHaveProperty('reported');
    expect(after.indicators.find(({ no }) => no === 10)?.figure).toMatchObject({ value: 80 });
    expect(after.level?.label).toBe('ผ่านดี');
    expect({ gain, notReckoned, unknown }).toEqual({ gain: 3.75, notReckoned: [], unknown: [] });
  });

  test('all six were mended: 96.08 and still ผ่านดี, because of EIT', () => {
    const { after } = whatIf(framework2566, result, zeros);
    expect(after.overall).toMatchObject({ value: 96.08 });
    expect(after.level).toMatchObject({
      label: 'ผ่านดี',
      next: { label: 'ผ่านดีเยี่ยม', instruments: [{ id: 'EIT', needs: 95 }] },
    });
    expect(after.level?.next).not.toHaveProperty('overall');
  });

  test('an item of an indicator that stands as reported moves nothing, which is said', () => {
    const { gain, notReckoned, unknown } = whatIf(framework2566, result, ['e10', 'o99', 'o26']);
    expect({ gain, notReckoned, unknown }).toEqual({ gain: 1, notReckoned: ['e10'], unknown: ['o99'] });
  });
});

describe('best steps', () => {
  const { steps, notReckoned } = bestSteps(framework2566, result);

  test('order the six zero items, with the level each reaches', () => {
    expect(notReckoned).toEqual([]);
    expect(
      steps.map(({ code, gain, overall, disclosure, level }) => [
        code,
        gain,
        overall,
        disclosure,
        level?.label,
      ]),
    ).toEqual([
      ['o42', 2, 89.33, 83.125, 'ผ่าน'],
      ['o43', 2, 91.33, 88.125, 'ผ่านดี'],
      ['o35', 1.25, 92.58, 91.25, 'ผ่านดี'],
      ['o37', 1.25, 93.83, 94.375, 'ผ่านดี'],
      ['o38', 1.25, 95.08, 97.5, 'ผ่านดี'],
      ['o26', 1, 96.08, 100, 'ผ่านดี'],
    ]);
  });

  test('no other choice of as many items leads higher', () => {
    const ranks = framework2566.levels.rules.map(({ label }) => label);
    for (let chosen = 1; chosen < 2 ** zeros.length; chosen += 1) {
      const codes = zeros.filter((_, at) => (chosen >> at) % 2 === 1);
      const { after } = whatIf(framework2566, result, codes);
      const step = steps[codes.length - 1];
      expect(known(after.overall) && after.overall.value).toBeLessThanOrEqual(step?.overall ?? 0);
      expect(ranks.indexOf(after.level?.label ?? '')).toBeGreaterThanOrEqual(
        ranks.indexOf(step?.level?.label ?? ''),
      );
    }
  });

  test('are none where it is not known how items give the score', () => {
    const indicators = Object.fromEntries(framework2568.indicators.map(({ no }) => [String(no), 80]));
    const zero = { kind: 'printed', score: 0 } as const;
    const unknown = bestSteps(framework2568, {
      version: 1,
      fiscalYear: 2568,
      items: { o19: zero, o18: { kind: 'printed', score: 100 } },
      reported: { indicators },
    });
    expect(unknown).toEqual({ steps: [], notReckoned: ['o19'] });
  });
});
