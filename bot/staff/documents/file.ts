import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { documentsWords } from '../../../domain/catalogue/documents.ts';
import type { Content } from '../../../domain/evidence/content.ts';
import type { DocumentFileQuery } from '../../../domain/staff/documents.ts';
import { csvOf, tableOf, workbookOf } from '../../publish/spreadsheet.ts';
import type { StaffAnswer } from '../route.ts';

const say = documentsWords.file;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a paper is, for its file. `today` is an ISO day. */
export interface PaperFile {
  /** As in `register`, `complaint_statistics`. */
  name: string;
  agency: string;
  title: string;
  label?: string | undefined;
  content: Content;
  today: string;
}

/** A paper of the office as a workbook, or a table of it as CSV. */
export async function fileOf(
  { name, agency, title, label, content, today }: PaperFile,
  { format, table: id, year, preset }: DocumentFileQuery,
): Promise<StaffAnswer> {
  const whole = `${name}-${year}-${preset}`;
  if (format === 'csv') {
    const table = tableOf(content, id);
    if (table === undefined) return { refuse: 'not_found' };
    const octets = new Uint8Array(Buffer.from(csvOf(table)));
    return { octets, type: 'text/csv; charset=utf-8', name: `${whole}-${table.id}.csv` };
  }
  const rows: (readonly [string, string])[] = [
    [say.agency, agency],
    [say.title, title],
    ...(label === undefined ? [] : ([[say.item, label]] as const)),
    ...(content.period === undefined ? [] : ([[say.period, content.period.words]] as const)),
    [say.method, content.method],
    [say.printedOn, `${thaiDate(today, 'long')} ${say.own}`],
  ];
  const octets = new Uint8Array(await workbookOf(content, say.sheet, rows));
  return { octets, type: XLSX, name: `${whole}.xlsx` };
}
