import { describe, expect, it } from 'vitest';
import { Content } from '../../domain/evidence/content.ts';
import { inDigits } from '../../domain/evidence/digits.ts';
import {
  coveredPeriod,
  halvesOf,
  monthsOf,
  Preset,
  presetLabel,
  presetPeriod,
} from '../../domain/evidence/periods.ts';

describe('the period of a document', () => {
  it.each([
    ['whole-year', '2026-10-01', '2027-09-30'],
    ['first-half', '2026-10-01', '2027-03-31'],
    ['second-half', '2027-04-01', '2027-09-30'],
    ['previous-year', '2025-10-01', '2026-09-30'],
    ['quarter-1', '2026-10-01', '2026-12-31'],
    ['quarter-2', '2027-01-01', '2027-03-31'],
    ['quarter-3', '2027-04-01', '2027-06-30'],
    ['quarter-4', '2027-07-01', '2027-09-30'],
    ['month-10', '2026-10-01', '2026-10-31'],
    ['month-12', '2026-12-01', '2026-12-31'],
    ['month-02', '2027-02-01', '2027-02-28'],
    ['month-09', '2027-09-01', '2027-09-30'],
  ] as const)('%s of 2570 is %s to %s', (preset, from, to) => {
    expect(presetPeriod(preset, 2570)).toEqual({ from, to });
  });

  it('knows a leap February', () => {
    expect(presetPeriod('month-02', 2571).to).toBe('2028-02-29');
  });

  it('divides the year without gap or overlap, by months and by quarters', () => {
    const months = Preset.options.filter((preset) => preset.startsWith('month-'));
    const quarters = Preset.options.filter((preset) => preset.startsWith('quarter-'));
    const whole = monthsOf(presetPeriod('whole-year', 2570), '2030-01-01');
    const of = (presets: readonly Preset[]) =>
      presets.flatMap((preset) => monthsOf(presetPeriod(preset, 2570), '2030-01-01'));
    expect(of(months)).toEqual(whole);
    expect(of(quarters)).toEqual(whole);
  });

  it('has half-years only where it holds them whole', () => {
    const halves = (preset: Preset) =>
      halvesOf(preset, 2570).map(({ fiscalYear, half }) => [fiscalYear, half]);
    expect(halves('whole-year')).toEqual([
      [2570, 1],
      [2570, 2],
    ]);
    expect(halves('previous-year')).toEqual([
      [2569, 1],
      [2569, 2],
    ]);
    expect(halves('second-half')).toEqual([[2570, 2]]);
    expect(halves('quarter-1')).toEqual([]);
    expect(halves('month-03')).toEqual([]);
  });

  it('says until which day its figures tell, and that it has not begun', () => {
    expect(coveredPeriod('quarter-1', 2570, '2026-11-26')).toEqual({
      from: '2026-10-01',
      to: '2026-11-26',
      words:
        'ข้อมูล ณ วันที่ 26 พฤศจิกายน 2569 ครอบคลุม 1 ตุลาคม 2569 – 26 พฤศจิกายน 2569 (ไตรมาสที่ 1 (ต.ค.–ธ.ค.) ปีงบประมาณ 2570)',
    });
    expect(coveredPeriod('quarter-2', 2570, '2026-11-26').words).toContain('ยังไม่เริ่ม');
    expect(coveredPeriod('month-10', 2570, '2027-05-01').to).toBe('2026-10-31');
    expect(presetLabel('previous-year', 2570)).toBe('ปีงบประมาณ 2569');
  });
});

describe('the digits of a document', () => {
  it('are Thai where people read, and as they have to be typed in addresses and codes', () => {
    const words =
      'ข้อ o28 ปี 2566 ร้อยละ 91.50 (1/4/67) ดู https://a.example/oit/2566 หรือ box1@a.example โทร 1205';
    expect(inDigits(words, 'thai')).toBe(
      'ข้อ o28 ปี ๒๕๖๖ ร้อยละ ๙๑.๕๐ (๑/๔/๖๗) ดู https://a.example/oit/2566 หรือ box1@a.example โทร ๑๒๐๕',
    );
    expect(inDigits(words, 'arabic')).toBe(words);
    expect(inDigits(words, undefined)).toBe(words);
  });
});

describe('a chart', () => {
  const table = {
    kind: 'table',
    id: 'a',
    caption: 'ก',
    columns: [{ label: 'เดือน' }, { label: 'จำนวน', decimals: 0 }],
    rows: [{ cells: ['ต.ค. 2569', 3] }],
  };
  const chart = { kind: 'chart', table: 'a', shape: 'columns', caption: 'ก', series: [1] };

  it('draws numbers of a table that stands in the same document, or the document is none', () => {
    expect(Content.safeParse({ method: 'ก', blocks: [chart, table] }).success).toBe(true);
    expect(Content.safeParse({ method: 'ก', blocks: [chart] }).success).toBe(false);
    const names = { ...table, columns: [{ label: 'เดือน' }, { label: 'ชื่อ' }] };
    expect(Content.safeParse({ method: 'ก', blocks: [chart, names] }).success).toBe(false);
  });
});
