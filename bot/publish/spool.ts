import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Job, Outcome } from './job.ts';

const OWNER_ONLY = { directory: 0o700, file: 0o600 };
const LOOK_EVERY_MILLISECONDS = 100;

const spoolIn = (dataDir: string): string => join(dataDir, 'publishing');

/** `{ job }` on its way in, `{ outcome }` on its way back: files that only their owner can read. */
const Asked = z.object({ agencyId: z.string(), job: Job });
export type Asked = z.infer<typeof Asked>;

async function put(file: string, value: unknown): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(value), { mode: OWNER_ONLY.file, flag: 'wx' });
  await rename(draft, file);
}

async function take(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Leaves a job for the program that has the store open, and waits for what becomes of it; undefined where no
 * answer came in time: the job is then taken back, unless the program had taken it already.
 */
export async function askRunning(
  dataDir: string,
  asked: Asked,
  patienceMs = 15_000,
): Promise<Outcome | undefined> {
  const directory = spoolIn(dataDir);
  await mkdir(directory, { recursive: true, mode: OWNER_ONLY.directory });
  const id = randomUUID();
  const job = join(directory, `${id}.job.json`);
  const answer = join(directory, `${id}.answer.json`);
  await put(job, asked);
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const outcome = Outcome.safeParse(await take(answer));
    if (outcome.success) {
      await rm(answer, { force: true });
      return outcome.data;
    }
    await pause(LOOK_EVERY_MILLISECONDS);
  }
  await rm(job, { force: true });
  return undefined;
}

async function jobsIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => name.endsWith('.job.json'));
  } catch {
    return [];
  }
}

/** Does what was left, one by one, and leaves the outcome for whoever asked. @throws what `run` throws */
export async function answerSpooled(dataDir: string, run: (asked: Asked) => Promise<Outcome>): Promise<void> {
  const directory = spoolIn(dataDir);
  for (const name of await jobsIn(directory)) {
    const file = join(directory, name);
    const asked = Asked.safeParse(await take(file));
    await rm(file, { force: true });
    const outcome = asked.success ? await run(asked.data) : { ok: false, lines: ['อ่านคำสั่งไม่ได้ ไม่ได้ทำอะไร'] };
    await put(join(directory, name.replace('.job.json', '.answer.json')), outcome);
  }
}
