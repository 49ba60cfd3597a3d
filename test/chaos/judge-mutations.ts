/** A process of its own, for virtual time: plays a good run, and says as JSON what the checker finds in it, and in each mutation of it. */
import { rm } from 'node:fs/promises';
import { askForMenu, calmDown, sendAll } from './calm.ts';
import { checks, findingsOf } from './check.ts';
import { mutations } from './mutations.ts';
import { scenes } from './scenes.ts';
import { newStage, runOf } from './stage.ts';
import { installTime } from './virtual-time.ts';
import { openWorld, seedDirectory } from './world.ts';

const time = installTime(Date.parse('2026-11-24T09:10:00Z'));

async function judge(): Promise<object> {
  const seeded = await seedDirectory(1);
  const world = await openWorld({ seed: 1, time, seeded, instances: 1, keepsTime: false });
  const stage = newStage(world);
  for (const scene of scenes) {
    if (scene.isApart) continue;
    await scene.before?.(stage);
    await scene.play(stage);
  }
  const calm = await calmDown(world, stage.residents, sendAll);
  const run = await runOf(stage, { stuck: [], ...calm });
  const promises = checks.map(([promise]) => promise);
  const good = await findingsOf(run);
  const broken: Record<string, string[]> = {};
  for (const { what, change } of mutations) {
    broken[what] = (await findingsOf(await change(run))).map(({ promise }) => promise);
  }
  world.line.faults.change({ calls: { reset: { probability: 1 } } });
  const silent = (await askForMenu(stage.residents.slice(0, 1))).length;
  await world.end();
  await rm(seeded, { recursive: true, force: true });
  return { promises, good, broken, silent };
}

time.run(judge).then(
  (found) => process.stdout.write(`${JSON.stringify(found)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
