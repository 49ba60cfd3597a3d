/** Who is in a scene, and what they do in several of them. */

import type { Judged } from '../faults/judged.ts';
import { report, type Things } from '../faults/reporting.ts';
import type { CaseGoal, Resident, TipGoal } from '../faults/resident.ts';
import { newResident, tipGoal } from '../faults/residents.ts';
import { tip } from '../faults/tipping.ts';
import type { ChaosRun } from './check.ts';
import { type Claim, claimsOf } from './claims.ts';
import { type Deed, offered, officerOf } from './officer.ts';
import type { World } from './world.ts';

export const HABITS = { patience: () => 3000, mostRepeats: 25 };
/** Tips are listed, and told to their readers, at 16:30. */
export const LISTING = Date.parse('2026-11-24T09:30:05Z');
export const NIGHT = Date.parse('2026-11-24T20:00:00Z');
const MOST_MINUTES = 20;

/** The people of a scene, and what they did. */
export interface Stage {
  world: World;
  residents: Resident[];
  deeds: Deed[];
  claims: Claim[];
}

export const newStage = (world: World): Stage => ({ world, residents: [], deeds: [], claims: [] });

/** What a scene left behind, with what its people say of it. */
export async function runOf(
  { world, residents, deeds, claims }: Stage,
  told: Pick<Judged, 'stuck' | 'withoutMenu' | 'lookedUp'>,
): Promise<ChaosRun> {
  const judged = await world.judged({ residents, ...told });
  const entered = claimsOf({ claims }, 'entry').map(({ number }) => number);
  return { ...judged, entered, pushes: world.line.pushes, deeds, claims };
}

export interface Scene {
  name: string;
  /** What was there already: other scenes walk it, and nothing goes wrong with it here. @throws Stuck */
  before?(stage: Stage): Promise<void>;
  /** @throws Stuck */
  play(stage: Stage): Promise<void>;
  /** What it changes would change the other scenes. */
  isApart?: true;
  /** Many times as long as others: it is played more rarely in the short form. */
  isCostly?: true;
}

const noThings: Things = { photo: undefined, voice: undefined, hasPlace: false, takesBack: false };

export async function someone({ world, residents }: Stage, nth: number): Promise<Resident> {
  const resident = await newResident(world.line, world.watch, nth, 11, HABITS);
  residents.push(resident);
  await resident.phone.isWelcomed();
  return resident;
}

export async function reports(stage: Stage, nth: number, goal: CaseGoal, things: Partial<Things> = {}) {
  const resident = await someone(stage, nth);
  resident.goals.push(goal);
  await report(resident, goal, { ...noThings, ...things });
  return resident;
}

export async function tells(
  stage: Stage,
  nth: number,
  ends: TipGoal['ends'],
  photo?: Uint8Array,
): Promise<void> {
  const resident = await someone(stage, nth);
  const goal: TipGoal = { ...tipGoal(resident), ends };
  resident.goals.push(goal);
  await tip(resident, goal, photo);
}

/** A minute passes, and what it brings is done. */
export async function minute({ world }: Stage): Promise<void> {
  await world.time.sleep(60_000);
  await (await world.someInstance()).minute();
}

export async function until(world: World, time: number): Promise<void> {
  await world.time.sleep(Math.max(0, time - world.time.now()));
}

/** An officer at the phone, once something with this button has come. */
export async function alerted(stage: Stage, staffId: string, action: string) {
  const officer = officerOf(stage.world, staffId, HABITS);
  for (let minutes = 0; minutes < MOST_MINUTES && offered(officer, action).length === 0; minutes += 1) {
    await minute(stage);
  }
  return officer;
}
