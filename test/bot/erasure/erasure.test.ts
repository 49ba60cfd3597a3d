import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runErasures } from '../../../bot/erasure/run.ts';
import {
  beginEdit,
  countWrites,
  editCounts,
  editWrites,
  happenedBy,
} from '../../../bot/records/case-writes.ts';
import { openGround } from '../../../bot/records/open-ground.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { Case } from '../../../domain/case/case.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, type Person, somebody, tips } from '../../support/person.ts';

const paths = pathsOf('khoen');
const secrets = openSecrets(new Uint8Array(randomBytes(32)));
const day = (text: string): number => Date.parse(`${text}T10:00:00+07:00`);
let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
  bot.clock.now = () => day('2026-11-20');
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const all = async (collection: string) =>
  store.documents.query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 1000 });
const tallies = async () =>
  JSON.stringify(
    (await all('tallies')).filter(({ id }) => !id.endsWith('-gone')).map(({ id, data }) => [id, data]),
  );

async function night(of: string): Promise<void> {
  const clock = () => day(of);
  const { documents } = store;
  const chatMode = async () => 'bot' as const;
  const ground = openGround({
    agencyId: 'khoen',
    documents,
    secrets,
    clock,
    chatMode,
    bootstrapCode: undefined,
  });
  await runErasures({ ground, clock });
}

/** What somebody reported just now: its id and its receipt. */
async function reported(report: (person: Person) => Promise<string>) {
  const before = new Set((await all('cases')).map(({ id }) => id));
  const person = somebody(bot);
  const receipt = await report(person);
  await person.taps('ยืนยันส่ง');
  const id = (await all('cases')).find((one) => !before.has(one.id))?.id ?? '';
  return { id, receipt, person };
}
const complaint = (told: 'แจ้งผลในแชตนี้' | 'ไม่เก็บว่าใครแจ้ง' = 'ไม่เก็บว่าใครแจ้ง') =>
  reported((person) => complains(person, 'ไฟถนนดับหน้าวัด', told));
const tip = () => reported((person) => tips(person, 'กองคลัง', ['เรียกเงินใต้โต๊ะ']));

async function close(caseId: string): Promise<void> {
  const found = await store.documents.read(paths.case(caseId));
  if (found === undefined) throw new Error('there is no such case');
  const edit = beginEdit(caseId, found.updateTime, Case.parse(found.data));
  edit.next = { ...edit.before, status: 'closed' };
  edit.history.push(happenedBy('system', day('2026-11-20'), { kind: 'change', change: 'expire' }));
  await store.documents.commit([...editWrites(paths, edit), ...countWrites(paths, editCounts(edit))]);
}

/** Every document that says something of a case. */
async function leftOf(caseId: string): Promise<string[]> {
  const kinds = await Promise.all(
    ['messages', 'history', 'attachments'].map((part) => all(`cases/${caseId}/${part}`)),
  );
  const receipts = (await all('receipts')).filter(({ data }) => data.caseId === caseId);
  const own = [paths.case(caseId), paths.route(caseId), paths.erasure(caseId)];
  return [...kinds.flat(), ...receipts, ...(await store.documents.readMany(own))].flatMap((one) =>
    one === undefined ? [] : [one.path],
  );
}

describe('a case that is closed', () => {
  it('is deleted at the word of whoever has its receipt, in two steps, a week later; numbers stay', async () => {
    const { id, receipt } = await complaint();
    await close(id);
    const before = await tallies();
    const other = somebody(bot);
    await other.says(receipt);
    expect(await other.says('ขอลบเรื่องนี้')).toContain('คืนวันที่ 27 พฤศจิกายน 2569');
    expect(await all('erasures')).toEqual([]);
    expect(await other.taps('ลบเรื่องนี้')).toContain('ไม่ลบแล้ว');
    expect((await all('erasures')).map(({ data }) => data)).toEqual([{ version: 1, from: '2026-11-27' }]);
    await night('2026-11-26');
    expect(await leftOf(id)).not.toEqual([]);
    await night('2026-11-27');
    expect(await leftOf(id)).toEqual([]);
    expect(await tallies()).toBe(before);
    expect(await other.says(receipt)).toContain('ไม่พบเรื่อง');
    const deeds = (await all('audit')).map(({ data }) => data.deed);
    expect(deeds).toMatchObject([{ by: 'system', action: 'erased' }]);
  });

  it('stays where they change their mind by the same receipt', async () => {
    const { id, receipt, person } = await complaint('แจ้งผลในแชตนี้');
    await close(id);
    await person.says(receipt);
    await person.taps('ขอลบเรื่องนี้');
    await person.taps('ลบเรื่องนี้');
    const other = somebody(bot);
    expect(await other.says(receipt)).toContain('จะลบ คืนวันที่ 27 พฤศจิกายน 2569');
    await other.taps('ไม่ลบแล้ว');
    await night('2026-12-30');
    expect(await leftOf(id)).toContain(paths.case(id));
    await other.says(receipt);
    await other.taps('ขอลบเรื่องนี้');
    await other.taps('เก็บไว้');
    expect(await all('erasures')).toEqual([]);
  });
});

