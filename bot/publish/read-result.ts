import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readResultTable, rowFaultWords } from '../../domain/ita/import.ts';
import { rawResultOf } from '../../domain/ita/read-report.ts';
import { Report } from '../../domain/ita/report.ts';
import type { Judgement, RawResult } from '../../domain/ita/result.ts';
import { MOST_COLUMNS, MOST_ROWS, readXlsx, type XlsxFault } from './read-xlsx.ts';

/** Longest file that is read, in octets. */
const MOST_OCTETS = 5 * 1024 * 1024;
/** Most faults that are told at a time. */
const MOST_FAULTS = 200;

/** A year's result as a file gives it. */
export interface ReadResult {
  raw: RawResult;
  judgements: Judgement[];
  report?: Report;
}

/** `faults`: each with its line and reason, for whoever made the file; nothing may be kept of it. */
export type Reading = { ok: true; read: ReadResult } | { ok: false; faults: string[] };

const refuse = (...faults: string[]): Reading => ({ ok: false, faults: faults.slice(0, MOST_FAULTS) });

/** UTF-8, or the Thai code page that older spreadsheets write. */
function textOf(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-874').decode(octets);
  }
}

const CsvRows = z.array(z.array(z.string()));
const CsvFault = z.object({ lines: z.number() });

function readCsv(octets: Uint8Array): string[][] | Reading {
  try {
    return CsvRows.parse(
      parse(textOf(octets), { bom: true, relax_column_count: true, skip_empty_lines: false }),
    );
  } catch (error) {
    const line = CsvFault.safeParse(error).data?.lines;
    return refuse(`${line === undefined ? '' : `บรรทัด ${line}: `}อ่านเป็น CSV ไม่ได้ เครื่องหมายคำพูดอาจไม่ครบคู่`);
  }
}

const xlsxFaultWords: Readonly<Record<XlsxFault, string>> = {
  unreadable: 'อ่านเป็นไฟล์ Excel (.xlsx) ไม่ได้ ไฟล์อาจเสีย ตั้งรหัสผ่าน หรือเป็น .xls แบบเก่า',
  unpacked: 'ไฟล์ Excel นี้ใหญ่เกินไปเมื่อคลายออก คัดลอกเฉพาะตารางคะแนนไปวางในไฟล์ใหม่แล้วนำเข้าไฟล์นั้น',
  endless: 'ไฟล์ Excel นี้ใหญ่เกินกว่าจะอ่านจบ คัดลอกเฉพาะตารางคะแนนไปวางในไฟล์ใหม่แล้วนำเข้าไฟล์นั้น',
  table: `ตารางใหญ่เกิน ${MOST_ROWS.toLocaleString('en')} แถวหรือ ${MOST_COLUMNS} คอลัมน์ หรือมีช่องที่ยาวมาก คัดลอกเฉพาะตารางคะแนนไปวางในไฟล์ใหม่แล้วนำเข้าไฟล์นั้น`,
};

function readTable(rows: string[][], fiscalYear: number | undefined): Reading {
  const { draft, errors } = readResultTable(rows);
  const faults = errors.map(({ line, fault }) => `บรรทัด ${line}: ${rowFaultWords[fault]}`);
  if (draft.fiscalYear !== undefined && fiscalYear !== undefined && draft.fiscalYear !== fiscalYear) {
    faults.push(`ไฟล์เป็นของปี ${draft.fiscalYear} แต่สั่งให้นำเข้าเป็นปี ${fiscalYear}`);
  }
  const year = draft.fiscalYear ?? fiscalYear;
  if (year === undefined) faults.push('ไม่รู้ปีงบประมาณ ใส่แถว "ปีงบประมาณ" ในไฟล์ หรือสั่งด้วย --year 2566');
  if (
    faults.length === 0 &&
    draft.lines.length === 0 &&
    Object.keys(draft.reported.indicators).length === 0
  ) {
    faults.push('ไม่มีคะแนนในไฟล์');
  }
  if (year === undefined || faults.length > 0) return refuse(...faults);
  return {
    ok: true,
    read: {
      raw: { fiscalYear: year, lines: [...draft.lines], reported: draft.reported },
      judgements: [],
    },
  };
}

function readReport(octets: Uint8Array, fiscalYear: number | undefined): Reading {
  let json: unknown;
  try {
    json = JSON.parse(textOf(octets));
  } catch {
    return refuse('อ่านเป็น JSON ไม่ได้');
  }
  const read = Report.safeParse(json);
  if (!read.success) {
    return refuse(
      ...read.error.issues.map(
        ({ path, code }) => `${path.length === 0 ? 'ทั้งไฟล์' : path.join('.')}: ${code}`,
      ),
    );
  }
  const raw = rawResultOf(read.data);
  if (fiscalYear !== undefined && fiscalYear !== raw.fiscalYear) {
    return refuse(`ไฟล์เป็นของปี ${raw.fiscalYear} แต่สั่งให้นำเข้าเป็นปี ${fiscalYear}`);
  }
  return { ok: true, read: { raw, judgements: [...read.data.judgements], report: read.data } };
}

/** Whether octets are a ZIP archive, which .xlsx is. */
const isZip = (octets: Uint8Array): boolean => octets[0] === 0x50 && octets[1] === 0x4b;
const beginsWithBrace = (octets: Uint8Array): boolean => /^\uFEFF?\s*\{/.test(textOf(octets.subarray(0, 64)));

/** Reads a year's ITA result from CSV, XLSX or the report's own JSON, told apart by what is inside. */
export async function readResultFile(octets: Uint8Array, fiscalYear: number | undefined): Promise<Reading> {
  if (octets.length > MOST_OCTETS) return refuse('ไฟล์ใหญ่เกิน 5 MiB');
  if (octets.length === 0) return refuse('ไฟล์ว่าง');
  if (!isZip(octets) && beginsWithBrace(octets)) return readReport(octets, fiscalYear);
  const rows = isZip(octets) ? await readXlsx(octets) : readCsv(octets);
  if (typeof rows === 'string') return refuse(xlsxFaultWords[rows]);
  return Array.isArray(rows) ? readTable(rows, fiscalYear) : rows;
}
