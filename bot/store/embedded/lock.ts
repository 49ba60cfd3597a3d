/** One process at a time on one directory. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Another process, which is alive, has the directory open. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
}

export interface Lock {
  release(): Promise<void>;
}

/** `started` tells a process from a later one that was given the same number. */
const holderSchema = z.object({ pid: z.number().int().positive(), started: z.string() });
type Holder = z.infer<typeof holderSchema>;

const held = new Set<string>();
const ATTEMPTS = 5;

/**
 * Takes over the lock of a process that is dead. Processes in another container or on another machine that
 * share the directory are not seen.
 *
 * @throws {StoreLocked}
 */
export async function lock(directory: string): Promise<Lock> {
  const path = join(directory, 'lock');
  if (held.has(path)) throw new StoreLocked(`${directory} is open in this process already`);
  held.add(path);
  try {
    await take(path, directory);
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return {
    async release() {
      await rm(path, { force: true });
      held.delete(path);
    },
  };
}

async function take(path: string, directory: string): Promise<void> {
  const own = `${path}.${process.pid}`;
  const me: Holder = { pid: process.pid, started: await startOf(process.pid) };
  await writeFile(own, JSON.stringify(me));
  try {
    for (let left = ATTEMPTS; left > 0; left -= 1) {
      if (await linked(own, path)) return;
      const holder = await holderOf(path);
      if (holder !== undefined && (await isAlive(holder))) {
        throw new StoreLocked(`${directory} is open in process ${holder.pid}`);
      }
      await setAside(path, `${own}.stale`, holder);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new StoreLocked(`${directory} could not be locked: others are trying too`);
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Takes a dead process's lock away, unless someone else did and it is a living one's by now. */
async function setAside(path: string, stale: string, dead: Holder | undefined): Promise<void> {
  try {
    await rename(path, stale);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const taken = await holderOf(stale);
  const isTheDeadOnes = taken?.pid === dead?.pid && taken?.started === dead?.started;
  if (!isTheDeadOnes) await linked(stale, path);
  await rm(stale, { force: true });
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
  }
  return (await startOf(holder.pid)) === holder.started;
}

/** When the process started, as Linux tells it; the same for all where the system does not. */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()} ${afterName[19]}`;
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code;
}
