/** Each scene once as it should go; then again for each of its calls and each thing that can become of that call. */
import { Stuck } from '../faults/phone.ts';
import type { Call, Fate } from './calls.ts';
import { calmDown, sendAll } from './calm.ts';
import { findingsOf } from './check.ts';
import type { Scene, Stage } from './scenes.ts';
import type { VirtualTime } from './virtual-time.ts';
import { openWorld, type World } from './world.ts';

/** A Tuesday at ten past four in the afternoon, Bangkok time: the office is open, tips are listed at 16:30. */
const START = Date.parse('2026-11-24T09:10:00Z');

/** One call of one scene, and what becomes of it. */
export interface Blow {
  nth: number;
  fate: Fate;
}

export interface Played {
  /** The calls of the scene, in order, without those of the calm after it. */
  calls: Call[];
  found: { promise: string; findings: string[] }[];
  world: World;
}

export interface PlayOptions {
  time: VirtualTime;
  seeded: string;
  seed: number;
}

/** Plays a scene, with one of its calls fated where `blow` says so, then lets all be calm and judges. */
export async function playScene(scene: Scene, options: PlayOptions, blow?: Blow): Promise<Played> {
  options.time.beginAnew(START);
  const world = await openWorld({ ...options, instances: 1, keepsTime: false });
  const calls: Call[] = [];
  let isOver = false;
  world.takes(({ kind }) => (kind === 'line' ? 15 : 3));
  world.decide((call) => {
    if (isOver) return undefined;
    calls.push(call);
    return calls.length === blow?.nth ? blow.fate : undefined;
  });
  const stage: Stage = { world, residents: [], deeds: [] };
  const stuck: string[] = [];
  try {
    await scene.play(stage);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    stuck.push(error.message);
  }
  isOver = true;
  const calm = await calmDown(world, stage.residents, sendAll);
  const judged = await world.judged({ residents: stage.residents, stuck, ...calm });
  const found = await findingsOf({ ...judged, pushes: world.line.pushes, deeds: stage.deeds });
  return { calls, found, world };
}

/** What can become of a call, of those named. */
export const fatesOf = ({ kind }: Call, among: readonly Fate[]): Fate[] =>
  among.filter((fate) => kind === 'commit' || (fate !== 'late' && fate !== 'torn'));
