import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Documents } from '../../../../bot/store/documents.ts';
import { openStore } from '../../../../bot/store/open.ts';

const WORKERS = 8;
const KILLS = 50;
const writer = join(import.meta.dirname, 'writer.ts');
let directory: string;
/** What the writer's code was compiled to: half of the life of a process that is soon killed. */
let compiled: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'prongsai-durability-'));
  compiled = await mkdtemp(join(tmpdir(), 'prongsai-compiled-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
  await rm(compiled, { recursive: true });
});

type Writer = ChildProcessByStdio<Writable, Readable, null>;

/** A writer that opens the store once `run` lets it. */
function writerBy([program = '', ...words]: string[]): Writer {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  return spawn(program, words, { env, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Lets a writer write until `end` is over, kills it without a chance to tidy up, and answers what it said. */
async function run(child: Writer, end: (saidSomething: Promise<void>) => Promise<void>): Promise<string[]> {
  let said = '';
  const first = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    first.resolve();
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.stdin.end();
  await Promise.race([end(first.promise), closed]);
  child.kill('SIGKILL');
  await closed;
  return said.split('\n').slice(0, -1);
}

function lastAcknowledged(lines: string[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const line of lines) {
    const [what, worker = '', number] = line.split(' ');
    if (what === 'ack') last.set(worker, Number(number));
  }
  return last;
}

async function numbersIn(documents: Documents, side: string): Promise<number[]> {
  const paths = Array.from({ length: WORKERS }, (_, worker) => `${side}/${worker}`);
  return (await documents.readMany(paths)).map((found) => Number(found?.data.number ?? 0));
}

async function withStore<T>(act: (documents: Documents) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: directory, keepEveryVersion: true });
  try {
    return await act(store.documents);
  } finally {
    await store.close();
  }
}

test('a process killed at any moment has kept all it acknowledged and nothing by halves', async () => {
  let acknowledged = 0;
  const prepared = () => writerBy([process.execPath, writer, directory, '100000']);
  let next = prepared();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = next;
    // The next one loads its code while this one writes.
    next = prepared();
    const lines = await run(child, async (saidSomething) => {
      await saidSomething;
      await pause(Math.random() * 150);
    });
    const last = lastAcknowledged(lines);
    acknowledged += lines.filter((line) => line.startsWith('ack')).length;
    const [left, right] = await withStore(async (documents) => [
      await numbersIn(documents, 'left'),
      await numbersIn(documents, 'right'),
    ]);
    expect(right).toEqual(left);
    for (const [worker, number] of last) {
      expect(left[Number(worker)]).toBeGreaterThanOrEqual(number);
      expect(left[Number(worker)]).toBeLessThanOrEqual(number + 1);
    }
  }
  await run(next, async () => undefined);
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 180_000);

test('a full disk fails the commit, stops the store, and takes nothing that was acknowledged', async () => {
  const limited = `ulimit -f 64; exec "${process.execPath}" "${writer}" "${directory}" never`;
  const lines = await run(writerBy(['sh', '-c', limited]), () => new Promise(() => undefined));
  const last = lastAcknowledged(lines);
  expect(last.size).toBe(WORKERS);
  expect(lines.filter((line) => /^failed \d \d+ EFBIG$/.test(line))).toHaveLength(WORKERS);
  expect(lines.slice(-2)).toEqual(['then StoreUnavailable', 'then StoreUnavailable']);
  await withStore(async (documents) => {
    const left = await numbersIn(documents, 'left');
    expect(await numbersIn(documents, 'right')).toEqual(left);
    for (const [worker, number] of last) expect(left[Number(worker)]).toBeGreaterThanOrEqual(number);
  });
}, 60_000);
