/** Events a second and their times, side by side: the echo bot, the menu event, the text in mid-complaint. */
import type { Bench, Bot, Run } from './bench.ts';
import { newResidents } from './bench.ts';

export const CONNECTIONS = [1, 16, 64];
const ROUNDS = 5;
/** The warm session cache holds 2,000; with fewer residents none of them is read again. */
const RESIDENTS = 500;
const SLICE_MILLISECONDS = 1000;
const WARM_UP_MILLISECONDS = 2500;
const UNBOUNDED_MILLISECONDS = 60_000;

/** What is compared: the echo bot answering a text, and this bot's two events. */
export type Contest = 'echo' | 'menu' | 'text';
export const CONTESTS: readonly Contest[] = ['echo', 'menu', 'text'];

/** The runs of each contest, one a round, in the same order. */
export type Runs = Record<Contest, Run[]>;

export interface Bots {
  echo: Bot;
  prongsai: Bot;
}

async function slice(
  bench: Bench,
  bots: Bots,
  contest: Contest,
  connections: number,
  milliseconds: number,
): Promise<Run> {
  const residents = newResidents(RESIDENTS);
  const work = { residents, connections, milliseconds };
  if (contest === 'echo') return bench.run(bots.echo, { ...work, act: 'text' });
  const toStart = { residents, connections: 64, milliseconds: UNBOUNDED_MILLISECONDS };
  await bench.run(bots.prongsai, { ...toStart, act: `to ${contest}` });
  const run = await bench.run(bots.prongsai, { ...work, act: contest });
  const isMidComplaint = (await bench.lastAnswer()).includes('|complaint.more|');
  if (isMidComplaint !== (contest === 'text')) throw new Error('residents are not where they should be');
  return run;
}

/** Slices in turn, forwards in one round and backwards in the next, after a warm-up of both bots. */
export async function compare(bench: Bench, bots: Bots): Promise<Map<number, Runs>> {
  for (const contest of CONTESTS) await slice(bench, bots, contest, 64, WARM_UP_MILLISECONDS);
  const found = new Map<number, Runs>();
  for (const connections of CONNECTIONS) {
    const runs: Runs = { echo: [], menu: [], text: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = round % 2 === 0 ? CONTESTS : CONTESTS.toReversed();
      for (const contest of order) {
        runs[contest].push(await slice(bench, bots, contest, connections, SLICE_MILLISECONDS));
      }
    }
    found.set(connections, runs);
  }
  return found;
}
