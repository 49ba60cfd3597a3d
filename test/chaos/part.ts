/** One part of `npm run chaos`, in a process of its own whose time is virtual: see `virtual-time.ts`. */
import { rm } from 'node:fs/promises';
import { createDice } from '../../simulator/dice.ts';
import type { Fate } from './calls.ts';
import { findingsOf } from './check.ts';
import { type Part, readOptions } from './command.ts';
import { crashFindings } from './crash.ts';
import { failureLines, progress } from './report.ts';
import { scenes } from './scenes.ts';
import { runStorm, type StormOptions } from './storm.ts';
import { fatesOf, playScene } from './systematic.ts';
import { installTime, machineNow } from './virtual-time.ts';
import { seedDirectory } from './world.ts';

/** A Tuesday at ten, or at half past one, Bangkok time: the office is open, tips are listed at 16:30. */
const OFFICE_TIMES = { long: Date.parse('2026-11-24T03:00:00Z'), short: Date.parse('2026-11-24T06:30:00Z') };

/** A costly scene is played so much more rarely in the short form. */
const COSTLY = 3;

const options = readOptions(process.argv.slice(2));
const part: Part = options.only ?? 'storm';
const { seed, short } = options;
const form = short ? 'short' : 'long';
const time = installTime(OFFICE_TIMES[form]);
const began = machineNow();
const say = (line: string): void => void process.stdout.write(`${part} | ${line}\n`);
const tell = progress(say);
const seconds = (): number => Math.round((machineNow() - began) / 1000);

/** What residents go through at once, by part. */
const storms: Record<
  'storm' | 'two' | 'clock',
  Omit<StormOptions, 'seed' | 'time' | 'residents' | 'onProgress'>
> = {
  storm: { instances: 1, hours: 4, kills: 4, clocks: false },
  two: { instances: 2, hours: 3, kills: 3, clocks: false },
  clock: { instances: 2, hours: 3, kills: 1, clocks: true },
};
const crowds = {
  short: { storm: 60, two: 30, clock: 30 },
  long: { storm: 10_000, two: 1000, clock: 1000 },
};

/** Whether all that must be true is true. */
async function storm(kind: 'storm' | 'two' | 'clock'): Promise<boolean> {
  const residents = options.residents ?? crowds[form][kind];
  const { run, world, spells } = await runStorm({
    ...storms[kind],
    ...(short ? { hours: 1.5, kills: 2 } : {}),
    seed,
    time,
    residents,
    onProgress: (ended) =>
      tell(() => `${ended} of ${residents} residents, ${new Date(time.now()).toISOString()}, ${seconds()} s`),
  });
  const { counts, line } = world;
  const found = await findingsOf(run);
  const struck = Object.entries(counts.struck).map(([fate, times]) => `${times} ${fate}`);
  say(`${residents} residents, seed ${seed}: ${counts.webhooks} webhooks, ${counts.repeated} events again`);
  say(
    `${counts.calls} calls, of which failed: ${struck.join(', ')}; ${line.refused()} of LINE's; ${spells} spells; ${counts.kills} kills`,
  );
  say(
    `${run.pushes.length} pushes, ${run.deeds.length} answers of the staff, ${run.history.versions.length} document versions`,
  );
  if (found.length > 0) for (const text of failureLines(found, `the end, seed ${seed}`, world)) say(text);
  await world.end();
  return found.length === 0;
}

/** Of all calls of all scenes, each `stride`-th, with each thing that can become of it. */
async function systematic(fates: readonly Fate[], stride: number): Promise<boolean> {
  const seeded = await seedDirectory(seed);
  const roll = createDice(seed);
  let failed = 0;
  let played = 0;
  let sites = 0;
  for (const scene of scenes.filter(({ name }) => name.includes(options.scene ?? ''))) {
    const whole = await playScene(scene, { time, seeded, seed });
    await whole.world.end();
    const todo = whole.calls.flatMap((call, index) =>
      fatesOf(call, fates).map((fate) => ({ call, nth: index + 1, fate })),
    );
    const every = stride > 1 && scene.isCostly ? COSTLY * stride : stride;
    const first = Math.floor(roll() * every);
    const chosen = todo.filter((_, index) => index % every === first);
    sites += whole.calls.length;
    const asItShould = {
      found: whole.found,
      step: `«${scene.name}», nothing done to it`,
      world: whole.world,
    };
    const judge = (found: typeof whole.found, step: string, world: typeof whole.world): void => {
      if (found.length === 0) return;
      failed += 1;
      for (const text of failureLines(found, `${step}, seed ${seed}`, world)) say(text);
    };
    judge(asItShould.found, asItShould.step, asItShould.world);
    for (const { call, nth, fate } of chosen) {
      const { found, world } = await playScene(scene, { time, seeded, seed }, { nth, fate });
      judge(found, `«${scene.name}», call ${nth} (${call.kind} ${call.about}): ${fate}`, world);
      await world.end();
      played += 1;
      tell(
        () =>
          `${scene.name.slice(0, 40)}: call ${nth} of ${whole.calls.length}, ${played} played, ${seconds()} s`,
      );
    }
    say(`${scene.name}: ${whole.calls.length} calls, ${chosen.length} of ${todo.length} blows`);
  }
  await rm(seeded, { recursive: true, force: true });
  say(`${sites} calls, ${played} played again, seed ${seed}: ${failed} failed`);
  return failed === 0;
}

/** So many processes killed with `kill -9`, each later than the one before. */
async function crashes(most: number): Promise<boolean> {
  const seeded = await seedDirectory(seed);
  let failed = 0;
  for (let nth = 1; nth <= most; nth += 1) {
    const findings = await crashFindings(seeded, seed + nth, nth);
    failed += Number(findings.length > 0);
    for (const finding of findings)
      say(`FAILED: kill -9 at the case number ${nth}, seed ${seed}: ${finding}`);
    tell(() => `${nth} of ${most} processes killed, ${seconds()} s`);
  }
  await rm(seeded, { recursive: true, force: true });
  say(`${most} processes killed with kill -9, seed ${seed}: ${failed} failed`);
  return failed === 0;
}

const works: Record<Part, () => Promise<boolean>> = {
  storm: () => storm('storm'),
  two: () => storm('two'),
  clock: () => storm('clock'),
  store: () => systematic(['before', 'lost', 'late'], short ? 80 : 1),
  kill: async () =>
    (options.scene !== undefined || (await crashes(short ? 3 : 30))) &&
    systematic(['kill before', 'kill after', 'torn'], short ? 80 : 1),
};

process.exitCode = 1;
time.run(works[part]).then(
  (isWell) => {
    say(`${isWell ? 'all is well' : 'something is broken'} after ${seconds()} s`);
    process.exitCode = isWell ? 0 : 1;
  },
  (error: unknown) => {
    say(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  },
);
