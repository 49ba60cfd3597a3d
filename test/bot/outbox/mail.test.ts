import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailer } from '../../../bot/mail/mailer.ts';
import { increment } from '../../../bot/store/documents.ts';
import { type SmtpServer, startSmtp } from '../../support/smtp.ts';
import { alertTo, DAY, MINUTE, type Setting, startSetting } from './setting.ts';

const FROM = 'prongsai@khoen.example';
const ADDRESS = 'somchai.private@khoen.example';
/** Longer than anything here takes; a server that stays silent is given up soon. */
const PATIENCE_MILLISECONDS = 30_000;
const SOON_MILLISECONDS = 400;
const SECRETS = ['ไฟดับมาสามคืน', 'บ้านยายมี', 'moo-4', 'หมู่ 4', 'สมชาย'];

let smtp: SmtpServer;
let setting: Setting;
let officer: string;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.close());
beforeEach(async () => {
  setting = await startSetting();
  officer = await setting.addOfficer('สมชาย');
  await setting.documents.commit([
    { op: 'merge', path: setting.paths.staff(officer), data: { email: ADDRESS } },
  ]);
  smtp.mails.length = 0;
  smtp.heard.length = 0;
  smtp.answers.clear();
});
afterEach(async () => {
  for (const secret of [ADDRESS, FROM, 'khoen.example', officer])
    expect(setting.lines.join()).not.toContain(secret);
  await setting.close();
});

const mailing = (url = smtp.url, patience = PATIENCE_MILLISECONDS) =>
  setting.dispatcher(setting.documents, createMailer({ smtpUrl: url, from: FROM }, patience));
const entries = () =>
  setting.documents.query({
    collection: `${setting.paths.agency}/outbox`,
    where: [],
    orderBy: [],
    limit: 100,
  });
const mailEntries = async () =>
  (await entries()).filter(({ data }) => JSON.stringify(data.addressee).includes('"mail"'));
const newCase = (id: string) => setting.addCase(id, { where: { place: 'moo-4', landmark: 'บ้านยายมี' } });

describe('an alert by mail', () => {
  it('goes beside LINE to who has an address, with numbers and no words of anybody', async () => {
    const { number } = await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    expect(await mailing().runOnce()).toBe(2);
    expect(await setting.chat(officer)).toHaveLength(1);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({
      from: FROM,
      to: ADDRESS,
      subject: 'อบต.เขิน: มีเรื่องรอดูในระบบโปร่งใส',
      text: expect.stringContaining(`${number} · เรื่องใหม่`),
    });
    expect(smtp.mails[0]?.text).toContain('http://localhost/staff');
    for (const secret of SECRETS) expect(smtp.mails[0]?.text).not.toContain(secret);
    expect((await mailEntries()).map(({ data }) => data.status)).toEqual(['sent']);
    expect(await mailing().runOnce()).toBe(0);
    expect(setting.lines.join()).toContain('"channel":"email"');
  });

  it('is one mail about many cases, and none to who has no address', async () => {
    const other = await setting.addOfficer('สมหญิง');
    for (let n = 1; n <= 14; n += 1) {
      await newCase(`c${n}`);
      await setting.put(`e${n}`, alertTo(officer, `c${n}`));
      await setting.put(`o${n}`, alertTo(other, `c${n}`));
    }
    await mailing().runOnce();
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]?.text.match(/70-\d{4}/g)).toHaveLength(10);
    expect(smtp.mails[0]?.text).toContain('และอีก 4 เรื่อง');
  });

  it('about tips is one sentence, always the same, and its entry goes with it', async () => {
    const tips = {
      addressee: { to: 'staff' as const, staffId: officer },
      notice: { notice: 'tips' as const },
    };
    const texts: string[] = [];
    for (const id of ['t1', 't2']) {
      await setting.put(id, tips);
      await mailing().runOnce();
      texts.push(smtp.mails.at(-1)?.text ?? '');
      setting.clock.now += 10 * MINUTE;
    }
    expect(smtp.mails).toHaveLength(2);
    expect(texts[0]).toContain('มีเรื่องลับรออ่าน');
    expect(texts[1]).toBe(texts[0]);
    expect(await entries()).toEqual([]);
  });

  it('about tips leaves nothing in the store, told or not, sent or not, that tells who is told', async () => {
    const tips = {
      addressee: { to: 'staff' as const, staffId: officer },
      notice: { notice: 'tips' as const },
    };
    smtp.answers.set('RCPT', '451 4.7.1 greylisted');
    await setting.put('t1', tips);
    await mailing().runOnce();
    expect(smtp.heard.join()).toContain('RCPT');
    expect(await entries()).toEqual([]);
    await setting.client.setFaults({ calls: { status429: 1 } });
    smtp.answers.clear();
    await setting.put('t2', tips);
    await mailing().runOnce();
    setting.clock.now += 10 * MINUTE;
    await mailing().runOnce();
    expect(smtp.mails).toHaveLength(1);
    expect((await entries()).map(({ id }) => id)).toEqual(['t2']);
  });

  it('tells a morning in numbers', async () => {
    const counts = { all: 6, new: 2, 'due.2026-11-20': 3, [`due.${DAY}`]: 1 };
    const data = Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, increment(by)]));
    await setting.documents.commit([{ op: 'merge', path: setting.paths.tally('open-works'), data }]);
    const morning = { notice: 'morning' as const, day: DAY };
    await setting.put('m1', { addressee: { to: 'staff', staffId: officer }, notice: morning });
    await mailing().runOnce();
    const rows = ['เกินกำหนด 3 เรื่อง', 'ครบกำหนดวันนี้ 1 เรื่อง', 'รอรับเรื่อง 2 เรื่อง', 'ยังไม่เสร็จทั้งหมด 6 เรื่อง'];
    expect(smtp.mails[0]?.text.replaceAll('\r', '').split('\n').slice(0, 4)).toEqual(rows);
  });

  it('is none where nothing of it is left to tell', async () => {
    const morning = { notice: 'morning' as const, day: DAY };
    await setting.put('m1', { addressee: { to: 'staff', staffId: officer }, notice: morning });
    await setting.put('e1', alertTo(officer, 'gone'));
    await mailing().runOnce();
    expect(smtp.mails).toEqual([]);
    expect(await mailEntries()).toEqual([]);
  });
});

