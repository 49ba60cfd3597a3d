import { rm } from 'node:fs/promises';
import { calmDown } from './calm.ts';
import type { ChaosRun } from './check.ts';
import { jumpingClocks } from './clocks.ts';
import { sendCrowd } from './crowd.ts';
import type { VirtualTime } from './virtual-time.ts';
import { blow } from './weather.ts';
import { openWorld, seedDirectory, type World } from './world.ts';

const HOUR = 3_600_000;

export interface StormOptions {
  seed: number;
  time: VirtualTime;
  residents: number;
  instances: number;
  /** How long residents come, in hours of virtual time. */
  hours: number;
  /** How often an instance is killed in all. */
  kills: number;
  /** Whether the clocks of the instances jump. */
  clocks: boolean;
  onProgress(ended: number, world: World): void;
}

/** A crowd in a storm, then calm; what it left behind, and the world to be ended. */
export async function runStorm(
  options: StormOptions,
): Promise<{ run: ChaosRun; world: World; spells: number }> {
  const { seed, time, instances, residents } = options;
  const seeded = await seedDirectory(seed);
  const world = await openWorld({ seed, time, instances, seeded });
  await rm(seeded, { recursive: true, force: true });
  const during = options.hours * HOUR;
  const weather = blow(world, during);
  const killAt = new Set(
    Array.from({ length: options.kills }, (_, nth) =>
      Math.floor(((nth + 1) / (options.kills + 1)) * residents),
    ),
  );
  const jump = options.clocks ? jumpingClocks(world, residents) : undefined;
  const crowd = await sendCrowd(world, {
    residents,
    during,
    habits: {
      patience: (roll) => (weather.isLineDown() ? 60_000 + roll() * 120_000 : 2500 + roll() * 9000),
      mostRepeats: 60,
    },
    officersEvery: during / 40,
    onEnded(ended, sofar) {
      options.onProgress(ended, world);
      if (killAt.has(ended)) world.kill(Math.floor(world.roll() * instances));
      jump?.(ended, sofar);
    },
  });
  weather.clear();
  const calm = await calmDown(world, crowd.residents);
  const { residents: people, stuck, officers } = crowd;
  const judged = await world.judged({ residents: people, stuck, ...calm });
  const deeds = officers.flatMap((officer) => officer.deeds);
  return {
    run: { ...judged, pushes: world.line.pushes, deeds, claims: [] },
    world,
    spells: weather.spells(),
  };
}
