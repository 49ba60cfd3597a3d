import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const OWNER_ONLY = { directory: 0o700, file: 0o600 };
const LOOK_EVERY_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 15_000;

/** What a command asks of the program that has the embedded store open, and what it is answered. */
export interface Errand<Asked, Answer> {
  /** Its directory in the data directory. */
  folder: string;
  asked: z.ZodType<Asked>;
  answer: z.ZodType<Answer>;
  /** What is answered where it cannot be read what was asked. */
  unreadable: Answer;
}

const Progress = z.object({ done: z.int(), of: z.int() });

const filesOf = (directory: string, id: string) => ({
  job: join(directory, `${id}.job.json`),
  progress: join(directory, `${id}.progress.json`),
  answer: join(directory, `${id}.answer.json`),
});

/** Files that only their owner can read, never found half-written. */
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
 * Leaves an errand for the program that has the store open, and waits for what becomes of it; undefined where for
 * some time neither an answer nor any progress came: the errand is then taken back, unless it was taken already.
 */
export async function askRunning<Asked, Answer>(
  dataDir: string,
  { folder, answer }: Errand<Asked, Answer>,
  asked: Asked,
  {
    patienceMs = PATIENCE_MILLISECONDS,
    progress = () => undefined,
  }: { patienceMs?: number; progress?: (done: number, of: number) => void } = {},
): Promise<Answer | undefined> {
  const directory = join(dataDir, folder);
  await mkdir(directory, { recursive: true, mode: OWNER_ONLY.directory });
  const files = filesOf(directory, randomUUID());
  await put(files.job, asked);
  let until = Date.now() + patienceMs;
  let done = -1;
  while (Date.now() < until) {
    const given = answer.safeParse(await take(files.answer));
    if (given.success) {
      await Promise.all([rm(files.answer, { force: true }), rm(files.progress, { force: true })]);
      return given.data;
    }
    const step = Progress.safeParse(await take(files.progress));
    if (step.success && step.data.done > done) {
      done = step.data.done;
      progress(done, step.data.of);
      until = Date.now() + patienceMs;
    }
    await pause(LOOK_EVERY_MILLISECONDS);
  }
  await rm(files.job, { force: true });
  return undefined;
}

async function jobsIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => name.endsWith('.job.json'));
  } catch {
    return [];
  }
}

/** Does what was left, one by one, and leaves the answer for whoever asked. @throws what `run` throws */
export async function answerSpooled<Asked, Answer>(
  dataDir: string,
  { folder, asked, unreadable }: Errand<Asked, Answer>,
  run: (asked: Asked, progress: (done: number, of: number) => Promise<void>) => Promise<Answer>,
): Promise<void> {
  const directory = join(dataDir, folder);
  for (const name of await jobsIn(directory)) {
    const files = filesOf(directory, name.replace('.job.json', ''));
    const wanted = asked.safeParse(await take(files.job));
    await rm(files.job, { force: true });
    const told = (done: number, of: number): Promise<void> => put(files.progress, { done, of });
    await put(files.answer, wanted.success ? await run(wanted.data, told) : unreadable);
  }
}
