import { extname } from 'node:path';
import { z } from 'zod';
import { octetsThread } from '../octets-thread.ts';

/** What a table of results may be: a year's has some sixty rows and six columns. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 200;

/** From asking to answer; a year's result takes a few hundredths of a second. */
const MILLISECONDS = 10_000;

/**
 * `unpacked`: the archive is too large inside; `table`: the sheet is; `endless`: it took too much time or memory;
 * `unreadable`: it is no workbook.
 */
export type XlsxFault = z.infer<typeof XlsxFault>;
const XlsxFault = z.enum(['unpacked', 'table', 'endless', 'unreadable']);
const Answer = z.union([XlsxFault, z.array(z.array(z.string()))]);

/**
 * The first sheet of a workbook, as rows of cells. It is read in a thread of its own, with bounds of time and memory:
 * its parser is JavaScript, and goes over the same letters again and again where a tag or a text does not end.
 */
export function readXlsx(octets: Uint8Array): Promise<string[][] | XlsxFault> {
  const program = new URL(`./xlsx-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = octetsThread(program, octets, { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 });
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), MILLISECONDS);
    worker.once('message', (message) => {
      resolve(Answer.safeParse(message).data ?? 'unreadable');
      void worker.terminate();
    });
    worker.once('error', () => resolve('endless'));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve('endless');
    });
  });
}
