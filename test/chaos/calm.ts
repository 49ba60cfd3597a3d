import type { Judged } from '../faults/judged.ts';
import { lookUpAll } from '../faults/receipts.ts';
import { type Resident, say } from '../faults/resident.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
/** An entry is given up after three days; nothing waits longer. */
const MOST_HOURS = 80;
const AT_ONCE = 60;

async function side<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Everybody types "เมนู": those to whom it does not lead to the menu. */
export async function askForMenu(residents: readonly Resident[]): Promise<string[]> {
  const without: string[] = [];
  await side(residents, async ({ nth, phone }) => {
    const from = phone.mark();
    await phone.says('เมนู').catch(() => undefined);
    const heard = phone.heard(from);
    if (!heard.includes(say.engine.menu) && !heard.includes(say.engine.setAside)) {
      without.push(`resident ${nth} heard: ${heard}`);
    }
  });
  return without;
}

/** How many entries of the outbox wait or are being sent. */
async function waiting(world: World): Promise<number> {
  const found = await world.store().query({
    collection: 'agencies/khoen/outbox',
    where: [
      ['status', 'in', ['waiting', 'leased']],
      ['dueAt', '<=', Number.MAX_SAFE_INTEGER],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: 1,
  });
  return found.length;
}

/** Hours pass, in which the program sends what waits. */
async function pass(world: World): Promise<void> {
  for (let halves = 0; halves < 2 * MOST_HOURS && (await waiting(world)) > 0; halves += 1) {
    await world.time.sleep(HOUR / 2);
  }
}

/** The program is asked to send what waits, each hour anew, until nothing does. */
export async function sendAll(world: World): Promise<void> {
  for (let hours = 0; hours < MOST_HOURS && (await waiting(world)) > 0; hours += 1) {
    await (await world.someInstance()).minute();
    if ((await waiting(world)) > 0) await world.time.sleep(HOUR);
  }
}

/** Nothing goes wrong any more: webhooks end, everybody asks for the menu and types their receipts, and what waits is sent. */
export async function calmDown(
  world: World,
  residents: readonly Resident[],
  send: (world: World) => Promise<void> = pass,
): Promise<Pick<Judged, 'withoutMenu' | 'lookedUp'>> {
  await world.allRun();
  for (let tries = 0; tries < 20 && !(await world.line.webhooksEnded()); tries += 1);
  const withoutMenu = await askForMenu(residents);
  const lookedUp = await lookUpAll(residents);
  await send(world);
  return { withoutMenu, lookedUp };
}
