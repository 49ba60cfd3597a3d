import { type Column, columnOf, numberOf, subjectOf } from './import-cell.ts';
import type { Reported, ResultLine } from './result.ts';

/** Why a row could not be read. */
export type RowFault =
  | 'no_header'
  | 'unknown_code'
  | 'no_score'
  | 'not_a_number'
  | 'out_of_range'
  | 'too_precise'
  | 'bad_issue'
  | 'bad_year'
  | 'bad_level'
  | 'said_twice';

/** `line` counts the table's rows from 1, empty ones too. What the row says is not repeated. */
export type RowError = { readonly line: number; readonly fault: RowFault };

/** What was read of a year's result; `fiscalYear` only if the table says it. Nothing is chosen yet. */
export type ResultDraft = {
  readonly fiscalYear?: number;
  readonly lines: readonly ResultLine[];
  readonly reported: Reported;
};

export type ResultTable = { readonly draft: ResultDraft; readonly errors: readonly RowError[] };

/** For people: why a row could not be read. */
export const rowFaultWords: Readonly<Record<RowFault, string>> = {
  no_header: 'ไม่พบหัวตารางที่มี "รหัส" (หรือ "ตัวชี้วัด") และ "คะแนน"',
  unknown_code: 'อ่านรหัสไม่ได้ ตัวอย่างที่ใช้ได้: i1, e10, o28, ตัวชี้วัดที่ 9, ภาพรวม, ระดับ, ปีงบประมาณ',
  no_score: 'ไม่มีคะแนน',
  not_a_number: 'คะแนนไม่ใช่ตัวเลข',
  out_of_range: 'คะแนนต้องอยู่ระหว่าง 0 ถึง 100',
  too_precise: 'คะแนนมีทศนิยมเกินสองตำแหน่ง',
  bad_issue: 'ประเด็นต้องเป็นเลข 1 ถึง 7',
  bad_year: 'ปีงบประมาณต้องเป็นปี พ.ศ. สี่หลัก',
  bad_level: 'ระดับต้องเป็นคำสั้น ๆ ไม่ใช่ตัวเลข',
  said_twice: 'ค่านี้มีอยู่แล้วในแถวก่อนหน้าและไม่ตรงกัน',
};

type Columns = Partial<Readonly<Record<Column, number>>>;
type Draft = {
  fiscalYear: number | undefined;
  overall: number | undefined;
  level: string | undefined;
  indicators: Record<string, number>;
  lines: ResultLine[];
};

/** Every new header row starts a new table, so that tables may follow each other. */
export function readResultTable(rows: readonly (readonly string[])[]): ResultTable {
  const draft: Draft = {
    fiscalYear: undefined,
    overall: undefined,
    level: undefined,
    indicators: {},
    lines: [],
  };
  const errors: RowError[] = [];
  let columns: Columns | undefined;
  for (const [at, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const header = columnsOf(row);
    if (header) {
      columns = header;
    } else if (columns) {
      const fault = readRow(draft, columns, row, at + 1);
      if (fault) errors.push({ line: at + 1, fault });
    }
  }
  if (columns === undefined) errors.push({ line: 1, fault: 'no_header' });
  return { draft: finished(draft), errors };
}

function columnsOf(row: readonly string[]): Columns | undefined {
  const columns: Columns = Object.fromEntries(
    row.flatMap((cell, at) => {
      const column = columnOf(cell);
      return column === undefined ? [] : [[column, at]];
    }),
  );
  const hasSubject = columns.code !== undefined || columns.indicator !== undefined;
  return hasSubject && columns.score !== undefined ? columns : undefined;
}

function readRow(draft: Draft, columns: Columns, row: readonly string[], line: number): RowFault | undefined {
  const cell = (column: Column) => {
    const at = columns[column];
    return at === undefined ? '' : (row[at] ?? '').trim();
  };
  const value = cell('score');
  const subject = cell('code') === '' ? indicatorOf(cell('indicator')) : subjectOf(cell('code'));
  if (subject === undefined) return 'unknown_code';
  if (value === '') return 'no_score';
  if (subject.kind === 'level') {
    if (value.length > 60 || numberOf(value) !== undefined) return 'bad_level';
    return once(draft.level, value, () => (draft.level = value));
  }
  if (subject.kind === 'year') {
    const year = numberOf(value);
    if (year === undefined || !Number.isInteger(year) || year < 2550 || year > 2699) return 'bad_year';
    return once(draft.fiscalYear, year, () => (draft.fiscalYear = year));
  }
  const score = scoreOf(value);
  if (typeof score === 'string') return score;
  if (subject.kind === 'overall') return once(draft.overall, score, () => (draft.overall = score));
  if (subject.kind === 'indicator') {
    return once(draft.indicators[subject.no], score, () => (draft.indicators[subject.no] = score));
  }
  const issue = cell('issue') === '' ? undefined : numberOf(cell('issue'));
  if (cell('issue') !== '' && !(issue !== undefined && /^[1-7]$/.test(String(issue)))) return 'bad_issue';
  draft.lines.push({ code: subject.code, score, line, ...(issue !== undefined && { issue }) });
  return undefined;
}

const indicatorOf = (cell: string): ReturnType<typeof subjectOf> => {
  const no = numberOf(cell);
  return no !== undefined && Number.isInteger(no) && no >= 1 && no <= 99
    ? { kind: 'indicator', no }
    : subjectOf(cell);
};

/** Spreadsheets store 96.9 as a little more or less: what is within a millionth counts as two decimals. */
function scoreOf(cell: string): number | RowFault {
  const score = numberOf(cell);
  if (score === undefined) return 'not_a_number';
  if (score < 0 || score > 100) return 'out_of_range';
  const rounded = Number(score.toFixed(2));
  return Math.abs(rounded - score) < 1e-6 ? rounded : 'too_precise';
}

function once<T>(known: T | undefined, said: T, keep: () => void): RowFault | undefined {
  if (known !== undefined && known !== said) return 'said_twice';
  keep();
  return undefined;
}

const finished = ({ fiscalYear, overall, level, indicators, lines }: Draft): ResultDraft => ({
  ...(fiscalYear !== undefined && { fiscalYear }),
  lines,
  reported: {
    ...(overall !== undefined && { overall }),
    ...(level !== undefined && { level }),
    indicators,
  },
});
