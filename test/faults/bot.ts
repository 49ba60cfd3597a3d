import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { noStoreFaults, type StoreFaults, type Struck } from './failing-store.ts';
import { type Order, Word } from './orders.ts';

const ENTRY = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
const STARTING_MILLISECONDS = 30_000;
const ORDER_MILLISECONDS = 10_000;

export interface BotOptions {
  dataDir: string;
  logFile: string;
  seed: number;
  secretKey: string;
  receiptSalt: string;
  api: string;
  channelSecret: string;
  accessToken: string;
  /** What the bot's clock shows when it first starts, in milliseconds since the epoch. */
  clockShows: number;
}

/** The bot in a process of its own. */
export type Bot = Awaited<ReturnType<typeof startBot>>;

/** Starts the bot; all that it prints goes to the log file. */
export async function startBot(options: BotOptions) {
  const started = Date.now();
  let ahead = 0;
  let runs = 0;
  let port = 0;
  let child: ChildProcess | undefined;
  let now: Struck = { ...noStoreFaults };
  const before: Struck = { ...noStoreFaults };

  async function run(): Promise<void> {
    runs += 1;
    const log = openSync(options.logFile, 'a');
    const spawned = spawn(process.execPath, [ENTRY], {
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        PATH: process.env.PATH,
        FAULT_PORT: String(port),
        DATA_DIR: options.dataDir,
        SECRET_KEY: options.secretKey,
        FAULT_SEED: String(options.seed + runs),
        FAULT_API: options.api,
        FAULT_CHANNEL_SECRET: options.channelSecret,
        FAULT_ACCESS_TOKEN: options.accessToken,
        FAULT_CLOCK_STARTED: String(started),
        FAULT_CLOCK_SHOWED: String(options.clockShows + ahead),
        FAULT_RECEIPT_SALT: options.receiptSalt,
      },
    });
    closeSync(log);
    child = spawned;
    const word = await hear(spawned, STARTING_MILLISECONDS);
    if (word.word === 'listening') port = word.port;
  }

  async function order(given: Order): Promise<void> {
    if (child === undefined) throw new Error('the bot does not run');
    const heard = hear(child, ORDER_MILLISECONDS);
    child.send(given);
    const word = await heard;
    if (word.word === 'done') now = word.struck;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    await exit;
    for (const kind of ['before', 'after', 'late'] as const) before[kind] += now[kind];
    now = { ...noStoreFaults };
  }

  await run();
  return {
    port: () => port,
    /** How many calls of the store failed, by kind; what struck after the last order before a kill is not counted. */
    struck: (): Struck => ({
      before: before.before + now.before,
      after: before.after + now.after,
      late: before.late + now.late,
    }),
    failStore: (faults: StoreFaults) => order({ order: 'faults', faults }),
    async advance(milliseconds: number): Promise<void> {
      ahead += milliseconds;
      await order({ order: 'advance', milliseconds });
    },
    /** `kill -9`, and a new process on the same directory and port. */
    async killAndRestart(): Promise<void> {
      await end('SIGKILL');
      await run();
    },
    stop: () => end('SIGTERM'),
  };
}

function hear(child: ChildProcess, milliseconds: number): Promise<Word> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => () => {
      stop();
      reject(new Error(`the bot's process ${why}`));
    };
    const heard = (message: unknown): void => {
      stop();
      resolve(Word.parse(message));
    };
    const exited = fail('ended');
    const timer = setTimeout(fail('says nothing'), milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      child.off('message', heard);
      child.off('exit', exited);
    };
    child.once('message', heard);
    child.once('exit', exited);
  });
}
