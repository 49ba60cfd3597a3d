import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../bot/store/open.ts';
import { casesIn } from '../faults/check-cases.ts';
import { tallyFindings } from '../faults/check-counts.ts';
import { readHistory, standing } from '../faults/history.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/**
 * Kills a process with `kill -9` when the `nth` case number was told in it; what of that is not on disk then, or is
 * not whole.
 */
export async function crashFindings(seeded: string, seed: number, nth: number): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, seeded, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let dataDir: string | undefined;
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (dataDir === undefined) dataDir = line;
    else told.push(line);
    if (told.length === nth) child.kill('SIGKILL');
  }
  await exit;
  if (dataDir === undefined || told.length < nth)
    return [`the process ended after ${told.length} cases by itself`];
  const store = await openStore({ dataDir: join(dataDir, 'store'), keepEveryVersion: true });
  await store.close();
  const history = await readHistory(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  const cases = [...casesIn({ history })];
  const alerts = JSON.stringify([...standing(history, 'outbox').values()]);
  return [
    ...told.flatMap((number) => {
      const there = cases.filter(([, one]) => one.number === number).length;
      return there === 1 ? [] : [`${number} was told, and is there ${there} times`];
    }),
    ...cases.flatMap(([id, { number }]) =>
      alerts.includes(id) ? [] : [`nobody is to be told of ${number}`],
    ),
    ...tallyFindings({ history }),
  ];
}
