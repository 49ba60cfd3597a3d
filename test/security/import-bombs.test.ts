import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { bombs, endless, harmlessWorkbooks } from './workbooks.ts';

const run = promisify(execFile);
const CHILD = new URL('read-file-child.ts', import.meta.url).pathname;
const MEBIBYTE = 1024 * 1024;
/** What a process may take more than one that reads the template alone. Any of the bombs is larger unpacked. */
const MORE_KIBIBYTES = 100 * 1024;
/** A process that would fill the machine ends here instead. */
const HEAP_MEBIBYTES = 512;

const Came = z.object({ came: z.string(), peak: z.number() });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbooks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, octets: Uint8Array): Promise<string> {
  expect(octets.length).toBeLessThan(5 * MEBIBYTE);
  const file = join(folder, `${name.replaceAll(/\W/g, '-')}.xlsx`);
  await writeFile(file, octets);
  return file;
}

async function readAll(files: string[]): Promise<z.infer<typeof Came>[]> {
  const { stdout } = await run(process.execPath, [`--max-old-space-size=${HEAP_MEBIBYTES}`, CHILD, ...files]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => Came.parse(JSON.parse(line)));
}

const PATIENCE_MILLISECONDS = 180_000;
const usable = (): Uint8Array => harmlessWorkbooks['as people fill it in']?.() ?? new Uint8Array();

it(
  'a workbook that is too large inside is refused in words, in little memory, and the next file is read',
  async () => {
    const good = await written('good', usable());
    const names = Object.keys(bombs);
    const files: string[] = [];
    for (const [name, make] of Object.entries(bombs)) files.push(await written(name, make()));
    const [usual] = await readAll([good]);
    expect(usual?.came).toBe('read');
    const came = await readAll([...files, good]);
    expect(came.map((one, n) => [names[n] ?? 'good', one.came])).toEqual([
      ...names.map((name) => [name, expect.stringMatching(/ใหญ่เกิน/)]),
      ['good', 'read'],
    ]);
    expect((came.at(-1)?.peak ?? Number.POSITIVE_INFINITY) - (usual?.peak ?? 0)).toBeLessThan(MORE_KIBIBYTES);
  },
  PATIENCE_MILLISECONDS,
);

it(
  'a workbook that is never read to its end is given up, and the next one is read',
  async () => {
    const came = await readAll([await written('endless', endless()), await written('good', usable())]);
    expect(came.map((one) => one.came)).toEqual([expect.stringMatching(/ใหญ่เกินกว่าจะอ่านจบ/), 'read']);
  },
  PATIENCE_MILLISECONDS,
);

it(
  'what only looks like a bomb is read',
  async () => {
    const files: string[] = [];
    for (const [name, make] of Object.entries(harmlessWorkbooks)) files.push(await written(name, make()));
    const came = await readAll(files);
    const names = Object.keys(harmlessWorkbooks);
    expect(names.map((name, n) => [name, came[n]?.came])).toEqual(names.map((name) => [name, 'read']));
  },
  PATIENCE_MILLISECONDS,
);
