import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import { gramFilter } from '../../domain/papers/grams.ts';
import { mendedThai } from '../../domain/words/folded.ts';

const PAGES_MOST = 600;
const LETTERS_MOST = 2_000_000;
/** Below this nothing but page numbers and stamps was found. */
const LETTERS_LEAST = 20;

if (parentPort === null || !(workerData instanceof Uint8Array)) {
  throw new TypeError('not started by take-text.ts');
}

const Run = z.object({ str: z.string(), hasEOL: z.boolean() });
const Failure = z.object({ name: z.string() });

async function read(octets: Uint8Array) {
  const pdf = await getDocumentProxy(octets, { stopAtErrors: false, verbosity: 0 });
  if (pdf.numPages === 0) throw new RangeError('a paper has a page');
  const scripts = await pdf.hasJSActions();
  let text = '';
  for (let n = 1; n <= Math.min(pdf.numPages, PAGES_MOST) && text.length < LETTERS_MOST; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    for (const item of items) {
      const run = Run.safeParse(item).data;
      if (run !== undefined) text += run.hasEOL ? `${run.str}\n` : run.str;
    }
    text += '\n';
    page.cleanup();
  }
  const words = mendedThai(text.slice(0, LETTERS_MOST));
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const found = letters < LETTERS_LEAST ? new Uint8Array() : gramFilter(words);
  return { pages: pdf.numPages, scripts, grams: found };
}

const port = parentPort;
read(workerData).then(
  (found) => port.postMessage({ kind: 'read', ...found }),
  (error: unknown) => {
    const isLocked = Failure.safeParse(error).data?.name === 'PasswordException';
    port.postMessage({ kind: isLocked ? 'locked' : 'broken' });
  },
);
