import { open, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './report.ts';

const SYNCS = 50;
const BLOCK = Buffer.alloc(4096, 1);

/** How long one synced write of 4 KiB takes here, in milliseconds: what the journal waits for. */
async function syncedWrite(): Promise<number> {
  const path = join(tmpdir(), `prongsai-bench-sync-${process.pid}`);
  const file = await open(path, 'w');
  const times: number[] = [];
  for (let turn = 0; turn < SYNCS; turn += 1) {
    const began = performance.now();
    await file.write(BLOCK, 0, BLOCK.length, turn * BLOCK.length);
    await file.datasync();
    times.push(performance.now() - began);
  }
  await file.close();
  await rm(path);
  return median(times);
}

/** The machine in one line; a load that is not near 0 says that others were at work on it. */
export async function machine(): Promise<string> {
  const model = cpus()[0]?.model ?? 'unknown CPU';
  const sync = (await syncedWrite()).toFixed(2);
  return [
    new Date().toISOString().slice(0, 10),
    `${availableParallelism()} cores`,
    model,
    `Node ${process.version}`,
    `synced 4 KiB write ${sync} ms`,
    `load before the run ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join(' · ');
}
