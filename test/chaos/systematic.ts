/** Each scene once as it should go; then again for each of its calls and each thing that can become of that call. */
import { Stuck } from '../faults/phone.ts';
import type { Call, Fate } from './calls.ts';
import { calmDown, sendAll } from './calm.ts';
import { findingsOf } from './check.ts';
import { newStage, runOf, type Scene } from './stage.ts';
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
  /** The calls of the scene, in order, without those before it and of the calm after it. */
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
  let isCounted = false;
  world.takes(({ kind }) => (kind === 'line' ? 15 : 3));
  world.decide((call) => {
    if (!isCounted) return undefined;
    calls.push(call);
    return calls.length === blow?.nth ? blow.fate : undefined;
  });
  const stage = newStage(world);
  const stuck: string[] = [];
  try {
    await scene.before?.(stage);
    isCounted = true;
    await scene.play(stage);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    stuck.push(error.message);
  }
  isCounted = false;
  const calm = await calmDown(world, stage.residents, sendAll);
  const run = await runOf(stage, { stuck, ...calm });
  const found = await findingsOf(run);
  return { calls, found, world };
}

/** What can become of a call, of those named. */
export const fatesOf = ({ kind }: Call, among: readonly Fate[]): Fate[] =>
  among.filter((fate) => kind === 'commit' || (fate !== 'late' && fate !== 'torn'));
