import type { Resident } from '../faults/resident.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** After which part of the residents which clocks are set by how much: all of them, or the last instance's alone. */
const JUMPS = [
  { after: 0.2, all: true, by: 24 * HOUR },
  { after: 0.4, all: false, by: -20 * MINUTE },
  { after: 0.6, all: false, by: 20 * MINUTE },
  { after: 0.8, all: true, by: -HOUR },
];

/** What was begun before a day was left out is gone with its draft, as if its writer had waited a day. */
function forgive(residents: readonly Resident[]): void {
  for (const goal of residents.flatMap(({ goals }) => goals)) {
    if (goal.goal === 'case' && goal.number === undefined) goal.mayLose = true;
    if (goal.goal === 'tip' && !goal.isConfirmed) goal.isTrimmed = true;
  }
}

/** Sets clocks as {@link JUMPS} says; to be called each time that another resident is done. */
export function jumpingClocks(
  world: World,
  all: number,
): (ended: number, residents: readonly Resident[]) => void {
  const jumps = JUMPS.map((jump) => ({ ...jump, at: Math.ceil(jump.after * all) }));
  return (ended, residents) => {
    for (const { at, all: isAll, by } of jumps) {
      if (at !== ended) continue;
      if (by > HOUR) forgive(residents);
      world.instances.forEach((_, nth) => {
        if (isAll || nth === world.instances.length - 1) world.skew(nth, by);
      });
    }
  };
}
