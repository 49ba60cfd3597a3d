/**
 * Time as this process has it once it is installed: it stands still while anything is really being done (a write to
 * disk, a derivation in another thread), and then goes on at once to whatever is due next. The event loop itself tells
 * when nothing is under way: Node then says `beforeExit`. So a load on the machine changes nothing of what happens.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { type Due, Heap } from './heap.ts';
import { type Life, lifeNow, within } from './lanes.ts';

interface Timer extends Due {
  work: () => void;
  life: Life | undefined;
  every: number | undefined;
  isCleared: boolean;
}

/** What `setTimeout` gives here, with what programs ask of Node's own. */
class Handle {
  readonly timer: Timer;
  constructor(timer: Timer) {
    this.timer = timer;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  [Symbol.dispose](): void {
    this.timer.isCleared = true;
  }
}

const real = { now: performance.now.bind(performance), setImmediate };

/** Milliseconds of the machine's own clock: for telling how far a long run is, and for nothing else. */
export const machineNow = (): number => real.now();

/** What is waited for never comes: nothing is due any more, or a week has passed. */
export class NeverEnds extends Error {
  override readonly name = 'NeverEnds';
}

const LONGEST_MILLISECONDS = 20 * 86_400_000;

export interface VirtualTime {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Resolves to what `main` resolves to, whatever time that takes here. @throws NeverEnds, and what `main` throws */
  run<T>(main: () => Promise<T>): Promise<T>;
  /** Forgets all that was to happen, and sets the calendar to another time. */
  beginAnew(start: number): void;
}

/**
 * Puts timers, `Date.now` and `performance.now` of this process on a clock of its own that starts at `start`. All that
 * is due within `together` milliseconds is begun at one moment; with 0 one thing happens after another.
 */
export function installTime(start: number, together = 0): VirtualTime {
  const due = new Heap<Timer>();
  /** Goes only forwards. */
  let now = 0;
  let begun = 0;
  let calendar = start;
  let asked = 0;

  function add(work: () => void, milliseconds: number, every?: number): Handle {
    asked += 1;
    const wait = Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
    const timer = { at: now + wait, nth: asked, work, life: lifeNow(), every, isCleared: false };
    due.push(timer);
    return new Handle(timer);
  }

  function happen(timer: Timer): void {
    if (timer.isCleared || timer.life?.isOver === true) return;
    now = Math.max(now, timer.at);
    if (timer.every !== undefined) {
      asked += 1;
      timer.at = now + timer.every;
      timer.nth = asked;
      due.push(timer);
    }
    within(timer.life, timer.work);
  }

  /** False where nothing is due any more, or what goes on does not end. */
  function goOn(): boolean {
    const first = due.first;
    if (first === undefined || now - begun > LONGEST_MILLISECONDS) return false;
    const until = first.at + together;
    for (let next = due.first; next !== undefined && next.at <= until; next = due.first) {
      due.pop();
      happen(next);
      if (together === 0 && !next.isCleared) break;
    }
    return true;
  }

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      add(() => resolve(), milliseconds);
    });

  replaceTimers(add, sleep);
  Date.now = () => calendar + now;
  Object.defineProperty(performance, 'now', { value: () => now, configurable: true });

  return {
    now: () => calendar + now,
    sleep,
    beginAnew(anew) {
      due.clear();
      calendar = anew - now;
      begun = now;
    },
    run: (main) =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          process.off('beforeExit', idle);
          settle();
        };
        const idle = (): void => {
          if (goOn()) real.setImmediate(() => undefined);
          else end(() => reject(new NeverEnds('something is waited for that never comes')));
        };
        process.on('beforeExit', idle);
        main().then(
          (value) => end(() => resolve(value)),
          (error: unknown) => end(() => reject(error)),
        );
      }),
  };
}

type Add = (work: () => void, milliseconds: number, every?: number) => Handle;

function replaceTimers(add: Add, sleep: (milliseconds: number) => Promise<void>): void {
  type Work = (...given: unknown[]) => void;
  const clear = (handle: unknown): void => {
    if (handle instanceof Handle) handle.timer.isCleared = true;
  };
  const timers = {
    setTimeout: (work: Work, milliseconds = 0, ...given: unknown[]) =>
      add(() => work(...given), milliseconds),
    setInterval: (work: Work, milliseconds = 0, ...given: unknown[]) =>
      add(() => work(...given), milliseconds, Math.max(1, milliseconds)),
    clearTimeout: clear,
    clearInterval: clear,
  };
  const pause = (milliseconds = 0, value?: unknown, options?: { signal?: AbortSignal }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { signal } = options ?? {};
      if (signal?.aborted === true) reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      void sleep(milliseconds).then(() => resolve(value));
    });
  const require = createRequire(import.meta.url);
  for (const [name, work] of Object.entries(timers)) Reflect.set(globalThis, name, work);
  Reflect.set(require('node:timers/promises'), 'setTimeout', pause);
  syncBuiltinESMExports();
}
