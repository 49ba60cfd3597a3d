/** A process of its own, for virtual time: plays good runs, and says as JSON what the checker finds in them, and in each mutation of them. */
import { rm } from 'node:fs/promises';
import { askForMenu, calmDown, sendAll } from './calm.ts';
import { type ChaosRun, checks, findingsOf } from './check.ts';
import { mutations } from './mutations.ts';
import { scenes } from './scenes.ts';
import { newStage, runOf, type Scene, type Stage } from './stage.ts';
import { installTime } from './virtual-time.ts';
import { openWorld, seedDirectory } from './world.ts';

const START = Date.parse('2026-11-24T09:10:00Z');
const time = installTime(START);

/** Some scenes in one world, and what they left behind. */
async function played(seeded: string, some: readonly Scene[]): Promise<{ stage: Stage; run: ChaosRun }> {
  time.beginAnew(START);
  const stage = newStage(await openWorld({ seed: 1, time, seeded, instances: 1, keepsTime: false }));
  for (const scene of some) {
    await scene.before?.(stage);
    await scene.play(stage);
  }
  const calm = await calmDown(stage.world, stage.residents, sendAll);
  return { stage, run: await runOf(stage, { stuck: [], ...calm }) };
}

async function judge(): Promise<object> {
  const seeded = await seedDirectory(1);
  const together = scenes.filter(({ isApart }) => isApart === undefined);
  const apart = [...new Set(mutations.flatMap(({ apart: scene }) => scene ?? []))];
  const good: unknown[] = [];
  const broken: Record<string, string[]> = {};
  let silent = 0;
  for (const name of [undefined, ...apart]) {
    const some = name === undefined ? together : scenes.filter((scene) => scene.name === name);
    const { stage, run } = await played(seeded, some);
    good.push(...(await findingsOf(run)));
    for (const { what, change, apart: scene } of mutations) {
      if (scene !== name) continue;
      broken[what] = (await findingsOf(await change(run))).map(({ promise }) => promise);
    }
    if (name === undefined) {
      stage.world.line.faults.change({ calls: { reset: { probability: 1 } } });
      silent = (await askForMenu(stage.residents.slice(0, 1))).length;
    }
    await stage.world.end();
  }
  await rm(seeded, { recursive: true, force: true });
  return { promises: checks.map(([promise]) => promise), good, broken, silent };
}

time.run(judge).then(
  (found) => process.stdout.write(`${JSON.stringify(found)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
