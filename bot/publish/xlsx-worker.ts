import { parentPort, workerData } from 'node:worker_threads';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { MOST_COLUMNS, MOST_ROWS, type XlsxFault } from './read-xlsx.ts';
import { unpackXlsx } from './unpack-xlsx.ts';

/** Letters of one cell; the longest of a result is a level of at most sixty. */
const MOST_LETTERS = 2_000;

if (parentPort === null || !(workerData instanceof Uint8Array)) {
  throw new TypeError('not started by read-xlsx.ts');
}

/** Where rows and cells say that they stand. What comes before an attribute's name is always a blank. */
const ADDRESSES = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ADDRESS = /^([A-Z]{0,3})([1-9]\d{0,6})$/;

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** Whether a row or a cell stands further out than is read; what is no address at all counts as such. */
function reachesOut(xml: string): boolean {
  for (const [, double, single] of xml.matchAll(ADDRESSES)) {
    const address = ADDRESS.exec(double ?? single ?? '');
    if (address === null) return true;
    const [, letters = '', digits = ''] = address;
    if (Number(digits) > MOST_ROWS || columnOf(letters) > MOST_COLUMNS) return true;
  }
  return false;
}

const words = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/**
 * The first sheet. The library unpacks without bounds and fills every gap before a row or a cell with empty ones: it is
 * given only what was unpacked within bounds, stored again as it is, and no sheet that reaches out. What a sheet
 * declares as its size is not believed either way.
 */
async function read(octets: Uint8Array): Promise<string[][] | XlsxFault> {
  const files = unpackXlsx(octets);
  if (files === 'too_large') return 'unpacked';
  if (files === 'broken') return 'unreadable';
  const utf8 = new TextDecoder();
  for (const file of Object.values(files)) {
    const xml = utf8.decode(file);
    if (xml.includes('sheetData') && reachesOut(xml)) return 'table';
  }
  try {
    const sheet = await readSheet(Buffer.from(zipSync(files, { level: 0 })), 1);
    const rows = sheet.map((row) => row.map(words));
    const isLarge = rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS);
    return isLarge || rows.some((row) => row.some((cell) => cell.length > MOST_LETTERS)) ? 'table' : rows;
  } catch {
    return 'unreadable';
  }
}

const port = parentPort;
read(workerData).then((answer) => port.postMessage(answer));
