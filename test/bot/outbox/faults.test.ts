import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Documents } from '../../../bot/store/documents.ts';
import { faultyDocuments } from '../../support/store.ts';
import { alertTo, MINUTE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting();
});
afterEach(() => setting.close());

/** A process that dies between sending and writing it down: every commit that would end a lease is lost. */
const dyingAfterSending = (documents: Documents): Documents =>
  faultyDocuments(documents, (call) => {
    const ends =
      call.kind === 'commit' &&
      call.writes.some((write) => write.op === 'delete' || ('data' in write && write.data.status === 'sent'));
    return ends ? 'before' : undefined;
  });

async function officersWithAlerts(count: number, alerts: number): Promise<string[]> {
  const officers: string[] = [];
  for (let who = 0; who < count; who += 1) {
    const officer = await setting.addOfficer(`คนที่ ${who}`);
    officers.push(officer);
    for (let n = 0; n < alerts; n += 1) {
      const id = `c${who}x${n}`;
      await setting.addCase(id);
      await setting.put(`e${id}`, alertTo(officer, id));
    }
  }
  return officers;
}

/** How often each case has a card of its own in a chat. */
async function cardsOf(officer: string, who: number, alerts: number): Promise<number[]> {
  const chat = await setting.chat(officer);
  return Array.from(
    { length: alerts },
    (_, n) => chat.filter((message) => message.includes(`answer.c${who}x${n}"`)).length,
  );
}

describe('LINE failing', () => {
  it('loses no alert and sends none twice, whatever the answer was and whether it was carried out', async () => {
    const officers = await officersWithAlerts(12, 2);
    await setting.client.setFaults({
      seed: 7,
      calls: {
        status429: { probability: 0.25, path: '/v2/bot/message/push' },
        status500: { probability: 0.3, when: 'after', path: '/v2/bot/message/push' },
        reset: { probability: 0.2, when: 'after', path: '/v2/bot/message/push' },
        timeout: { probability: 0.05, when: 'after', path: '/v2/bot/message/push' },
      },
    });
    const dispatcher = setting.dispatcher();
    for (let round = 0; round < 12; round += 1) {
      await dispatcher.runOnce();
      setting.clock.now += 64 * MINUTE;
    }
    const statuses = await setting.pushes();
    expect(statuses).toEqual(expect.arrayContaining([0, 409, 429, 500]));
    for (const [who, officer] of officers.entries()) {
      expect(await cardsOf(officer, who, 2)).toEqual([1, 1]);
      for (let n = 0; n < 2; n += 1) {
        expect(await setting.entry(`ec${who}x${n}`)).toMatchObject({ status: 'sent' });
      }
    }
  });

  it('makes it wait longer after each failure, and then it goes', async () => {
    await officersWithAlerts(1, 1);
    await setting.client.setFaults({ calls: { status500: 1 } });
    const dispatcher = setting.dispatcher();
    for (const minutes of [1, 2, 4]) {
      await dispatcher.runOnce();
      expect(await setting.entry('ec0x0')).toMatchObject({
        status: 'waiting',
        dueAt: setting.clock.now + minutes * MINUTE,
      });
      await dispatcher.runOnce();
      setting.clock.now += minutes * MINUTE;
    }
    expect(await setting.pushes()).toEqual([500, 500, 500]);
    await setting.client.setFaults({ calls: { status500: 0 } });
    expect(await dispatcher.runOnce()).toBe(1);
  });

  it('for three days is the end of an alert, and is told', async () => {
    await officersWithAlerts(1, 1);
    await setting.client.setFaults({ calls: { status429: 1 } });
    const dispatcher = setting.dispatcher();
    for (let tries = 1; tries <= 77; tries += 1) {
      await dispatcher.runOnce();
      setting.clock.now += 60 * MINUTE;
    }
    expect(await setting.entry('ec0x0')).toMatchObject({ status: 'waiting', attempts: 77 });
    await dispatcher.runOnce();
    expect(await setting.entry('ec0x0')).toMatchObject({ status: 'dead' });
    expect(setting.lines.filter((line) => line.includes('"outbox_dead"'))).toHaveLength(1);
  });

  it('keeps what was sent together apart from what came later', async () => {
    const [officer = ''] = await officersWithAlerts(1, 2);
    await setting.client.setFaults({
      calls: { status500: { count: 1, when: 'after', path: '/v2/bot/message/push' } },
    });
    const dispatcher = setting.dispatcher();
    await dispatcher.runOnce();
    await setting.addCase('c0x2');
    await setting.put('ec0x2', alertTo(officer, 'c0x2'));
    setting.clock.now += MINUTE;
    await dispatcher.runOnce();
    expect(await cardsOf(officer, 0, 3)).toEqual([1, 1, 1]);
    const statuses = (await setting.pushes()).filter((status) => status !== 500);
    expect(statuses.sort()).toEqual([200, 409]);
  });

  it('does not kill alerts while our own token is wrong', async () => {
    await officersWithAlerts(1, 1);
    setting.platform.channel.accessToken = 'another token';
    const dispatcher = setting.dispatcher();
    await dispatcher.runOnce();
    expect(await setting.entry('ec0x0')).toMatchObject({ status: 'waiting' });
  });
});

