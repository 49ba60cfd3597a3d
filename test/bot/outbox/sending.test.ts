import { Timestamp } from '@google-cloud/firestore';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertTo, DAY, MINUTE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
let officer: string;
beforeEach(async () => {
  setting = await startSetting();
  officer = await setting.addOfficer('สมชาย');
});
afterEach(() => setting.close());

describe('an alert', () => {
  it('arrives as a card of the case as it now stands, and is kept thirty days', async () => {
    await setting.put('e1', alertTo(officer, 'c1'));
    const { number } = await setting.addCase('c1', { status: 'accepted' });
    expect(await setting.dispatcher().runOnce()).toBe(1);
    const [card, ...more] = await setting.chat(officer);
    expect(more).toEqual([]);
    expect(card).toContain(number);
    expect(card).toContain('v1|-|case|answer.c1');
    expect(card).not.toContain('v1|-|case|accept.c1');
    expect(await setting.entry('e1')).toMatchObject({
      status: 'sent',
      attempts: 1,
      expireAt: Timestamp.fromMillis(setting.clock.now + 30 * 24 * 60 * MINUTE),
    });
  });

  it('is not sent to somebody of the unit that the case turned out to complain about', async () => {
    const other = await setting.addOfficer('สมหญิง', 'finance');
    await setting.put('e1', alertTo(officer, 'c1'));
    await setting.put('e2', alertTo(other, 'c1'));
    await setting.addCase('c1', { concerns: 'works', audience: 'about.works' });
    expect(await setting.dispatcher().runOnce()).toBe(1);
    expect(await setting.chat(officer)).toEqual([]);
    expect(await setting.chat(other)).toHaveLength(1);
  });

  it('goes once, when it is due', async () => {
    await setting.addCase('c1');
    await setting.put('e1', { ...alertTo(officer, 'c1'), dueAt: setting.clock.now + MINUTE });
    const dispatcher = setting.dispatcher();
    expect(await dispatcher.runOnce()).toBe(0);
    setting.clock.now += MINUTE;
    expect(await dispatcher.runOnce()).toBe(1);
    expect(await dispatcher.runOnce()).toBe(0);
    expect(await setting.chat(officer)).toHaveLength(1);
  });

  it('goes by itself after a kick', async () => {
    await setting.addCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    const dispatcher = setting.dispatcher();
    for (let n = 0; n < 20; n += 1) dispatcher.kick();
    await expect.poll(() => setting.chat(officer)).toHaveLength(1);
  });

  it('about many cases is one message, which names those that are waiting', async () => {
    for (let n = 1; n <= 14; n += 1) {
      await setting.addCase(`c${n}`);
      await setting.put(`e${n}`, alertTo(officer, `c${n}`));
    }
    expect(await setting.dispatcher().runOnce()).toBe(1);
    expect(await setting.pushes()).toEqual([200]);
    const chat = await setting.chat(officer);
    expect(chat).toHaveLength(5);
    expect(chat[0]).toContain('14');
    for (let n = 1; n <= 14; n += 1) expect(await setting.entry(`e${n}`)).toMatchObject({ status: 'sent' });
  });

  it('is gathered with others once many went within a minute', async () => {
    const dispatcher = setting.dispatcher();
    for (let n = 1; n <= 9; n += 1) {
      await setting.addCase(`c${n}`);
      await setting.put(`e${n}`, alertTo(officer, `c${n}`));
      await dispatcher.runOnce();
    }
    expect(await setting.pushes()).toHaveLength(5);
    setting.clock.now += MINUTE;
    expect(await dispatcher.runOnce()).toBe(1);
    const chat = (await setting.chat(officer)).join();
    for (let n = 1; n <= 9; n += 1) expect(chat).toContain(`answer.c${n}`);
  });

  it('in a group tells number, category and หมู่ alone', async () => {
    const { groupId } = await setting.client.addGroup('กลุ่มงาน', [officer]);
    const target = { version: 1, kind: 'group', groupId, label: 'กลุ่มงาน' };
    await setting.documents.commit([{ op: 'create', path: setting.paths.target('t1'), data: target }]);
    const { number } = await setting.addCase('c1', { where: { place: 'moo-4', landmark: 'บ้านยายมี' } });
    await setting.put('e1', { ...alertTo(officer, 'c1'), addressee: { to: 'target', targetId: 't1' } });
    await setting.dispatcher().runOnce();
    const [card] = await setting.chat(groupId);
    expect(card).toContain(number);
    expect(card).toContain('หมู่ 4');
    expect(card).not.toMatch(/ยายมี|ไฟดับ|postback/);
  });
});

