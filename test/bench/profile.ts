/** Where the time of a text in mid-complaint goes, by the profiler of Node itself. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { newResidents, startBench } from './bench.ts';
import { table } from './report.ts';

const Profile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

const MOST_ROWS = 45;
const WORK = { connections: 64, milliseconds: 60_000 };
const ROUNDS = 6;

function placeOf(url: string): string {
  const module = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  const own = /\/((?:bot|domain|sealing)\/.*)$/.exec(url)?.[1];
  return module ?? own ?? (url === '' ? 'native' : url);
}

/** Self time by `keyOf`, as shares of the time in which the process was not idle. */
function shares(
  profile: z.infer<typeof Profile>,
  keyOf: (name: string, url: string, line: number) => string,
) {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [index, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === '(idle)') continue;
    const took = profile.timeDeltas[index] ?? 0;
    const key = keyOf(frame.functionName, frame.url, frame.lineNumber);
    spent.set(key, (spent.get(key) ?? 0) + took);
    total += took;
  }
  return [...spent]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_ROWS)
    .map(([key, took]) => [`${((took / total) * 100).toFixed(1)} %`, key]);
}

async function record(directory: string): Promise<void> {
  const bench = await startBench();
  const bot = await bench.startProngsai(['--cpu-prof', `--cpu-prof-dir=${directory}`]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const residents = newResidents(500);
    await bench.run(bot, { ...WORK, residents, act: 'to text' });
    await bench.run(bot, { ...WORK, residents, act: 'text' });
  }
  await bot.child.stop();
  await bench.close();
}

/** Self time by module or folder, and by function. */
export async function profile(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'prongsai-profile-'));
  await record(directory);
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
  await rm(directory, { recursive: true });
  const profiles = texts.map((text) => Profile.parse(JSON.parse(text)));
  const longest = profiles.toSorted((a, b) => b.samples.length - a.samples.length)[0];
  if (longest === undefined) throw new Error('the profiler left no profile');
  const byPlace = shares(longest, (name, url) => (name.startsWith('(') ? name : placeOf(url)));
  const byFunction = shares(longest, (name, url, line) => `${name} ${placeOf(url)}:${line + 1}`);
  return [table(['self time', 'module or file'], byPlace), table(['self time', 'function'], byFunction)].join(
    '\n\n',
  );
}
