/**
 * Before each test file: every line that a log writes in this process is kept, and after its tests each is held against
 * the catalogue. A file fails by what its bots logged, whatever its tests looked at.
 */
import { afterAll, vi } from 'vitest';
import { z } from 'zod';
import { areRefusalsMeant, heard, lines } from './kept.ts';

vi.mock('../../../bot/log/log.ts', async (original) => {
  const real = await original<typeof import('../../../bot/log/log.ts')>();
  const createLog: typeof real.createLog = (destination, ...levelAs) =>
    real.createLog(
      {
        write(line) {
          lines.push(line);
          destination.write(line);
        },
      },
      ...levelAs,
    );
  return { ...real, createLog };
});

const Sent = z.object({
  events: z.array(
    z.object({
      source: z.object({ userId: z.string() }).partial().optional(),
      message: z.object({ id: z.string(), text: z.string() }).partial().optional(),
      postback: z.object({ data: z.string() }).optional(),
    }),
  ),
});

vi.mock('../../../bot/webhook/line-event.ts', async (original) => {
  const real = await original<typeof import('../../../bot/webhook/line-event.ts')>();
  const readBody: typeof real.readBody = (raw) => {
    const body = real.readBody(raw);
    const sent = body === undefined ? undefined : Sent.safeParse(JSON.parse(raw.toString())).data;
    for (const { source, message, postback } of sent?.events ?? []) {
      for (const text of [source?.userId, message?.id, message?.text, postback?.data]) {
        if (text !== undefined) heard.add(text);
      }
    }
    return body;
  };
  return { ...real, readBody };
});

const LOG_LINE = /^\{"(level|severity)":/;

/** What is built for another place has a log of its own: what it prints here is caught on its way out. */
for (const stream of [process.stdout, process.stderr]) {
  stream.write = new Proxy(stream.write, {
    apply(write, self, [chunk, ...rest]) {
      if (typeof chunk === 'string' && LOG_LINE.test(chunk)) lines.push(chunk);
      return Reflect.apply(write, self, [chunk, ...rest]);
    },
  });
}

const SHOWN = 10;

afterAll(async () => {
  if (lines.length === 0) return;
  const { faultOfLine } = await import('./check-line.ts');
  const faults = new Set(lines.flatMap((line) => faultOfLine(line, heard) ?? []));
  if (areRefusalsMeant())
    for (const fault of faults) if (fault.startsWith('log_refused:')) faults.delete(fault);
  if (faults.size === 0) return;
  throw new Error(`what was logged: ${[...faults].slice(0, SHOWN).join('; ')}`);
});
