import { stringify } from 'csv-stringify/sync';
import { oitWords } from '../../domain/catalogue/oit.ts';
import { type Content, type Table, tablesOf } from '../../domain/evidence/content.ts';
import type { EvidenceVersion } from '../../domain/evidence/evidence.ts';
import { BYTE_ORDER_MARK, csvOptions, csvRows, sheetOf, sheetsOf } from '../../domain/evidence/sheets.ts';

const say = oitWords.workbook;

/** What a file says of itself, above its figures: the item's official title and number. */
export interface FileHead {
  agency: string;
  title: string;
  label?: string | undefined;
}

/** One table as CSV: UTF-8 with a byte order mark, so that spreadsheets read Thai, and CRLF. */
export const csvOf = (table: Table): string => BYTE_ORDER_MARK + stringify(csvRows(table), csvOptions);

/** All tables as one workbook, a sheet each, and a last one named `name` that says what it is about. */
export async function workbookOf(
  content: Content,
  name: string,
  rows: readonly (readonly [string, string])[],
): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(sheetsOf(content, { name, rows })).toBuffer();
}

/** A version of a page of evidence as a workbook. */
export async function xlsxOf(
  { agency, title, label }: FileHead,
  { content, approvedOn, approvedBy, n }: EvidenceVersion,
): Promise<Buffer> {
  const rows: (readonly [string, string])[] = [
    [say.agency, agency],
    [say.title, title],
    ...(label === undefined ? [] : ([[say.item, label]] as const)),
    ...(content.period === undefined ? [] : ([[say.period, content.period.words]] as const)),
    [say.method, content.method],
    [say.version, String(n)],
    [say.approvedOn, approvedOn],
    [say.approvedBy, approvedBy],
  ];
  return workbookOf(content, say.sheet, rows);
}

/** One table as a workbook of its own, for work inside the agency. */
export async function tableXlsx(table: Table, name: string): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([sheetOf(table, name)]).toBuffer();
}

/** The table by its id, or the first one. */
export const tableOf = (content: Content, id: string | undefined): Table | undefined => {
  const tables = tablesOf(content);
  return id === undefined ? tables[0] : tables.find((table) => table.id === id);
};