describe('an alert about tips', () => {
  it('is one text, and leaves nothing behind', async () => {
    await setting.put('e1', { addressee: { to: 'staff', staffId: officer }, notice: { notice: 'tips' } });
    await setting.dispatcher().runOnce();
    expect(await setting.chat(officer)).toEqual([expect.stringContaining('"type":"text"')]);
    expect(await setting.entry('e1')).toBeUndefined();
  });

  it('is in no line of the log, alone or with others', async () => {
    const tips = (id: string) =>
      setting.put(id, { addressee: { to: 'staff', staffId: officer }, notice: { notice: 'tips' } });
    await tips('e1');
    await setting.dispatcher().runOnce();
    expect(setting.lines).toEqual([]);
    await setting.addCase('c1');
    await setting.put('e2', alertTo(officer, 'c1'));
    await tips('e3');
    await setting.dispatcher().runOnce();
    expect(setting.lines.map((line) => JSON.parse(line).kind)).toEqual(['case']);
  });
});

describe('what cannot be sent', () => {
  it('is dead at once where LINE will never take it, and told without saying who', async () => {
    const stranger = `U${'0'.repeat(32)}`;
    const data = { version: 1, id: stranger, name: 'คนที่ย้ายไป', roles: ['officer'] };
    await setting.documents.commit([{ op: 'create', path: setting.paths.staff(stranger), data }]);
    await setting.addCase('c1');
    await setting.put('e1', alertTo(stranger, 'c1'));
    await setting.put('e2', alertTo('U-who-is-no-longer-staff', 'c1'));
    expect(await setting.dispatcher().runOnce()).toBe(0);
    for (const id of ['e1', 'e2']) expect(await setting.entry(id)).toMatchObject({ status: 'dead' });
    const dead = setting.lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'outbox_dead');
    expect(dead).toHaveLength(2);
    expect(setting.lines.join()).not.toMatch(/U0000|no-longer|c1|คนที่ย้ายไป/);
  });

  it('is done where nothing of it is left to say', async () => {
    await setting.put('e1', alertTo(officer, 'no-such-case'));
    expect(await setting.dispatcher().runOnce()).toBe(0);
    expect(await setting.entry('e1')).toMatchObject({ status: 'sent' });
    expect(await setting.pushes()).toEqual([]);
  });

  it('is put aside where it cannot be read, without holding up the rest', async () => {
    await setting.documents.commit([
      { op: 'create', path: setting.paths.outbox('e0'), data: { status: 'waiting', dueAt: 0 } },
    ]);
    await setting.addCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    expect(await setting.dispatcher().runOnce()).toBe(1);
    expect(await setting.entry('e0')).toMatchObject({ status: 'dead' });
  });
});

describe('a reporter who asked to be told', () => {
  const news = (n: number, kind: 'answered' | 'resolved') =>
    setting.put(`e${n}`, {
      addressee: { to: 'route', caseId: 'c1' },
      notice: { notice: 'reporter', news: kind, caseId: 'c1' },
    });
  const answer = { version: 1 as const, from: 'staff' as const, text: 'พรุ่งนี้เข้าไปซ่อม', day: DAY };

  async function route(userId: string): Promise<void> {
    const { secrets, paths } = setting.ground;
    const sealed = secrets.sealRoute('c1', userId);
    const data = { version: 1, sealed, who: secrets.routeMark(userId), day: DAY, pushes: 0 };
    await setting.documents.commit([{ op: 'create', path: paths.route('c1'), data }]);
  }

  it('gets two pushes and no more; the rest waits for a free reply', async () => {
    const { userId } = await setting.client.addPerson('ยายบุญมา');
    await route(userId);
    await setting.addCase('c1', { status: 'resolved' }, [answer]);
    const dispatcher = setting.dispatcher();
    for (let n = 1; n <= 4; n += 1) {
      await news(n, n === 1 ? 'resolved' : 'answered');
      await dispatcher.runOnce();
    }
    const chat = await setting.chat(userId);
    expect(chat).toHaveLength(2);
    expect(chat[0]).toContain('v1|-|mine|confirm.c1');
    expect(chat[1]).toContain('พรุ่งนี้เข้าไปซ่อม');
    expect(await setting.entry('e4')).toMatchObject({ status: 'sent' });
    expect((await setting.documents.read(setting.paths.route('c1')))?.data.pushes).toBe(2);
  });

  it('gets news of one time as one push', async () => {
    const { userId } = await setting.client.addPerson('ยายบุญมา');
    await route(userId);
    await setting.addCase('c1', { status: 'resolved' }, [answer]);
    await news(1, 'answered');
    await news(2, 'resolved');
    expect(await setting.dispatcher().runOnce()).toBe(1);
    expect(await setting.chat(userId)).toHaveLength(2);
    expect((await setting.documents.read(setting.paths.route('c1')))?.data.pushes).toBe(1);
  });

  it('who did not ask is told nothing', async () => {
    await setting.addCase('c1', { status: 'resolved' });
    await news(1, 'resolved');
    expect(await setting.dispatcher().runOnce()).toBe(0);
    expect(await setting.pushes()).toEqual([]);
    expect(await setting.entry('e1')).toMatchObject({ status: 'sent' });
  });
});
