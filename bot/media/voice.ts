import { extname } from 'node:path';
import { z } from 'zod';
import { octetsThread } from '../octets-thread.ts';
import { type CleanVoice, type RefusedMedia, refused } from './result.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    kind: z.literal('voice'),
    mime: z.literal('audio/mp4'),
    bytes: z.instanceof(Uint8Array),
    seconds: z.number().positive(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(['unreadable', 'too_large']) }),
]);

/**
 * Remuxes in a thread of its own, because the parser is JavaScript and a malicious file could keep it busy or full for
 * ever: there it is stopped on the signal, and out of memory ends the thread alone. The thread's program stands beside
 * this one, as TypeScript or, where both were built, as JavaScript of the same kind.
 *
 * @throws when the thread itself fails, whatever the file.
 */
export function cleanVoice(bytes: Uint8Array, signal: AbortSignal): Promise<CleanVoice | RefusedMedia> {
  const program = new URL(`./voice-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = octetsThread(program, bytes, { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 });
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('message', (message) => {
      const parsed = answer.safeParse(message);
      return parsed.success ? resolve(parsed.data) : reject(parsed.error);
    });
    worker.once('error', (error) => (isOutOfMemory(error) ? resolve(refused('unreadable')) : reject(error)));
    worker.once('exit', () => resolve(refused(signal.aborted ? 'too_slow' : 'unreadable')));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
