import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { eventOf, postWebhook, says, sign, someUser } from '../support/webhook.ts';
import { callsOf } from './crypto-calls.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const bodyOf = (text: string) =>
  JSON.stringify({ destination: 'U0', events: [eventOf(someUser(), says(text))] });
const flipped = (octets: Buffer, at: number): Buffer => {
  const changed = Buffer.from(octets);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};
/** Sends it and sees that it is refused, that no document was read or written and nobody was answered. */
async function expectRefused(body: string, signature: string): Promise<void> {
  const { reads, commits } = bot.counts;
  const answers = bot.line.answers.length;
  const { status, body: said } = await postWebhook(bot.webhook, bot.secret, body, signature);
  expect([signature, status]).toEqual([signature, 401]);
  expect(said).not.toContain(bot.secret);
  expect(bot.counts).toMatchObject({ reads, commits });
  expect(bot.line.answers).toHaveLength(answers);
}

describe('a signature that LINE did not make', () => {
  const body = bodyOf('ขอเปิดประตู');
  const mac = () => createHmac('sha256', bot.secret).update(body).digest();
  const forgeries: [string, () => string][] = [
    ['by another secret', () => sign(body, 'another-secret')],
    ['by an empty secret', () => sign(body, ' ')],
    ['by a plain hash', () => Buffer.from(`${body}${bot.secret}`).toString('base64').slice(0, 44)],
    ['by SHA-1', () => createHmac('sha1', bot.secret).update(body).digest('base64')],
    ['by SHA-512', () => createHmac('sha512', bot.secret).update(body).digest('base64')],
    ['in hex', () => mac().toString('hex')],
    ['in capitals', () => mac().toString('base64').toUpperCase()],
    ['in small letters', () => mac().toString('base64').toLowerCase()],
    ['one octet short', () => mac().subarray(0, 31).toString('base64')],
    ['one octet long', () => Buffer.concat([mac(), Buffer.of(0)]).toString('base64')],
    ['twice over', () => Buffer.concat([mac(), mac()]).toString('base64')],
    ['its first octet wrong', () => flipped(mac(), 0).toString('base64')],
    ['its last octet wrong', () => flipped(mac(), 31).toString('base64')],
    ['all zeros', () => Buffer.alloc(32).toString('base64')],
    ['of no octets', () => '===='],
    ['empty', () => ''],
    ['named', () => `sha256=${sign(body, bot.secret)}`],
    ['of the body without its last brace', () => sign(body.slice(0, -1), bot.secret)],
  ];
  it.each(forgeries)('%s opens nothing', (_name, forged) => expectRefused(body, forged()));

  it('does not carry over to the same JSON in other octets', async () => {
    const signature = sign(body, bot.secret);
    const again = JSON.stringify(JSON.parse(body), null, 1);
    const escaped = body.replace('ข', '\\u0e02');
    expect(JSON.parse(escaped)).toEqual(JSON.parse(body));
    for (const other of [again, escaped, `${body}\n`, ` ${body}`, `\uFEFF${body}`]) {
      await expectRefused(other, signature);
    }
  });

  it('does not carry over to another header, nor does a second one beside it', async () => {
    const signature = sign(body, bot.secret);
    for (const headers of [
      { 'x-line-signatures': signature },
      { authorization: signature },
      { 'x-line-signature': `${sign(body, 'x')}, ${signature}` },
    ]) {
      const { status } = await fetch(bot.webhook, { method: 'POST', headers, body });
      expect(status).toBe(401);
    }
  });

  it('is compared whole, however much of it is right', async () => {
    for (const at of [0, 15, 31]) {
      const calls = await callsOf('timingSafeEqual', () =>
        expectRefused(body, flipped(mac(), at).toString('base64')),
      );
      expect(
        calls.map(([one, other]) => [one, other].map((side) => Buffer.isBuffer(side) && side.length)),
      ).toEqual([[32, 32]]);
    }
  });

  it('is what was wrong: LINE’s own opens', async () => {
    expect((await postWebhook(bot.webhook, bot.secret, body)).status).toBe(200);
  });
});