describe('a case that is open', () => {
  it('is not deleted: those who work on it are asked, and it goes once it is closed and asked for again', async () => {
    const { id, receipt } = await complaint();
    const other = somebody(bot);
    await other.says(receipt);
    expect(await other.taps('ขอลบเรื่องนี้')).toContain('ยังไม่ปิด');
    await other.taps('ส่งคำขอ');
    await night('2026-12-30');
    const [message] = await all(`cases/${id}/messages`);
    expect(message?.data).toMatchObject({ from: 'reporter', text: expect.stringContaining('ผู้แจ้งขอให้ลบ') });
    const alerts = (await all('outbox')).filter(({ data }) =>
      JSON.stringify(data.notice).includes('message'),
    );
    expect(alerts).not.toEqual([]);
    const record = Case.parse((await store.documents.read(paths.case(id)))?.data);
    expect(record.erasure).toEqual({ asked: true, day: '2026-11-20' });
    bot.clock.now = () => day('2026-11-25');
    await other.says(receipt);
    await other.taps('ขอลบเรื่องนี้');
    await other.taps('ส่งคำขอ');
    bot.clock.now = () => day('2026-11-20');
    const again = Case.parse((await store.documents.read(paths.case(id)))?.data);
    expect(again.erasure).toEqual(record.erasure);
    expect(await leftOf(id)).toContain(paths.case(id));
  });

  it('again by the night keeps, until it is closed', async () => {
    const { id, receipt } = await complaint();
    await close(id);
    const other = somebody(bot);
    await other.says(receipt);
    await other.taps('ขอลบเรื่องนี้');
    await other.taps('ลบเรื่องนี้');
    await store.documents.commit([{ op: 'update', path: paths.case(id), data: { status: 'in_progress' } }]);
    await night('2026-11-28');
    expect(await leftOf(id)).toContain(paths.case(id));
    await store.documents.commit([{ op: 'update', path: paths.case(id), data: { status: 'closed' } }]);
    await night('2026-11-29');
    expect(await leftOf(id)).toEqual([]);
  });
});

describe('a tip', () => {
  it('goes once it is closed, and nothing says so: no audit, no count, no session, a bare last bubble', async () => {
    const { id, receipt } = await tip();
    await store.documents.commit([{ op: 'update', path: paths.case(id), data: { status: 'closed' } }]);
    const [before, audited] = [await tallies(), (await all('audit')).length];
    const sessions = (await all('sessions')).length;
    const other = somebody(bot);
    await other.says(receipt);
    await other.taps('ขอลบเรื่องนี้');
    const said = await other.taps('ลบเรื่องนี้');
    expect(said.split('\n').at(-1)).not.toMatch(/ลบ|เรื่อง|รหัส/);
    expect(await all('sessions')).toHaveLength(sessions);
    expect(JSON.stringify((await all('erasures')).map(({ data }) => data))).toBe(
      '[{"version":1,"from":"2026-11-27"}]',
    );
    await night('2026-11-27');
    expect(await leftOf(id)).toEqual([]);
    expect(await tallies()).toBe(before);
    expect(await all('audit')).toHaveLength(audited);
  });

  it('that is open keeps: its readers are asked, sealed like any word of its reporter', async () => {
    const { id, receipt } = await tip();
    const parts = (await all(`cases/${id}/messages`)).length;
    const other = somebody(bot);
    await other.says(receipt);
    expect(await other.taps('ขอลบเรื่องนี้')).toContain('ยังไม่ปิด');
    expect(await other.taps('ส่งคำขอ')).toContain('ส่งคำขอแล้ว');
    const messages = await all(`cases/${id}/messages`);
    expect(messages).toHaveLength(parts + 1);
    for (const { data } of messages) expect(Buffer.from(JSON.stringify(data)).includes('ขอให้ลบ')).toBe(false);
    await night('2026-12-30');
    expect(await leftOf(id)).toContain(paths.case(id));
  });
});
