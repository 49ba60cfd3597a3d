import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDigit } from '../../domain/receipt/damm.ts';
import { solveWork } from '../../sealing/proof-of-work.ts';
import { someReceipt, someTip, visitor } from '../forms/visitor.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { complains, somebody } from '../support/person.ts';
import { eventOf, says } from '../support/webhook.ts';
import { callsOf } from './crypto-calls.ts';
import { deliver } from './deliver.ts';

let store: SeededStore;
let bot: TestBot;
let known: string;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
  const resident = somebody(bot);
  known = await complains(resident, 'ไฟถนนดับหน้าวัด', 'ไม่เก็บว่าใครแจ้ง');
  await resident.taps('ยืนยันส่ง');
  await bot.close();
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  return () => bot.close();
});

/** The same fifteen digits with each of the nine check digits that are wrong. */
const mistyped = (receipt: string): string[] => {
  const right = receipt.at(-1);
  return [...'0123456789'].filter((digit) => digit !== right).map((digit) => receipt.slice(0, 15) + digit);
};
/** What the server does for something: derivations, documents read, commits. */
async function costOf(work: () => Promise<unknown>) {
  const { reads, queries, commits } = bot.counts;
  const derivations = (await callsOf('scrypt', work)).length;
  return {
    derivations,
    reads: bot.counts.reads - reads,
    queries: bot.counts.queries - queries,
    commits: bot.counts.commits - commits,
  };
}

describe('in the chat', () => {
  it('a mistyped receipt costs nothing and tells nothing: the same for one that exists and one that does not', async () => {
    const costs: object[] = [];
    const answers = new Set<string>();
    for (const receipt of [...mistyped(known), ...mistyped(someReceipt())]) {
      const guesser = somebody(bot);
      costs.push(await costOf(() => guesser.says(receipt)));
      answers.add(guesser.shown());
    }
    expect(new Set(costs.map((cost) => JSON.stringify(cost))).size).toBe(1);
    expect(costs[0]).toMatchObject({ derivations: 0, queries: 0 });
    expect(answers.size).toBe(1);
  });

  it('one that opens something is derived and looked for as one that does not: the guesser learns by the answer alone', async () => {
    const right = somebody(bot);
    const wrong = somebody(bot);
    const [found, nothing] = [
      await costOf(() => right.says(known)),
      await costOf(() => wrong.says(someReceipt())),
    ];
    expect(right.shown()).toContain('เลขเรื่อง');
    expect([found.derivations, nothing.derivations]).toEqual([1, 1]);
    expect(nothing.reads).toBeLessThanOrEqual(found.reads);
  });

  it('after five that open nothing an hour’s guesses cost no derivation and no look-up, not even the right one', async () => {
    const guesser = somebody(bot);
    for (let n = 0; n < 5; n += 1) await guesser.says(someReceipt());
    for (const receipt of [someReceipt(), known]) {
      expect(await costOf(() => guesser.says(receipt))).toMatchObject({ derivations: 0 });
      expect(guesser.shown()).not.toContain('เลขเรื่อง');
    }
    const paused = guesser.shown();
    await guesser.says(someReceipt());
    expect(guesser.shown()).toBe(paused);
  });

  it('guesses of one sender side by side, in one webhook and in two processes, are no more than a few', async () => {
    const { userId } = somebody(bot);
    const other = await startTestBot(store.documents);
    const guesses = () => Array.from({ length: 12 }, () => eventOf(userId, says(someReceipt())));
    const derivations = await callsOf('scrypt', () =>
      Promise.all([bot.send(...guesses()), other.send(...guesses())]),
    );
    await other.close();
    expect(derivations.length).toBeGreaterThan(0);
    expect(derivations.length).toBeLessThanOrEqual(12);
  });

  it('a dozen senders who guess at once keep nobody out: who says something else, or has a receipt, is answered', async () => {
    const guessers = Array.from({ length: 12 }, () => eventOf(somebody(bot).userId, says(someReceipt())));
    const honest = somebody(bot);
    const [, talk, looked] = await Promise.all([
      deliver(bot, ...guessers),
      honest.says('สวัสดีค่ะ'),
      somebody(bot).says(known),
    ]);
    expect(talk).not.toBe('');
    expect(looked).toContain('เลขเรื่อง');
  });
});

describe('on the page of receipts', () => {
  const ask = async (lookup: string, bits?: number): Promise<{ status: number; found: unknown }> => {
    const { work } = await visitor(bot.url).keys();
    const subject = `lookup/${lookup}`;
    const nonce = solveWork({ agencyId: 'khoen', day: work.day, subject }, bits ?? work.bits);
    const response = await fetch(`${bot.url}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lookup, work: { day: work.day, nonce } }),
    });
    const body: unknown = await response.json();
    return { status: response.status, found: body };
  };
  const invented = (): string => Buffer.from(randomBytes(32)).toString('base64url');

  it('the server derives nothing for anybody: a guess is a derivation of the guesser’s own, and work beside it', async () => {
    const cost = await costOf(() => ask(invented()));
    expect(cost.derivations).toBe(0);
    const without = await fetch(`${bot.url}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lookup: invented(), work: { day: '2026-11-24', nonce: 0 } }),
    });
    expect([429, 400]).toContain(without.status);
  });

  it('work that was done for one guess is good for no other, nor on another day', async () => {
    const { work } = await visitor(bot.url).keys();
    const lookup = invented();
    const nonce = solveWork({ agencyId: 'khoen', day: work.day, subject: `lookup/${lookup}` }, work.bits + 4);
    const send = async (given: string, day: string) => {
      const body = JSON.stringify({ lookup: given, work: { day, nonce } });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${bot.url}/api/track`, { method: 'POST', headers, body })).status;
    };
    expect(await send(lookup, work.day)).toBe(200);
    const others = await Promise.all(Array.from({ length: 8 }, () => send(invented(), work.day)));
    expect(others.every((status) => status === 429)).toBe(true);
    expect(await send(lookup, '2020-01-01')).toBe(429);
  });

  it('many who guess from many addresses make it dearer for each next guess, and shut nobody out', async () => {
    const now = Date.now() + 5 * 3_600_000;
    bot.clock.now = () => now;
    const tip = someTip();
    const guest = visitor(bot.url);
    await guest.send(tip, 1, () => undefined);
    const before = (await guest.keys()).work.bits;
    await Promise.all(Array.from({ length: 10 }, () => ask(invented())));
    const after = (await guest.keys()).work.bits;
    expect(after).toBeGreaterThan(before);
    expect(await guest.follower.follow(tip.receipt)).toMatchObject({ found: 'tip' });
  });
});

it('a receipt has so many digits that guessing it is nobody’s plan: 10^15, and the last one follows from them', () => {
  const receipts = Array.from({ length: 2000 }, someReceipt);
  expect(new Set(receipts).size).toBe(2000);
  for (const receipt of receipts) {
    expect(receipt).toMatch(/^\d{16}$/);
    expect(checkDigit(receipt.slice(0, 15))).toBe(receipt.at(-1));
  }
  for (let place = 0; place < 15; place += 1) {
    const seen = new Set(receipts.map((receipt) => receipt[place]));
    expect(seen.size).toBe(10);
  }
});
