import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { type Bot, startBot } from './bot.ts';
import type { Struck } from './failing-store.ts';
import { readHistory } from './history.ts';
import type { Judged } from './judged.ts';
import { type Watch, watchChats } from './phone.ts';
import { lookUpAll } from './receipts.ts';
import type { Resident } from './resident.ts';
import { say } from './resident.ts';
import { newResident, pursue } from './residents.ts';
import { weather } from './weather.ts';
import { type Passed, tapWebhooks } from './webhook-tap.ts';

/** A Tuesday at ten, Bangkok time: the office is open, tips are listed at 16:30. */
const OFFICE_TIME = Date.parse('2026-11-24T03:00:00Z');
const MINUTE = 60_000;
const UNTIL_LISTING = 6.6 * 60 * MINUTE;
const AT_ONCE = 40;
const KILLS_AT = [0.3, 0.7];
const REDELIVERY_MILLISECONDS = [150, 300, 600, 900, 1300, 1800, 2500, 3500, 5000, 7000, 9000];
const DRAIN_ROUNDS = 12;

export interface RunOptions {
  residents: number;
  seed: number;
}

/** Everything that a run left behind. */
export interface Run extends Judged {
  passed: Passed;
  struck: Struck;
  kills: number;
  spells: number;
  seconds: { storm: number; all: number };
  end(): Promise<void>;
}

async function crowd(
  options: RunOptions,
  simulator: Simulator,
  watch: Watch,
  onEnded: (ended: number) => void,
): Promise<Pick<Run, 'residents' | 'stuck'>> {
  const residents: Resident[] = [];
  const stuck: string[] = [];
  let next = 0;
  let ended = 0;
  const someone = async (): Promise<void> => {
    while (next < options.residents) {
      const nth = next;
      next += 1;
      const resident = await newResident(simulator, watch, nth, options.seed);
      residents.push(resident);
      try {
        await pursue(resident);
      } catch (error) {
        stuck.push(error instanceof Error ? error.message : String(error));
      }
      ended += 1;
      onEnded(ended);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, options.residents) }, someone));
  return { residents, stuck };
}

async function side<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function askEverybodyForMenu(residents: readonly Resident[]): Promise<string[]> {
  const without: string[] = [];
  await side(residents, AT_ONCE, async ({ nth, phone }) => {
    const from = phone.mark();
    await phone.says('เมนู');
    const heard = phone.heard(from);
    if (!heard.includes(say.engine.menu) && !heard.includes(say.engine.setAside)) {
      without.push(`resident ${nth} heard: ${heard}`);
    }
  });
  return without;
}

async function webhooksEnded({ client }: Simulator): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) if (await client.idle()) return;
  throw new Error('webhooks are still under way after two minutes');
}

/** Lets the clock go on, with something new for the outbox each time, until nothing waits in it. */
async function drain(bot: Bot, simulator: Simulator, watch: Watch, options: RunOptions, dataDir: string) {
  const extra: Resident[] = [];
  await bot.advance(UNTIL_LISTING);
  for (let round = 0; round < DRAIN_ROUNDS; round += 1) {
    await bot.advance(65 * MINUTE);
    const nth = Math.ceil(options.residents / 20) * 20 + 20 * round + 10;
    const late = await newResident(simulator, watch, nth, options.seed);
    extra.push(late);
    await pursue(late);
    await webhooksEnded(simulator);
    await pause(500);
    const waiting = [...(await readHistory(dataDir)).last].filter(
      ([path, { data }]) =>
        path.includes('/outbox/') && (data.status === 'waiting' || data.status === 'leased'),
    );
    if (waiting.length === 0) return extra;
  }
  return extra;
}

/** Runs everything: residents in a storm with kills, calm, the last questions, and what the disk holds then. */
export async function runStorm(options: RunOptions): Promise<Run> {
  const began = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-faults-'));
  const logFile = join(dataDir, 'log');
  const secretKey = createHash('sha256').update(`secret ${options.seed}`).digest();
  const receiptSalt = createHash('md5').update(`salt ${options.seed}`).digest('base64');
  const account = {
    channelSecret: randomBytes(16).toString('hex'),
    accessToken: randomBytes(16).toString('hex'),
  };
  let bot: Bot | undefined;
  const running = (): Bot => {
    if (bot === undefined) throw new Error('the bot does not run');
    return bot;
  };
  const tap = await tapWebhooks(() => running().port());
  const simulator = await startSimulator({
    ...account,
    port: 0,
    webhookUrl: tap.webhookUrl,
    webhooks: { redeliveryDelaysMs: REDELIVERY_MILLISECONDS },
  });
  simulator.platform.channel.quotaLimit = null;
  for (const { id, name } of demoStaff) {
    simulator.platform.people.set(id, { userId: id, name, role: 'officer', blocked: false });
    simulator.platform.chats.set(id, []);
  }
  const end = async (): Promise<void> => {
    await bot?.stop();
    await simulator.close();
    await tap.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    bot = await startBot({
      dataDir,
      logFile,
      seed: options.seed,
      secretKey: secretKey.toString('base64'),
      receiptSalt,
      api: simulator.apiUrl,
      ...account,
      clockShows: OFFICE_TIME,
    });
    const watch = watchChats(simulator);
    const storm = weather(simulator, running, options.seed);
    const kills = KILLS_AT.map((part) => Math.floor(part * options.residents));
    let killing = Promise.resolve();
    let killed = 0;
    const { residents, stuck } = await crowd(options, simulator, watch, (ended) => {
      if (!kills.includes(ended)) return;
      killed += 1;
      killing = killing.then(() => running().killAndRestart());
    });
    await killing;
    await storm.clear();
    const stormSeconds = (performance.now() - began) / 1000;
    await webhooksEnded(simulator);
    const withoutMenu = await askEverybodyForMenu(residents);
    const lookedUp = await lookUpAll(residents);
    const late = await drain(running(), simulator, watch, options, dataDir);
    const struck = bot.struck();
    await bot.stop();
    return {
      seed: options.seed,
      residents: [...residents, ...late],
      stuck,
      withoutMenu,
      lookedUp,
      platform: simulator.platform,
      passed: tap.passed,
      pushed: (retryKey) =>
        simulator.platform.retryKeys.find(retryKey)?.sentMessages.map(({ id }) => id) ?? [],
      answered: new Set(),
      history: await readHistory(dataDir),
      log: (await readFile(logFile, 'utf8')).split('\n').filter((line) => line !== ''),
      secretKey,
      dataDir,
      receiptSalt,
      struck,
      kills: killed,
      spells: storm.spells(),
      seconds: { storm: stormSeconds, all: (performance.now() - began) / 1000 },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
