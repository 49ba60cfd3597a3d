import { stringify } from 'csv-stringify/sync';
import type { SheetData } from 'write-excel-file/node';
import { oitWords } from '../../domain/catalogue/oit.ts';
import { type Cell, type Column, type Content, type Table, tablesOf } from '../../domain/evidence/content.ts';
import { type Digits, inDigits } from '../../domain/evidence/digits.ts';
import type { EvidenceVersion } from '../../domain/evidence/evidence.ts';
import { harmless } from '../../domain/evidence/harmless.ts';
import { shownCell } from '../../domain/evidence/shown.ts';

const say = oitWords.workbook;

/** What a file says of itself, above its figures: the item's official title and number. */
export interface FileHead {
  agency: string;
  title: string;
  label?: string | undefined;
}

const BYTE_ORDER_MARK = '\uFEFF';
/** Longest name that a sheet may have. */
const SHEET_NAME = 31;

/** One table as CSV: UTF-8 with a byte order mark, so that spreadsheets read Thai, and CRLF. */
export function csvOf({ columns, rows }: Table): string {
  const lines = rows.map(({ cells }) =>
    columns.map((column, at) => {
      const cell = cells[at];
      const shown = shownCell(cell, column);
      return typeof cell === 'number' ? shown : harmless(shown);
    }),
  );
  const header = columns.map(({ label }) => harmless(label));
  return BYTE_ORDER_MARK + stringify([header, ...lines], { record_delimiter: '\r\n', quoted_match: /^'/ });
}

/** Makes a spreadsheet show a number in Thai digits; it stays a number. */
const THAI_DIGITS = '[$-D00041E]';

const formatOf = ({ decimals = 0 }: Column, digits: Digits | undefined): string =>
  `${digits === 'thai' ? THAI_DIGITS : ''}${decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`}`;

function cellOf(
  cell: Cell | undefined,
  column: Column,
  bold: boolean,
  digits: Digits | undefined,
): SheetData[number][number] {
  if (cell === undefined || cell === null || cell === '') return null;
  const weight = bold ? ({ fontWeight: 'bold' } as const) : {};
  return typeof cell === 'number'
    ? { value: cell, type: Number, format: formatOf(column, digits), ...weight }
    : { value: harmless(inDigits(cell, digits)), type: String, wrap: true, alignVertical: 'top', ...weight };
}

/** Rough width of a column in characters, so that headers and most cells are read without dragging. */
const widthOf = ({ columns, rows }: Table, at: number): number => {
  const lengths = rows.map(({ cells }) => shownCell(cells[at], columns[at] ?? { label: '' }).length);
  return Math.min(60, Math.max(10, columns[at]?.label.length ?? 0, ...lengths) + 2);
};

const sheetOf = (table: Table, name: string, digits: Digits | undefined) => ({
  sheet: name,
  data: [
    table.columns.map(({ label }) => ({
      value: harmless(inDigits(label, digits)),
      type: String,
      fontWeight: 'bold' as const,
      wrap: true,
    })),
    ...table.rows.map(({ cells, sum }) =>
      table.columns.map((column, at) => cellOf(cells[at], column, sum === true, digits)),
    ),
  ] satisfies SheetData,
  columns: table.columns.map((_, at) => ({ width: widthOf(table, at) })),
  stickyRowsCount: 1,
});

/** Where the figures come from, on a sheet of its own. */
function aboutSheet(
  { agency, title, label }: FileHead,
  { content, approvedOn, approvedBy, n }: EvidenceVersion,
) {
  const rows: [string, string][] = [
    [say.agency, agency],
    [say.title, title],
    ...(label === undefined ? [] : [[say.item, label] satisfies [string, string]]),
    ...(content.period === undefined ? [] : [[say.period, content.period.words] satisfies [string, string]]),
    [say.method, content.method],
    [say.version, String(n)],
    [say.approvedOn, approvedOn],
    [say.approvedBy, approvedBy],
  ];
  return {
    sheet: say.sheet,
    data: rows.map(([name, words]) => [
      { value: name, type: String, fontWeight: 'bold' as const },
      { value: harmless(inDigits(words, content.digits)), type: String, wrap: true },
    ]) satisfies SheetData,
    columns: [{ width: 16 }, { width: 80 }],
  };
}

/** A caption as a sheet's name: no characters that sheets refuse, cut, told apart by number. */
const sheetName = ({ caption }: Table, at: number): string =>
  `${at + 1} ${caption.replace(/[\\/*?:[\]']/g, ' ')}`.slice(0, SHEET_NAME).trim();

/** All tables of a version as one workbook, a sheet each, numbers as numbers. */
export async function xlsxOf(head: FileHead, version: EvidenceVersion): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const tables = tablesOf(version.content);
  const { digits } = version.content;
  return writeXlsxFile([
    ...tables.map((table, at) => sheetOf(table, sheetName(table, at), digits)),
    aboutSheet(head, version),
  ]).toBuffer();
}

/** One table as a workbook of its own, for work inside the agency. */
export async function tableXlsx(table: Table, name: string): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([sheetOf(table, name.slice(0, SHEET_NAME), undefined)]).toBuffer();
}

/** The table by its id, or the first one. */
export const tableOf = (content: Content, id: string | undefined): Table | undefined => {
  const tables = tablesOf(content);
  return id === undefined ? tables[0] : tables.find((table) => table.id === id);
};
