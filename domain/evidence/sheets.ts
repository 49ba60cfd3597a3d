import { type Cell, type Column, type Content, type Table, tablesOf } from './content.ts';
import { type Digits, inDigits } from './digits.ts';
import { harmless } from './harmless.ts';
import { shownCell } from './shown.ts';

/** Begins a CSV file, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** How rows of {@link csvRows} become lines, for `csv-stringify`. */
export const csvOptions = { record_delimiter: '\r\n', quoted_match: /^'/ };
/** Longest name that a sheet may have. */
const SHEET_NAME = 31;
/** Makes a spreadsheet show a number in Thai digits; it stays a number. */
const THAI_DIGITS = '[$-D00041E]';

/** A cell of a sheet as `write-excel-file` takes it, for server and browser. */
interface Filled {
  value: string | number;
  type: StringConstructor | NumberConstructor;
  format?: string;
  fontWeight?: 'bold';
  wrap?: boolean;
  alignVertical?: 'top';
}
export interface Sheet {
  sheet: string;
  data: (Filled | null)[][];
  columns: { width: number }[];
  stickyRowsCount?: number;
}

/** A table as rows of words, its header first, numbers in Arabic digits, nothing that a spreadsheet would reckon. */
export function csvRows({ columns, rows }: Table): string[][] {
  const lines = rows.map(({ cells }) =>
    columns.map((column, at) => {
      const cell = cells[at];
      const shown = shownCell(cell, column);
      return typeof cell === 'number' ? shown : harmless(shown);
    }),
  );
  return [columns.map(({ label }) => harmless(label)), ...lines];
}

const formatOf = ({ decimals = 0 }: Column, digits: Digits | undefined): string =>
  `${digits === 'thai' ? THAI_DIGITS : ''}${decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`}`;

function cellOf(
  cell: Cell | undefined,
  column: Column,
  bold: boolean,
  digits: Digits | undefined,
): Filled | null {
  if (cell === undefined || cell === null || cell === '') return null;
  const weight = bold ? ({ fontWeight: 'bold' } as const) : {};
  return typeof cell === 'number'
    ? { value: cell, type: Number, format: formatOf(column, digits), ...weight }
    : { value: harmless(inDigits(cell, digits)), type: String, wrap: true, alignVertical: 'top', ...weight };
}

/** Rough width of a column in characters, so that headers and most cells are read without dragging. */
const widthOf = ({ columns, rows }: Table, at: number): number => {
  const column = columns[at] ?? { label: '' };
  const longest = rows.reduce(
    (most, { cells }) => Math.max(most, shownCell(cells[at], column).length),
    Math.max(10, column.label.length),
  );
  return Math.min(60, longest + 2);
};

/** A caption as a sheet's name: no characters that sheets refuse, cut, told apart by number. */
const sheetName = ({ caption }: Table, at: number): string =>
  `${at + 1} ${caption.replace(/[\\/*?:[\]']/g, ' ')}`.slice(0, SHEET_NAME).trim();

/** One table as a sheet of this name, cut to what a sheet may have. */
export const sheetOf = (table: Table, name: string, digits?: Digits): Sheet => ({
  sheet: name.slice(0, SHEET_NAME),
  data: [
    table.columns.map(({ label }) => ({
      value: harmless(inDigits(label, digits)),
      type: String,
      fontWeight: 'bold',
      wrap: true,
    })),
    ...table.rows.map(({ cells, sum }) =>
      table.columns.map((column, nth) => cellOf(cells[nth], column, sum === true, digits)),
    ),
  ],
  columns: table.columns.map((_, nth) => ({ width: widthOf(table, nth) })),
  stickyRowsCount: 1,
});

/** A sheet of its own that says where the figures come from. */
const aboutSheet = (name: string, rows: readonly (readonly [string, string])[], digits: Digits | undefined) =>
  ({
    sheet: name,
    data: rows.map(([label, words]) => [
      { value: label, type: String, fontWeight: 'bold' as const },
      { value: harmless(inDigits(words, digits)), type: String, wrap: true },
    ]),
    columns: [{ width: 16 }, { width: 80 }],
  }) satisfies Sheet;

/** All tables of a document as one workbook, a sheet each, numbers as numbers, and last what it is about. */
export const sheetsOf = (
  content: Content,
  about: { name: string; rows: readonly (readonly [string, string])[] },
): Sheet[] => [
  ...tablesOf(content).map((table, at) => sheetOf(table, sheetName(table, at), content.digits)),
  aboutSheet(about.name, about.rows, content.digits),
];