describe('a process that dies between sending and writing it down', () => {
  it('leaves what the next one sends again under the same key, which LINE takes for done', async () => {
    const officers = await officersWithAlerts(3, 2);
    await setting.dispatcher(dyingAfterSending(setting.documents)).runOnce();
    expect(await setting.entry('ec0x0')).toMatchObject({ status: 'leased' });
    const next = setting.dispatcher();
    await next.runOnce();
    expect(await setting.pushes()).toEqual([200, 200, 200]);
    setting.clock.now += 2 * MINUTE;
    await next.runOnce();
    expect(await setting.pushes()).toEqual([200, 200, 200, 409, 409, 409]);
    for (const [who, officer] of officers.entries()) expect(await cardsOf(officer, who, 2)).toEqual([1, 1]);
    expect(await setting.entry('ec0x0')).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('never loses what was asked for anew meanwhile', async () => {
    const officer = await setting.addOfficer('ผู้รับเรื่อง');
    const tips = {
      addressee: { to: 'staff' as const, staffId: officer },
      notice: { notice: 'tips' as const },
    };
    await setting.put('slot', tips);
    await setting.dispatcher(dyingAfterSending(setting.documents)).runOnce();
    await setting.put('slot', tips);
    await setting.dispatcher().runOnce();
    expect(await setting.pushes()).toEqual([200, 200]);
    expect(await setting.entry('slot')).toBeUndefined();
  });
});

describe('an entry that is written anew while it is being sent', () => {
  it('is neither deleted nor marked, and goes again', async () => {
    const officer = await setting.addOfficer('ผู้รับเรื่อง');
    const tips = {
      addressee: { to: 'staff' as const, staffId: officer },
      notice: { notice: 'tips' as const },
    };
    await setting.addCase('c1');
    await setting.put('slot', tips);
    await setting.put('e1', alertTo(officer, 'c1'));
    const { documents } = setting;
    const overtaken: Documents = {
      ...documents,
      async commit(writes) {
        if (writes.some(({ op }) => op === 'delete')) {
          await setting.put('slot', tips);
          await setting.put('e1', alertTo(officer, 'c1', 'message'));
        }
        return documents.commit(writes);
      },
    };
    await setting.dispatcher(overtaken).runOnce();
    expect(await setting.entry('slot')).toMatchObject({ status: 'waiting' });
    expect(await setting.entry('e1')).toMatchObject({ status: 'waiting', notice: { news: 'message' } });
    await setting.dispatcher().runOnce();
    expect(await setting.pushes()).toEqual([200, 200]);
    expect(await setting.entry('slot')).toBeUndefined();
    expect(await setting.entry('e1')).toMatchObject({ status: 'sent' });
  });
});

describe('a batch of which only a part is looked at', () => {
  it('is still sent whole, since its key is good for one message', async () => {
    const officer = await setting.addOfficer('ผู้รับเรื่อง');
    const { documents, paths, clock } = setting;
    const stored = (caseId: string, staffId: string, dueAt: number, batch?: string) => ({
      ...alertTo(staffId, caseId),
      version: 1,
      status: 'leased',
      dueAt,
      attempts: 1,
      firstDueAt: dueAt,
      ...(batch === undefined ? {} : { batch }),
    });
    for (const id of ['c1', 'c2']) await setting.addCase(id);
    const others = Array.from({ length: 200 }, (_, n) => ({
      op: 'create' as const,
      path: paths.outbox(`other${n}`),
      data: stored('c1', `U-gone-${n}`, clock.now - 20),
    }));
    await documents.commit([
      { op: 'create', path: paths.outbox('e1'), data: stored('c1', officer, clock.now - 30, 'b1') },
      ...others,
      { op: 'create', path: paths.outbox('e2'), data: stored('c2', officer, clock.now - 10, 'b1') },
    ]);
    await setting.dispatcher().runOnce();
    const chat = (await setting.chat(officer)).join();
    expect(chat).toContain('answer.c1"');
    expect(chat).toContain('answer.c2"');
    expect(await setting.pushes()).toEqual([200]);
  });
});

describe('a failing store', () => {
  it('delays alerts, tells so, and loses none', async () => {
    const officers = await officersWithAlerts(4, 2);
    let dice = 1;
    const failing = faultyDocuments(setting.documents, () => {
      dice = (dice * 48_271) % 2_147_483_647;
      const face = dice % 100;
      if (face < 12) return 'before';
      return face < 24 ? 'after' : undefined;
    });
    const dispatcher = setting.dispatcher(failing);
    for (let round = 0; round < 40; round += 1) {
      await dispatcher.runOnce();
      setting.clock.now += 2 * MINUTE;
    }
    for (const [who, officer] of officers.entries()) expect(await cardsOf(officer, who, 2)).toEqual([1, 1]);
    expect(setting.lines.join()).toContain('"outbox_failed"');
  });
});

describe('several instances at once', () => {
  it('send every alert once', async () => {
    const officers = await officersWithAlerts(15, 2);
    const dispatchers = [setting.dispatcher(), setting.dispatcher(), setting.dispatcher()];
    let sent = 0;
    // On a busy machine LINE's stand-in may answer one of them too late; that one goes again.
    for (let round = 0; round < 10 && sent < 15; round += 1) {
      const each = await Promise.all(dispatchers.map((one) => one.runOnce()));
      sent += each.reduce((sum, one) => sum + one);
      setting.clock.now += 2 * MINUTE;
    }
    expect(sent).toBe(15);
    for (const [who, officer] of officers.entries()) expect(await cardsOf(officer, who, 2)).toEqual([1, 1]);
  });
});
