/** The processes of one benchmark, and what is done with them. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Child, startChild } from './child.ts';
import { type Job, Measured } from './load.ts';

/** A bot that takes events, in its process. */
export interface Bot {
  child: Child;
  url: string;
}

export const Counts = z.object({
  reads: z.int(),
  queries: z.int(),
  documentsRead: z.int(),
  commits: z.int(),
  documentsWritten: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** What one run of load came to; CPU time of the bot's process and of its main thread, in microseconds an event. */
export interface Run extends Measured {
  cpuMicros: number;
  mainMicros: number;
  /** Of this bot's: photos that it asked to be sent again. */
  photosRefused?: number;
}

export interface Bench {
  startEcho(): Promise<Bot>;
  /** The echo bot that keeps a document for each event. */
  startKeeping(): Promise<Bot>;
  /** Always over the same files, which start out empty. */
  startProngsai(nodeFlags?: string[]): Promise<Bot>;
  /**
   * Sends what residents do, and makes sure that each event was accepted and answered.
   * @throws Error where one was not.
   */
  run(bot: Bot, work: Omit<Job, 'url' | 'channelSecret'>): Promise<Run>;
  /** The body of the last answer that LINE's side got. */
  lastAnswer(): Promise<string>;
  /** The receipts that stood on review cards so far, in order. */
  receipts(): Promise<string[]>;
  close(): Promise<void>;
}

const Replies = z.object({ replies: z.int(), last: z.string() });
const SECRET_OCTETS = 32;

export async function startBench(): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'prongsai-bench-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const channelSecret = randomBytes(SECRET_OCTETS).toString('hex');
  const secretKey = randomBytes(SECRET_OCTETS).toString('base64');
  const standIn = await startChild('stand-in.ts', []);
  const load = await startChild('load.ts', []);
  const api = await standIn.ask(z.string(), 'url');
  const replies = () => standIn.ask(Replies, 'replies');

  async function startBot(file: string, args: string[], nodeFlags: string[]): Promise<Bot> {
    const child = await startChild(file, [channelSecret, api, ...args], nodeFlags);
    return { child, url: await child.ask(z.string(), 'url') };
  }

  return {
    startEcho: () => startBot('echo-bot.ts', [], []),
    startKeeping: () => startBot('keeping-bot.ts', [join(directory, 'keeping')], []),
    startProngsai: (nodeFlags = []) =>
      startBot('prongsai-bot.ts', [join(directory, 'prongsai'), secretKey], nodeFlags),
    async run({ child, url }, work) {
      const job: Job = { url, channelSecret, ...work };
      const [repliesBefore, before] = [await replies(), await child.usage()];
      const measured = await load.ask(Measured, 'measure', job);
      const [repliesAfter, after] = [await replies(), await child.usage()];
      const answered = repliesAfter.replies - repliesBefore.replies;
      if (measured.refused > 0 || answered !== measured.events) {
        throw new Error(`${measured.events} events: ${measured.refused} refused, ${answered} answered`);
      }
      return {
        ...measured,
        cpuMicros: (after.cpuMicros - before.cpuMicros) / measured.events,
        mainMicros: (after.mainMicros - before.mainMicros) / measured.events,
      };
    },
    lastAnswer: async () => (await replies()).last,
    receipts: () => standIn.ask(z.array(z.string()), 'receipts'),
    async close() {
      await Promise.all([load.stop(), standIn.stop()]);
    },
  };
}

let lastResident = 0;

/** Residents whom no bot of this benchmark has met yet. */
export function newResidents(count: number): Job['residents'] {
  const first = lastResident + 1;
  lastResident += count;
  return { first, count };
}
