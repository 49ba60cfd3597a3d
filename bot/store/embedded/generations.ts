/**
 * Which files there are. Generation `n` is the snapshot `n` and the journal `n` of what came after it;
 * generation 1 starts from nothing and has no snapshot. A file appears under its name when it is whole.
 */
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_HEAD_SIZE, type FileKind, newFileHead } from './frames.ts';

const NAME = /^(journal|snapshot)-(\d{8})$/;
const UNFINISHED = /^(?:journal|snapshot)-\d{8}\.unfinished$/;
const OWNER_ONLY = 0o600;

export interface OpenFile {
  file: FileHandle;
  head: Buffer;
}

export interface Generations {
  /** Ascending. */
  journals: number[];
  /** Ascending. */
  snapshots: number[];
}

export function journalPath(directory: string, generation: number): string {
  return join(directory, `journal-${String(generation).padStart(8, '0')}`);
}

export function snapshotPath(directory: string, generation: number): string {
  return join(directory, `snapshot-${String(generation).padStart(8, '0')}`);
}

export async function generationsIn(directory: string): Promise<Generations> {
  const found: Generations = { journals: [], snapshots: [] };
  for (const name of (await readdir(directory)).sort()) {
    const [, kind, generation] = NAME.exec(name) ?? [];
    if (kind === 'journal') found.journals.push(Number(generation));
    if (kind === 'snapshot') found.snapshots.push(Number(generation));
  }
  return found;
}

/** Writes a file under another name, syncs it, and only then gives it its name. The handle stays open. */
export async function writeWhole(
  path: string,
  kind: FileKind,
  write: (file: FileHandle, head: Buffer) => Promise<void>,
): Promise<OpenFile> {
  const unfinished = `${path}.unfinished`;
  const head = newFileHead(kind);
  const file = await open(unfinished, 'w', OWNER_ONLY);
  try {
    await file.writeFile(head);
    await write(file, head);
    await file.sync();
    await rename(unfinished, path);
    await syncDirectory(join(path, '..'));
    return { file, head };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Removes generations before `kept`, and files that were never finished. */
export async function removeOlder(directory: string, kept: number): Promise<void> {
  const { journals, snapshots } = await generationsIn(directory);
  const unfinished = (await readdir(directory)).filter((name) => UNFINISHED.test(name));
  const paths = [
    ...unfinished.map((name) => join(directory, name)),
    ...snapshots.filter((generation) => generation < kept).map((old) => snapshotPath(directory, old)),
    ...journals.filter((generation) => generation < kept).map((old) => journalPath(directory, old)),
  ];
  for (const path of paths) await rm(path);
  if (paths.length > 0) await syncDirectory(directory);
}

export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the journal of a new generation. */
export function createJournal(directory: string, generation: number): Promise<OpenFile> {
  return writeWhole(journalPath(directory, generation), 'PSJRNL01', async () => undefined);
}

/** Opens a journal to go on at `end`; what stands after it is cut off. */
export async function continueJournal(directory: string, generation: number, end: number): Promise<OpenFile> {
  const file = await open(journalPath(directory, generation), 'r+');
  const head = Buffer.alloc(FILE_HEAD_SIZE);
  await file.read(head, 0, FILE_HEAD_SIZE, 0);
  await file.truncate(end);
  await file.sync();
  return { file, head };
}
