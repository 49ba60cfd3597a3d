import { extname } from 'node:path';
import { z } from 'zod';
import { octetsThread } from '../octets-thread.ts';

const Octets = z.instanceof(Uint8Array);

/**
 * What a PDF was found to be. `locked`: nobody opens it without a password. `broken`: no program would show it.
 * `unread`: it took too much time or memory, so that nothing is known of it.
 */
const PdfFound = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), pages: z.int(), scripts: z.boolean(), grams: Octets }),
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('broken') }),
  z.object({ kind: z.literal('unread') }),
]);
export type PdfFound = z.infer<typeof PdfFound>;

const MILLISECONDS = 20_000;
/** What a thread may hold outside its heap, where the streams of a PDF are unpacked to and no limit of threads is. */
const MOST_UNPACKED_OCTETS = 160 * 1024 * 1024;
const LOOK_MILLISECONDS = 50;

/**
 * Opens a PDF and takes its words out in a thread of its own, with bounds of time and memory: its parser is
 * JavaScript, and a malicious file could keep it busy or fill it up.
 */
function openPdf(octets: Uint8Array): Promise<PdfFound> {
  const program = new URL(`./text-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = octetsThread(program, octets, { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 });
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), MILLISECONDS);
    const look = async (): Promise<void> => {
      const { external_memory: unpacked } = await worker.getHeapStatistics();
      if (unpacked > MOST_UNPACKED_OCTETS) await worker.terminate();
    };
    const looking = setInterval(() => void look().catch(() => undefined), LOOK_MILLISECONDS);
    worker.once('message', (message) => {
      resolve(PdfFound.safeParse(message).data ?? { kind: 'unread' });
      void worker.terminate();
    });
    worker.once('error', () => resolve({ kind: 'unread' }));
    worker.once('exit', () => {
      clearTimeout(timer);
      clearInterval(looking);
      resolve({ kind: 'unread' });
    });
  });
}

let last: Promise<unknown> = Promise.resolve();

/** As {@link openPdf}, one after the other: two large files at once would fill a small machine. */
export function takeText(octets: Uint8Array): Promise<PdfFound> {
  const turn = last.then(() => openPdf(octets));
  last = turn.catch(() => undefined);
  return turn;
}
