import { demoAdminId, demoDeputyId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { Stuck } from '../faults/phone.ts';
import type { Resident } from '../faults/resident.ts';
import { type Habits, newResident, pursue } from '../faults/residents.ts';
import { lookAtChat, type Officer, officerOf } from './officer.ts';
import type { World } from './world.ts';

export interface CrowdOptions {
  residents: number;
  /** Over how many milliseconds they come, evenly. */
  during: number;
  habits: Habits & { mostRepeats: number };
  /** How often each officer looks at the chat, in milliseconds on average; never where it is absent. */
  officersEvery?: number;
  onEnded(ended: number, sofar: readonly Resident[]): void;
}

export interface Crowd {
  residents: Resident[];
  stuck: string[];
  officers: Officer[];
}

/** Residents come one after another and do what they came for; officers work meanwhile. */
export async function sendCrowd(world: World, options: CrowdOptions): Promise<Crowd> {
  const { time, line, watch, roll } = world;
  const { habits, onEnded, during } = options;
  const crowd: Crowd = { residents: [], stuck: [], officers: [] };
  let ended = 0;
  let isOver = false;

  async function come(nth: number): Promise<void> {
    await time.sleep((nth / options.residents) * during);
    const resident = await newResident(line, watch, nth, Math.floor(roll() * 2 ** 30), habits);
    crowd.residents.push(resident);
    try {
      await pursue(resident);
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      crowd.stuck.push(error.message);
      world.note(`resident ${nth} is stuck`);
    }
    ended += 1;
    onEnded(ended, crowd.residents);
  }

  async function work(officer: Officer, first: number, every: number): Promise<void> {
    for (let nth = first; !isOver; nth += 3) {
      await time.sleep(every * (0.5 + officer.roll()));
      if (isOver) return;
      try {
        await lookAtChat(officer, nth);
      } catch (error) {
        if (!(error instanceof Stuck)) throw error;
        crowd.stuck.push(error.message);
      }
    }
  }

  const { officersEvery } = options;
  const working =
    officersEvery === undefined
      ? []
      : [demoOfficerId, demoDeputyId, demoAdminId].map((staffId, index) => {
          const officer = officerOf(world, staffId, habits);
          crowd.officers.push(officer);
          return work(officer, 100_000 + index, officersEvery);
        });
  await Promise.all(Array.from({ length: options.residents }, (_, nth) => come(nth)));
  isOver = true;
  await Promise.all(working);
  return crowd;
}
