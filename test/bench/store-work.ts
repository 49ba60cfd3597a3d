/** What an event asks of the store, counted. */
import { type Bench, type Bot, Counts, newResidents } from './bench.ts';

/** Store calls and documents written, an event. */
export interface StoreWork {
  reads: number;
  commits: number;
  documentsWritten: number;
}

const RESIDENTS = 100;
const ALL = { connections: 16, milliseconds: 60_000 };

async function counted(bot: Bot, work: () => Promise<{ events: number }>): Promise<StoreWork> {
  const before = await bot.child.ask(Counts, 'counts');
  const { events } = await work();
  const after = await bot.child.ask(Counts, 'counts');
  return {
    reads: (after.reads - before.reads) / events,
    commits: (after.commits - before.commits) / events,
    documentsWritten: (after.documentsWritten - before.documentsWritten) / events,
  };
}

/**
 * Store work of both events for residents whom a bot that has just started does not remember (`cold`), and
 * for the same residents again (`warm`). Ends `bot` and starts another on its files, which it returns.
 */
export async function storeWork(bench: Bench, bot: Bot) {
  const acts = ['menu', 'text'] as const;
  const who = { menu: newResidents(RESIDENTS), text: newResidents(RESIDENTS) };
  for (const act of acts) {
    await bench.run(bot, { ...ALL, act: `to ${act}`, residents: who[act] });
  }
  await bot.child.stop();
  const restarted = await bench.startProngsai();
  const rows: { act: (typeof acts)[number]; cold: StoreWork; warm: StoreWork }[] = [];
  for (const act of acts) {
    const once = { ...ALL, act, residents: who[act], times: 1 };
    const cold = await counted(restarted, () => bench.run(restarted, once));
    const warm = await counted(restarted, () => bench.run(restarted, once));
    rows.push({ act, cold, warm });
  }
  return { restarted, rows };
}
