/** Events a second and their times, side by side: the echo bots, and this bot's events. */
import { z } from 'zod';
import type { Bench, Bot, Run } from './bench.ts';
import { newResidents } from './bench.ts';
import type { Job } from './load.ts';

/** Which bot gets which events; residents who do them, beyond one a connection, and where they are left. */
const contests = {
  echo: { bot: 'echo', act: 'text', leaves: '' },
  keeping: { bot: 'keeping', act: 'text', leaves: '' },
  menu: { bot: 'prongsai', act: 'menu', leaves: '|menu|' },
  text: { bot: 'prongsai', act: 'text', leaves: '|complaint.more|' },
  survey: { bot: 'prongsai', act: 'survey', leaves: '|survey.' },
  photo: { bot: 'prongsai', act: 'photo', leaves: '|complaint.more|' },
  confirm: { bot: 'prongsai', act: 'confirm', leaves: 'เลขเรื่อง' },
  receipt: { bot: 'prongsai', act: 'receipt', leaves: '|follow.case|' },
} as const satisfies Record<string, { bot: keyof Bots; act: Job['act']; leaves: string }>;

/** What is compared: the echo bots answering a text, and this bot's events. */
export type Contest = keyof typeof contests;

/** Events that take a fraction of a millisecond, and those that wait for a decoder or for scrypt. */
export const QUICK: readonly Contest[] = ['echo', 'keeping', 'menu', 'text', 'survey'];
export const SLOW: readonly Contest[] = ['echo', 'photo', 'confirm'];
export const LOOK_UP: readonly Contest[] = ['echo', 'receipt'];
const isSlow = (contest: Contest): boolean => !QUICK.includes(contest);

/** How much of it: `residents` of a quick event; of a slow one, how many more than one a connection. */
export interface Extent {
  connections: readonly number[];
  rounds: number;
  residents: number;
  more: number;
  sliceMilliseconds: number;
  warmUpMilliseconds: number;
}

/** With at most 2,000 residents, which the warm session cache holds, none of them is read again. */
export const WHOLE: Extent = {
  connections: [1, 16, 64, 128],
  rounds: 5,
  residents: 500,
  more: 15,
  sliceMilliseconds: 1000,
  warmUpMilliseconds: 2500,
};
/** Slow events take the same few residents in each round. */
export const SLOW_ROUNDS = 2;
export const SHORT: Extent = {
  connections: [1, 16],
  rounds: 1,
  residents: 60,
  more: 5,
  sliceMilliseconds: 500,
  warmUpMilliseconds: 300,
};
const UNBOUNDED_MILLISECONDS = 120_000;
const PREPARING_CONNECTIONS = 16;

/** The runs of each contest, one a round, in the same order. */
export type Runs = Partial<Record<Contest, Run[]>>;

export interface Bots {
  echo: Bot;
  keeping: Bot;
  prongsai: Bot;
}

/** Receipts that were not looked up yet. */
export interface Receipts {
  left: string[];
}

async function slice(
  bench: Bench,
  bots: Bots,
  contest: Contest,
  amount: { connections: number; residents: number; milliseconds: number },
  receipts: Receipts,
): Promise<Run> {
  const { bot, act, leaves } = contests[contest];
  const { connections, milliseconds } = amount;
  const residents = newResidents(amount.residents);
  const work = { residents, connections, milliseconds, act };
  if (bot !== 'prongsai') return bench.run(bots[bot], work);
  const looked = contest === 'receipt' ? receipts.left.splice(0, residents.count) : [];
  if (contest === 'receipt' && looked.length < residents.count) throw new Error('too few receipts');
  const toStart = { residents, connections: PREPARING_CONNECTIONS, milliseconds: UNBOUNDED_MILLISECONDS };
  await bench.run(bots.prongsai, { ...toStart, act: `to ${act}` });
  const refusedBefore = await bots.prongsai.child.ask(z.int(), 'photosRefused');
  const run = await bench.run(bots.prongsai, { ...work, receipts: looked });
  const last = await bench.lastAnswer();
  if (!last.includes(leaves)) throw new Error(`${contest}: residents are not where they should be: ${last}`);
  return { ...run, photosRefused: (await bots.prongsai.child.ask(z.int(), 'photosRefused')) - refusedBefore };
}

/** Slices in turn, forwards in one round and backwards in the next, after a warm-up. */
export async function compare(
  bench: Bench,
  bots: Bots,
  order: readonly Contest[],
  extent: Extent,
  receipts: Receipts = { left: [] },
): Promise<Map<number, Runs>> {
  const { connections, rounds, residents, more, sliceMilliseconds, warmUpMilliseconds } = extent;
  for (const contest of order.filter((one) => !isSlow(one))) {
    const amount = { connections: 16, residents, milliseconds: warmUpMilliseconds };
    await slice(bench, bots, contest, amount, receipts);
  }
  const found = new Map<number, Runs>();
  for (const count of connections) {
    const runs: Runs = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const contest of round % 2 === 0 ? order : order.toReversed()) {
        const amount = isSlow(contest)
          ? { connections: count, residents: count + more, milliseconds: UNBOUNDED_MILLISECONDS }
          : { connections: count, residents, milliseconds: sliceMilliseconds };
        const run = await slice(bench, bots, contest, amount, receipts);
        runs[contest] = [...(runs[contest] ?? []), run];
      }
    }
    found.set(count, runs);
  }
  return found;
}