describe('where LINE does not take it', () => {
  it('because its quota is out, the mail goes at once and once, and LINE is tried on', async () => {
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    await setting.client.setFaults({ calls: { status429: 1 } });
    const dispatcher = mailing();
    await dispatcher.runOnce();
    expect(smtp.mails).toHaveLength(1);
    expect(await setting.entry('e1')).toMatchObject({ status: 'waiting', attempts: 1 });
    for (let tries = 0; tries < 3; tries += 1) {
      setting.clock.now += 10 * MINUTE;
      await dispatcher.runOnce();
    }
    expect(smtp.mails).toHaveLength(1);
    await setting.client.setFaults({ calls: { status429: 0 } });
    setting.clock.now += 60 * MINUTE;
    await dispatcher.runOnce();
    expect(await setting.chat(officer)).toHaveLength(1);
    expect(smtp.mails).toHaveLength(1);
  });
});

describe('where the mail server does not take it', () => {
  const tried = async (patience: number) => {
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    await mailing(smtp.url, patience).runOnce();
    expect(await setting.chat(officer)).toHaveLength(1);
    expect(smtp.mails).toEqual([]);
    expect((await mailEntries()).map(({ data }) => [data.status, data.attempts])).toEqual([['waiting', 1]]);
  };
  const later = async () => {
    smtp.answers.clear();
    setting.clock.now += 10 * MINUTE;
    await mailing().runOnce();
    expect(smtp.mails).toHaveLength(1);
    expect(await setting.chat(officer)).toHaveLength(1);
  };

  it.each([
    ['puts it off', 'RCPT', '451 4.7.1 greylisted'],
    ['knows no such login', 'MAIL', '530 5.7.0 authentication required'],
    ['is busy', 'greeting', '421 4.3.2 too busy'],
    ['says nothing', 'greeting', 'silence'],
    ['falls silent in the middle', 'end', 'silence'],
  ] as const)('because it %s, it is tried again', async (_why, step, answer) => {
    smtp.answers.set(step, answer);
    await tried(answer === 'silence' ? SOON_MILLISECONDS : PATIENCE_MILLISECONDS);
    await later();
  });

  it('because there is no such mailbox, it is given up, and LINE is not', async () => {
    smtp.answers.set('RCPT', '550 5.1.1 no such mailbox');
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    await mailing().runOnce();
    expect(await setting.chat(officer)).toHaveLength(1);
    expect((await mailEntries()).map(({ data }) => data.status)).toEqual(['dead']);
    expect(await setting.entry('e1')).toMatchObject({ status: 'sent' });
  });

  it('because it is elsewhere and offers no encryption, nothing is said to it', async () => {
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    // This machine by an address that is not its own.
    await mailing(`smtp://user:a-password@0.0.0.0:${smtp.port}`).runOnce();
    expect((await mailEntries()).map(({ data }) => data.status)).toEqual(['waiting']);
    expect(smtp.heard.join()).toMatch(/EHLO/);
    expect(smtp.heard.join()).not.toMatch(/AUTH|MAIL FROM|RCPT/);
    await later();
  });

  it('because nobody is there, it is tried again', async () => {
    const gone = await startSmtp();
    await gone.close();
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    await mailing(gone.url).runOnce();
    expect((await mailEntries()).map(({ data }) => data.status)).toEqual(['waiting']);
    await later();
  });
});

describe('by several at once', () => {
  it('it is mailed once', async () => {
    await newCase('c1');
    await setting.put('e1', alertTo(officer, 'c1'));
    const all = [mailing(), mailing(), mailing()];
    for (let rounds = 0; rounds < 3; rounds += 1) await Promise.all(all.map((one) => one.runOnce()));
    expect(smtp.mails).toHaveLength(1);
    expect(await setting.chat(officer)).toHaveLength(1);
  });
});
