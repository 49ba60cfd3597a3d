import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INVITATION_MILLISECONDS, keepInvitation, newCode } from '../../bot/agency/invite.ts';
import { CODE_ALPHABET, type Invitation, readCode } from '../../domain/agency/staff.ts';
import {
  openSeededStore,
  type SeededStore,
  startTestBot,
  type TestBot,
  testSecrets,
} from '../support/bot.ts';
import { somebody } from '../support/person.ts';
import { eventOf, says, someUser } from '../support/webhook.ts';
import { deliver } from './deliver.ts';

const BOOTSTRAP = 'ABCDE23456';
const invitation: Invitation = { version: 1, for: 'person', name: 'คนใหม่', roles: ['admin'] };

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore([]);
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents, { bootstrapCode: BOOTSTRAP });
  return () => bot.close();
});

const staff = () => store.documents.query({ group: 'staff', where: [], orderBy: [], limit: 100 });
async function invite(until = Date.now() + INVITATION_MILLISECONDS): Promise<string> {
  const shown = newCode();
  const codeMark = testSecrets.codeMark(readCode(shown) ?? '');
  await keepInvitation(store.documents, { agencyId: 'khoen', codeMark, until, invitation });
  return shown;
}
const guess = (): string =>
  Array.from(randomBytes(10), (octet) => CODE_ALPHABET[octet % CODE_ALPHABET.length]).join('');

describe('codes that make somebody staff', () => {
  it('are of thirty-one signs and ten places, drawn evenly: more than 49 bits', () => {
    expect(Math.log2(CODE_ALPHABET.length ** 10)).toBeGreaterThan(49);
    const codes = Array.from({ length: 3000 }, () => readCode(newCode()) ?? '');
    expect(new Set(codes).size).toBe(3000);
    const counts = new Map<string, number>();
    for (const sign of codes.join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const expected = 30_000 / CODE_ALPHABET.length;
    expect(counts.size).toBe(CODE_ALPHABET.length);
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // Thirty degrees of freedom: beyond 120 once in 10^12 runs.
    expect(chi).toBeLessThan(120);
  });

  it('are not opened by a thousand guesses, nor by all neighbours of one that is given, and say the same to each', async () => {
    const code = readCode(await invite()) ?? '';
    const near = [...code].flatMap((sign, at) =>
      [...CODE_ALPHABET]
        .filter((other) => other !== sign)
        .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
    );
    const guesses = [...near, ...Array.from({ length: 700 }, guess)].filter((one) => one !== BOOTSTRAP);
    for (let from = 0; from < guesses.length; from += 100) {
      const events = guesses.slice(from, from + 100).map((text) => eventOf(someUser(), says(text)));
      await deliver(bot, ...events);
    }
    expect(await staff()).toEqual([]);
    expect(new Set(bot.line.answers.map(({ replies }) => JSON.stringify(replies))).size).toBe(1);
  }, 120_000);

  it('work once, also for many who send one at the same time, and not a moment after their end', async () => {
    const code = await invite();
    await deliver(bot, ...Array.from({ length: 8 }, () => eventOf(someUser(), says(code))));
    expect(await staff()).toHaveLength(1);
    await somebody(bot).says(code);
    expect(await staff()).toHaveLength(1);
    const over = await invite(Date.now() - 1);
    await somebody(bot).says(over);
    expect(await staff()).toHaveLength(1);
  });

  it('the first admin’s opens nothing while there is an admin, and no part or other spelling of it does before', async () => {
    await somebody(bot).says(BOOTSTRAP);
    expect(await staff()).toHaveLength(1);
    await store.documents.commit((await staff()).map(({ path }) => ({ op: 'delete', path })));
    const wrong = [BOOTSTRAP.slice(0, 9), `${BOOTSTRAP}A`, 'A'.repeat(10), '', `${BOOTSTRAP.slice(0, 9)}7`];
    for (const code of wrong) await somebody(bot).says(code === '' ? ' ' : code);
    expect(await staff()).toEqual([]);
    await Promise.all(Array.from({ length: 5 }, () => somebody(bot).says(BOOTSTRAP)));
    expect(await staff()).toHaveLength(1);
    await somebody(bot).says(BOOTSTRAP);
    expect(await staff()).toHaveLength(1);
  });
});
