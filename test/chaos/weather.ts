/** What goes wrong in a storm, and when: each spell otherwise, as the dice fall, and four times an hour of something. */
import { createDice } from '../../simulator/dice.ts';
import type { Call, Fate } from './calls.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const SPELL_MILLISECONDS = 2 * MINUTE;
const CALLS = '/v2/bot/message';

const CALM = {
  webhooks: { drop: 0, duplicate: 0, reorder: 0, delayMs: 0 },
  calls: { status429: 0, status500: 0, timeout: 0, reset: 0 },
};

/** Hours of one thing: LINE unreachable, slow, refusing everything, or without messages left. */
type Hour = 'none' | 'down' | 'slow' | 'refusing' | 'no quota';

export interface Weather {
  /** Whether answers are to be expected soon. */
  isLineDown(): boolean;
  spells(): number;
  /** Nothing goes wrong any more. */
  clear(): void;
}

/**
 * A storm for `during` milliseconds: every two minutes other strengths; and, in its middle, one after another, a time
 * of `during / 12` each of LINE down, slow, refusing and without quota.
 */
export function blow(world: World, during: number): Weather {
  const { line, time } = world;
  const roll = createDice(Math.floor(world.roll() * 2 ** 31));
  const began = time.now();
  let hour: Hour = 'none';
  let spells = 0;
  let isOver = false;
  let store = { before: 0, lost: 0, late: 0 };

  const hourAt = (passed: number): Hour => {
    const twelfth = Math.floor((passed / during) * 12);
    return (
      (['none', 'none', 'down', 'none', 'slow', 'none', 'refusing', 'none', 'no quota'] as const)[twelfth] ??
      'none'
    );
  };

  function spell(): void {
    spells += 1;
    const passed = time.now() - began;
    hour = hourAt(passed);
    const when = roll() < 0.5 ? 'before' : 'after';
    const call = (probability: number) =>
      ({ probability: probability * roll() * 2, when, path: CALLS }) as const;
    line.faults.change({
      webhooks: {
        drop: 0.08 * roll() * 2,
        duplicate: 0.1 * roll() * 2,
        reorder: 0.08 * roll() * 2,
        delayMs: roll() < 0.25 ? Math.floor(roll() * 400) : 0,
      },
      calls: {
        status429: hour === 'refusing' ? { probability: 1, path: CALLS } : call(0.03),
        status500: call(0.04),
        timeout: call(0.004),
        reset: hour === 'down' ? { probability: 1, path: CALLS } : call(0.04),
      },
    });
    const { channel } = line.platform;
    channel.quotaLimit = hour === 'no quota' ? channel.quotaUsed : null;
    const strength = roll() * 2;
    store = { before: 0.012 * strength, lost: 0.012 * strength, late: 0.006 * strength };
    world.note(`weather: ${hour === 'none' ? 'a spell' : `LINE is ${hour}`}`);
  }

  function fate({ kind }: Call): Fate | undefined {
    if (kind === 'line') return undefined;
    const fallen = roll();
    if (fallen < store.before) return 'before';
    if (fallen < store.before + store.lost) return 'lost';
    return fallen < store.before + store.lost + store.late && kind === 'commit' ? 'late' : undefined;
  }

  world.decide(fate);
  // Where LINE does not tell the chat's mode in time, no tip is taken in it: then nobody could finish one.
  world.takes(({ kind, about }) => {
    const isSlow = hour === 'slow' && !about.endsWith('/info');
    if (kind === 'line') return isSlow ? 500 + roll() * 7000 : 10 + roll() * 60;
    return roll() < 0.01 ? 200 + roll() * 1500 : 1 + roll() * 12;
  });
  void (async () => {
    while (!isOver) {
      spell();
      await time.sleep(SPELL_MILLISECONDS);
    }
  })();

  return {
    isLineDown: () => hour === 'down' || hour === 'refusing' || hour === 'slow',
    spells: () => spells,
    clear() {
      isOver = true;
      hour = 'none';
      store = { before: 0, lost: 0, late: 0 };
      line.faults.change(CALM);
      line.platform.channel.quotaLimit = null;
      world.decide(() => undefined);
      world.takes(({ kind }) => (kind === 'line' ? 20 : 3));
    },
  };
}
