import { describe, expect, test } from 'vitest';
import { Framework, ItemKey, itemsOf } from '../../../domain/ita/framework.ts';
import { frameworkOf, frameworks } from '../../../domain/ita/frameworks.ts';
import { codeOf, keyOf, keysIn, type YearsCode } from '../../../domain/ita/keys.ts';

describe.each(frameworks.map((framework) => [framework.fiscalYear, framework] as const))(
  '%i',
  (_, framework) => {
    const codes = framework.items.map(({ code }) => code);

    test('is a framework whose parts fit together', () => {
      expect(Framework.parse(framework)).toEqual(framework);
      expect(framework.instruments.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      expect(framework.levels.rules.at(-1)?.overall).toBe(0);
      expect(new Set(codes).size).toBe(codes.length);
      const grouped = framework.indicators.flatMap(({ basis }) => itemsOf(basis));
      expect(new Set(grouped).size).toBe(grouped.length);
      expect(grouped.filter((code) => !codes.includes(code))).toEqual([]);
      for (const { basis, instrument } of framework.indicators) {
        for (const code of itemsOf(basis)) {
          expect(framework.items.find((item) => item.code === code)?.instrument).toBe(instrument);
        }
      }
    });

    test('gives each key at most one fate', () => {
      const own = new Set(framework.items.flatMap(({ key }) => key ?? []));
      const without = framework.withoutItem.map(({ key }) => key);
      expect(new Set(without).size).toBe(without.length);
      expect(without.filter((key) => own.has(key))).toEqual([]);
      for (const entry of framework.withoutItem) {
        if (entry.fate === 'merged') expect(codes).toContain(entry.into);
      }
    });
  },
);

test('the numbers of items by year', () => {
  const counts = frameworks.map(({ fiscalYear, items }) => [
    fiscalYear,
    ...['IIT', 'EIT', 'OIT'].map((id) => items.filter(({ instrument }) => instrument === id).length),
  ]);
  expect(counts).toEqual([
    [2565, 0, 0, 0],
    [2566, 30, 15, 43],
    [2567, 0, 0, 35],
    [2568, 0, 0, 28],
    [2569, 0, 0, 26],
  ]);
  expect(frameworkOf(2566)?.indicators.flatMap(({ basis }) => itemsOf(basis))).toHaveLength(88);
  expect(frameworkOf(2570)).toBeUndefined();
});

function written(code: YearsCode): string {
  switch (code.fate) {
    case 'item':
      return code.codes.join(' ');
    case 'merged':
      return `(${code.into})`;
    case 'dropped':
      return '-';
    case 'unknown':
      return '?';
  }
}

describe('keys', () => {
  test.each([
    ['contact', ['o5', 'o4', 'o3', 'o3']],
    ['q_and_a', ['o8', 'o6', '(o3)', '(o3)']],
    ['service_manual', ['o15', 'o11', 'o9', 'o9']],
    ['service_statistics', ['o16', 'o12', 'o11', '(o10)']],
    ['satisfaction_survey', ['o17', '-', '-', '-']],
    ['e_service', ['o18', 'o13', 'o10', 'o10']],
    ['complaint_guideline', ['o27', 'o22', 'o17', 'o16']],
    ['complaint_channel', ['o28', 'o23', 'o18', 'o17']],
    ['complaint_statistics', ['o29', 'o24', 'o19', 'o18']],
    ['participation', ['o30', 'o25', 'o20', 'o19']],
    ['no_gift', ['o31 o32 o33', 'o26 o27 o28 o29', 'o21 o22', 'o20']],
    ['risk_management', ['o35', 'o31', 'o24', 'o22']],
    ['anticorruption_progress', ['o37', '(o33)', '(o26)', '(o24)']],
    ['anticorruption_report', ['o38', 'o33', 'o26', 'o24']],
    ['procurement_plan', ['o19', '?', '?', '?']],
    ['measures', ['o42', 'o34', 'o27', 'o25']],
    ['measures_report', ['o43', 'o35', 'o28', 'o26']],
  ] as const)('%s stands under %j', (key, expected) => {
    const years = [2566, 2567, 2568, 2569];
    expect(years.map((year) => written(codeOf(key, year)))).toEqual(expected);
    for (const year of years) {
      const code = codeOf(key, year);
      if (code.fate === 'item')
        expect(code.codes.map((one) => keyOf(one, year))).toEqual(code.codes.map(() => key));
      if (code.fate === 'merged') expect(keysIn(code.into, year)).toContain(key);
    }
  });

  test('say how well they are known', () => {
    expect(codeOf('complaint_channel', 2566)).toMatchObject({ seen: 'seen' });
    expect(codeOf('complaint_channel', 2567)).toMatchObject({ seen: 'not_seen' });
    expect(codeOf('complaint_channel', 2568)).toMatchObject({ seen: 'seen', source: 'rtrda_2568' });
    expect(codeOf('complaint_channel', 2569)).toMatchObject({ seen: 'secondary' });
    expect(ItemKey.options.map((key) => codeOf(key, 2570).fate)).toEqual(
      ItemKey.options.map(() => 'unknown'),
    );
  });

  test('of 2566 cover every OIT item, questions have none', () => {
    const items = frameworkOf(2566)?.items ?? [];
    expect(items.filter(({ instrument, key }) => (instrument === 'OIT') !== (key !== undefined))).toEqual([]);
    expect(keyOf('e10', 2566)).toBeUndefined();
  });
});
