import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, type Setting, startSetting, words } from './setting.ts';

let setting: Setting;
let userId = '';
beforeAll(async () => {
  setting = await startSetting();
});
afterAll(() => setting.close());
beforeEach(async () => {
  await setting.client.reset();
  setting.bot.forget();
  userId = (await setting.client.addPerson('ยายสา')).userId;
  await setting.client.idle();
  setting.bot.received.length = 0;
});

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `ข้อความที่ ${index}`);
async function say(lines: string[]): Promise<void> {
  for (const text of lines) await setting.client.sendText(userId, text);
  await setting.client.idle();
}
const texts = () => setting.bot.events().map(({ message }) => message?.text ?? '');
const push = (key?: string) => setting.line.pushMessage({ to: userId, messages: [words('ก')] }, key);
const botSaid = async () =>
  (await setting.client.chat(userId)).messages.filter(({ from }) => from === 'bot').length;

describe('faults of webhooks', () => {
  it('drop: lost without redelivery, late with it', async () => {
    await setting.client.setFaults({ webhooks: { drop: { count: 1 } } });
    await say(['หนึ่ง', 'สอง']);
    expect(texts()).toEqual(['สอง', 'หนึ่ง']);
    await setting.client.setChannel({ redelivery: false });
    await setting.client.setFaults({ webhooks: { drop: { count: 1 } } });
    await say(['สาม', 'สี่']);
    expect(texts().slice(2)).toEqual(['สี่']);
    const { messages } = await setting.client.chat(userId);
    expect(messages.map(({ delivered }) => delivered)).toEqual([
      'delivered',
      'delivered',
      'failed',
      'delivered',
    ]);
  });

  it('duplicate: the very same event twice', async () => {
    await setting.client.setFaults({ webhooks: { duplicate: { count: 1 } } });
    await say(['หนึ่ง', 'สอง']);
    const first = setting.bot.events().filter(({ message }) => message?.text === 'หนึ่ง');
    expect(first).toHaveLength(2);
    expect(first[0]).toEqual(first[1]);
    expect(texts().filter((text) => text === 'สอง')).toHaveLength(1);
  });

  it('delay: later, still in order', async () => {
    await setting.client.setFaults({ webhooks: { delayMs: 150 } });
    const start = performance.now();
    await say(['หนึ่ง', 'สอง']);
    expect(texts()).toEqual(['หนึ่ง', 'สอง']);
    expect(setting.bot.received[0]?.at).toBeGreaterThan(start + 140);
  });

  it('reorder: all there, in another order', async () => {
    const lines = numbered(20);
    await setting.client.setFaults({ webhooks: { reorder: 0.5 }, seed: 7 });
    await say(lines);
    expect(texts()).not.toEqual(lines);
    expect(texts().toSorted()).toEqual(lines.toSorted());
  });

  it('strike as often as their probability says, and the same ones for the same seed', async () => {
    await setting.client.setChannel({ redelivery: false });
    const lines = numbered(100);
    const arrived: string[][] = [];
    for (const seed of [3, 3, 4]) {
      setting.bot.received.length = 0;
      await setting.client.setFaults({ webhooks: { drop: 0.3 }, seed });
      await say(lines);
      arrived.push(texts());
    }
    expect(arrived[0]?.length).toBeGreaterThan(50);
    expect(arrived[0]?.length).toBeLessThan(90);
    expect(arrived[1]).toEqual(arrived[0]);
    expect(arrived[2]).not.toEqual(arrived[0]);
  });
});

describe('faults of calls', () => {
  it.each([
    ['status429', 429],
    ['status500', 500],
  ] as const)('%s: refused without effect, so often', async (name, status) => {
    await setting.client.setFaults({ calls: { [name]: { count: 2 } } });
    expect((await refusalOf(push())).status).toBe(status);
    expect((await refusalOf(push())).status).toBe(status);
    await push();
    expect(await botSaid()).toBe(1);
  });

  it('after: it was done all the same, and the retry key tells', async () => {
    const key = randomUUID();
    await setting.client.setFaults({ calls: { status500: { count: 1, when: 'after' } } });
    expect((await refusalOf(push(key))).status).toBe(500);
    expect((await refusalOf(push(key))).status).toBe(409);
    expect(await botSaid()).toBe(1);
  });

  it.each(['before', 'after'] as const)('reset: the connection breaks, %s the effect', async (when) => {
    await setting.client.setFaults({ calls: { reset: { count: 1, when } } });
    await expect(push()).rejects.toThrow('fetch failed');
    expect(await botSaid()).toBe(when === 'after' ? 1 : 0);
  });

  it('timeout: no answer comes', async () => {
    await setting.client.setFaults({ calls: { timeout: { count: 1 } } });
    const call = fetch(`${setting.simulator.apiUrl}/v2/bot/info`, {
      headers: { authorization: `Bearer ${setting.simulator.platform.channel.accessToken}` },
      signal: AbortSignal.timeout(200),
    });
    await expect(call).rejects.toThrow(/timeout/i);
    const { log } = await setting.client.state();
    expect(log.at(-1)).toMatchObject({ method: 'GET', path: '/v2/bot/info', status: 0 });
  });

  it('may be limited to some calls', async () => {
    await setting.client.setFaults({ calls: { status500: { path: '/v2/bot/message/reply' } } });
    await push();
    const reply = setting.line.replyMessage({ replyToken: 'a', messages: [words('ก')] });
    expect((await refusalOf(reply)).status).toBe(500);
  });
});

describe('the switches', () => {
  it('keep what is not mentioned, and go back on reset', async () => {
    await setting.client.setFaults({ webhooks: { drop: 0.1 }, seed: 9 });
    await setting.client.setFaults({ calls: { timeout: 0.2 } });
    expect((await setting.client.state()).faults).toMatchObject({
      webhooks: { drop: 0.1, duplicate: 0 },
      calls: { timeout: 0.2, reset: 0 },
      seed: 9,
    });
    await setting.client.reset();
    expect((await setting.client.state()).faults).toMatchObject({
      webhooks: { drop: 0 },
      calls: { timeout: 0 },
    });
  });
});
