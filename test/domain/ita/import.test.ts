import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { readResultTable, rowFaultWords } from '../../../domain/ita/import.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { RawResult } from '../../../domain/ita/result.ts';
import { thaiDigits } from '../../../domain/words/digits.ts';

const raw = rawResultOf(khoenReport2566);

/** The report's result as an agency would type it, in two tables. */
const table = (digits: (text: string) => string = (text) => text): string[][] => [
  ['ปีงบประมาณ 2566', '', ''],
  ['', '', ''],
  ['รหัส', 'ข้อความ', 'ประเด็นที่', 'คะแนน'],
  ...raw.lines.map(({ code, score, issue }) => [
    code.slice(0, 1).toUpperCase() + digits(code.slice(1)),
    'ข้อความ',
    digits(String(issue)),
    digits(score.toFixed(2)),
  ]),
  ['ภาพรวม', '', '', digits('87.33')],
  ['ระดับ', '', '', 'ผ่าน'],
  ['ปีงบประมาณ', '', '', digits('2566')],
  [],
  ['แบบสำรวจ', 'ตัวชี้วัดที่', 'รายละเอียดตัวชี้วัด', 'คะแนน'],
  ...Object.entries(raw.reported.indicators).map(([no, score]) => [
    '',
    digits(no),
    'ชื่อ',
    digits(String(score)),
  ]),
];

const rows = (...body: string[][]) => readResultTable([['code', 'score'], ...body]);
const faults = (...body: string[][]) => rows(...body).errors;

describe('a result table', () => {
  test.each([
    ['Arabic', (text: string) => text],
    ['Thai', thaiDigits],
  ])('with %s digits reads back to the whole result', (_, digits) => {
    const { draft, errors } = readResultTable(table(digits));
    expect(errors).toEqual([]);
    expect(draft.fiscalYear).toBe(2566);
    expect(RawResult.parse(draft)).toEqual(draft);
    expect(draft.reported).toEqual(raw.reported);
    expect(draft.lines.map(({ code, score, issue }) => ({ code, score, issue }))).toEqual(
      raw.lines.map(({ code, score, issue }) => ({ code, score, issue })),
    );
    expect(draft.lines[0]?.line).toBe(4);
  });

  test.each([
    ['o35', 'o35'],
    ['O 35', 'o35'],
    ['o.35', 'o35'],
    ['๐35', 'o35'],
    ['๐๓๕', 'o35'],
    ['o035', 'o35'],
    ['๐35 การดำเนินการเพื่อจัดการความเสี่ยง', 'o35'],
    ['i๙ หน่วยงานของท่าน', 'i9'],
  ])('%s is %s', (cell, code) => {
    expect(rows([cell, '100'])).toEqual({
      draft: { lines: [{ code, score: 100, line: 2 }], reported: { indicators: {} } },
      errors: [],
    });
  });

  test('an indicator may be named in the code column', () => {
    const { draft } = rows(['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล', '95'], ['Indicator 10', '61.25%']);
    expect(draft.reported.indicators).toEqual({ '9': 95, '10': 61.25 });
  });

  test('several values for one item are kept', () => {
    expect(rows(['e11', '79.77'], ['e11', '96.90']).draft.lines.map(({ score }) => score)).toEqual([
      79.77, 96.9,
    ]);
  });

  test('what a spreadsheet stores for 96.9 is 96.9', () => {
    expect(rows(['e1', '96.900000000000006']).draft.lines[0]?.score).toBe(96.9);
  });

  test('each bad row is told with its line and reason; the good ones are read', () => {
    const { draft, errors } = rows(
      ['x1', '5'],
      ['o0', '5'],
      ['o1', ''],
      ['', '50'],
      ['', ''],
      ['o2', 'ร้อย'],
      ['o3', '100.01'],
      ['o4', '-1'],
      ['i1', '99.123'],
      ['i2', '1,5'],
      ['ปีงบประมาณ', '2023'],
      ['ระดับ', '87.33'],
      ['ภาพรวม', '87.33'],
      ['overall', '88'],
      ['o5', '100'],
    );
    expect(errors).toEqual([
      { line: 2, fault: 'unknown_code' },
      { line: 3, fault: 'unknown_code' },
      { line: 4, fault: 'no_score' },
      { line: 5, fault: 'unknown_code' },
      { line: 7, fault: 'not_a_number' },
      { line: 8, fault: 'out_of_range' },
      { line: 9, fault: 'out_of_range' },
      { line: 10, fault: 'too_precise' },
      { line: 11, fault: 'not_a_number' },
      { line: 12, fault: 'bad_year' },
      { line: 13, fault: 'bad_level' },
      { line: 15, fault: 'said_twice' },
    ]);
    expect(draft).toEqual({
      lines: [{ code: 'o5', score: 100, line: 16 }],
      reported: { overall: 87.33, indicators: {} },
    });
    expect(errors.every(({ fault }) => rowFaultWords[fault].length > 0)).toBe(true);
  });

  test('an issue out of range is refused', () => {
    const { errors, draft } = readResultTable([
      ['ข้อคำถาม', 'ประเด็น', 'คะแนน'],
      ['o1', '8', '100'],
      ['o1', 'หนึ่ง', '100'],
      ['o1', '๗', '100'],
    ]);
    expect(errors).toEqual([
      { line: 2, fault: 'bad_issue' },
      { line: 3, fault: 'bad_issue' },
    ]);
    expect(draft.lines).toEqual([{ code: 'o1', score: 100, issue: 7, line: 4 }]);
  });

  test.each([[[]], [[['รหัส']]], [[['คะแนน'], ['o1', '100']]]])('%j has no header', (cells) => {
    expect(readResultTable(cells)).toEqual({
      draft: { lines: [], reported: { indicators: {} } },
      errors: [{ line: 1, fault: 'no_header' }],
    });
  });

  test('whatever the cells hold, the draft is valid and every row is read or told', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8, unit: 'grapheme' }),
      fc.constantFrom(...framework2566.items.map(({ code }) => code)),
      fc.double({ min: -10, max: 110 }).map(String),
      fc.constantFrom('ระดับ', 'ภาพรวม', 'ปีงบประมาณ', 'ตัวชี้วัดที่ 3', 'ผ่าน', '2566', '__proto__', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), (body) => {
        const { draft, errors } = readResultTable([['รหัส', 'ประเด็น', 'คะแนน'], ...body]);
        expect(RawResult.omit({ fiscalYear: true }).safeParse(draft).success).toBe(true);
        const told = new Set([...errors, ...draft.lines].map(({ line }) => line));
        expect(told.size).toBe(errors.length + draft.lines.length);
      }),
    );
  });
});

test('no fault echoes what a row says', () => {
  expect(faults(['รหัสลับ 1234', 'ข้อความลับ'])).toEqual([{ line: 2, fault: 'unknown_code' }]);
});
