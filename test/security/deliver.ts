import type { TestBot } from '../support/bot.ts';

const MOST_TIMES = 10;

/** Delivers events as LINE does: again where they were not taken. */
export async function deliver(bot: TestBot, ...events: readonly object[]): Promise<void> {
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const deliveryContext = { isRedelivery: times > 0 };
    const { status } = await bot.send(...events.map((event) => ({ ...event, deliveryContext })));
    if (status === 200) return;
    if (status !== 500) throw new Error(`the webhook answered ${status}`);
  }
  throw new Error('the events were never taken');
}
