import { createDice } from '../../simulator/dice.ts';
import type { Simulator } from '../../simulator/server.ts';
import type { Bot } from './bot.ts';
import { noStoreFaults } from './failing-store.ts';

const SPELL_MILLISECONDS = 1500;
const CALLS = '/v2/bot/message';

const CALM = {
  webhooks: { drop: 0, duplicate: 0, reorder: 0, delayMs: 0 },
  calls: { status429: 0, status500: 0, timeout: 0, reset: 0 },
};

/** What goes wrong between LINE, the bot and its store: each spell differently, as the dice of `seed` fall. */
export function weather(simulator: Simulator, bot: () => Bot, seed: number) {
  const roll = createDice(seed);
  let isOver = false;
  let spells = 0;

  async function spell(): Promise<void> {
    const when = roll() < 0.5 ? 'before' : 'after';
    const call = (probability: number) =>
      ({ probability: probability * roll() * 2, when, path: CALLS }) as const;
    spells += 1;
    await simulator.client.setFaults({
      webhooks: {
        drop: 0.08 * roll() * 2,
        duplicate: 0.1 * roll() * 2,
        reorder: 0.08 * roll() * 2,
        delayMs: roll() < 0.25 ? Math.floor(roll() * 120) : 0,
      },
      calls: {
        status429: call(0.03),
        status500: call(0.04),
        timeout: call(0.002),
        reset: call(0.04),
      },
    });
    const strength = roll() * 2;
    await bot()
      .failStore({ before: 0.012 * strength, after: 0.012 * strength, late: 0.006 * strength })
      .catch(() => undefined);
  }

  const blowing = (async () => {
    await simulator.client.setFaults({ seed });
    while (!isOver) {
      await spell();
      await new Promise((resolve) => setTimeout(resolve, SPELL_MILLISECONDS));
    }
  })();

  return {
    spells: () => spells,
    /** Nothing goes wrong any more. */
    async clear(): Promise<void> {
      isOver = true;
      await blowing;
      await simulator.client.setFaults(CALM);
      await bot().failStore(noStoreFaults);
    },
  };
}
