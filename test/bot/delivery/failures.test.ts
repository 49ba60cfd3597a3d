import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot } from '../../support/bot.ts';
import { type Call, type Fault, faultyDocuments } from '../../support/store.ts';
import { eventOf, says, someUser } from '../../support/webhook.ts';

let store: SeededStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

async function botWithFaults() {
  let plan: (call: Call) => Fault | undefined = () => undefined;
  const bot = await startTestBot(faultyDocuments(store.documents, (call) => plan(call)));
  return {
    ...bot,
    /** The next call of this kind fails in this way; the others do not. */
    failNext(kind: Call['kind'], fault: Fault) {
      let done = false;
      plan = (call) => {
        if (done || call.kind !== kind) return undefined;
        done = true;
        return fault;
      };
    },
    failAll(fault: Fault) {
      plan = () => fault;
    },
    heal() {
      plan = () => undefined;
    },
  };
}

const wordsOf = (shown: unknown) => JSON.stringify(shown);

describe('when the store fails', () => {
  it.each([
    ['before the commit', 'before'],
    ['after the commit, whose answer is lost', 'after'],
  ] as const)('%s, the event is asked for again and then kept once', async (_name, fault) => {
    const bot = await botWithFaults();
    const user = someUser();
    await bot.does(user, says('ขยะไม่มีคนเก็บ'));
    const event = eventOf(user, says('กองอยู่หน้าโรงเรียน'));
    bot.failNext('commit', fault);
    expect((await bot.send(event)).status).toBe(500);
    bot.heal();
    expect((await bot.send(event)).status).toBe(200);
    const [counted] = await bot.does(user, says('เหม็นมาก'));
    expect(wordsOf(counted)).toContain('ข้อความ 3');
    await bot.close();
  });

  it('while reading, nothing is answered and the event is asked for again', async () => {
    const bot = await botWithFaults();
    const event = eventOf(someUser(), says('ขยะไม่มีคนเก็บ'));
    bot.failNext('read', 'before');
    expect((await bot.send(event)).status).toBe(500);
    expect(bot.line.answers).toHaveLength(0);
    expect((await bot.send(event)).status).toBe(200);
    await bot.close();
  });

  it('for one resident, the others of the same body are still answered', async () => {
    const bot = await botWithFaults();
    const [one, two] = [eventOf(someUser(), says('ไฟดับ')), eventOf(someUser(), says('น้ำไม่ไหล'))];
    bot.failNext('commit', 'before');
    expect((await bot.send(one, two)).status).toBe(500);
    expect(bot.line.answers).toHaveLength(1);
    await bot.close();
  });

  it('those that wait behind a failed event fail with it, and none is lost', async () => {
    const bot = await botWithFaults();
    const user = someUser();
    await bot.does(user, says('ขยะไม่มีคนเก็บ'));
    const events = [1, 2, 3].map((n) => eventOf(user, says(`เรื่องขยะ ข้อที่ ${n}`)));
    bot.failNext('commit', 'before');
    expect((await bot.send(...events)).status).toBe(500);
    expect(bot.line.answers).toHaveLength(1);
    bot.heal();
    expect((await bot.send(...events)).status).toBe(200);
    expect(wordsOf(bot.line.answers.at(-1))).toContain('ข้อความ 4');
    await bot.close();
  });

  it('slowly, the webhook does not wait for it, and what lands late is found again', async () => {
    const bot = await botWithFaults();
    const user = someUser();
    await bot.does(user, says('ขยะไม่มีคนเก็บ'));
    let isSlow = true;
    const other = await startTestBot(
      faultyDocuments(store.documents, ({ kind }) => {
        if (!isSlow || kind === 'query') return undefined;
        return { delayMs: kind === 'read' ? 700 : 2500 };
      }),
    );
    const event = eventOf(user, says('กองอยู่หน้าโรงเรียน'));
    expect((await other.send(event)).status).toBe(500);
    isSlow = false;
    await pause(2000);
    expect((await other.send(event)).status).toBe(200);
    expect(wordsOf(other.line.answers.at(-1))).toContain('ข้อความ 2');
    await Promise.all([bot.close(), other.close()]);
  });

  it('is said in the log by a code alone', async () => {
    const bot = await botWithFaults();
    bot.failAll('before');
    await bot.send(eventOf(someUser(), says('ถ้อยคำลับ')));
    const [line] = bot.lines;
    expect(JSON.parse(line ?? '')).toMatchObject({ code: 'event_failed', stage: 'load' });
    expect(line).not.toContain('ถ้อยคำลับ');
    bot.heal();
    await bot.close();
  });
});

describe('when LINE does not take the reply', () => {
  it.each([
    { ok: false, failure: 'refused', status: 400 },
    { ok: false, failure: 'unreachable' },
  ] as const)('what was kept stays kept, and the webhook is answered with 200: $failure', async (sent) => {
    const bot = await startTestBot(store.documents);
    const user = someUser();
    bot.line.replying = async () => sent;
    expect((await bot.send(eventOf(user, says('ถนนพัง')))).status).toBe(200);
    bot.line.replying = async () => ({ ok: true });
    expect(wordsOf(await bot.does(user, says('หน้าวัด')))).toContain('ข้อความ 2');
    await bot.close();
  });
});
