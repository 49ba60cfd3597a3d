import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectInvitations, newCode, spoolInvitation } from '../../../bot/agency/invite.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { demoIntegrityOfficerId, demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { readCode } from '../../../domain/agency/staff.ts';
import {
  openSeededStore,
  type SeededStore,
  startTestBot,
  type TestBot,
  testSecrets,
} from '../../support/bot.ts';
import { somebody } from '../../support/person.ts';
import { eventOf, says } from '../../support/webhook.ts';

const BOOTSTRAP = 'ABCDEFGHJK';
let store: SeededStore;
let bot: TestBot;
let dataDir: string;
beforeAll(async () => {
  store = await openSeededStore(demoStaff.filter(({ roles }) => !roles.includes('admin')));
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-data-'));
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  bot = await startTestBot(store.documents, { bootstrapCode: BOOTSTRAP });
  return () => bot.close();
});

const staff = async (id: string) => (await store.documents.read(`agencies/khoen/staff/${id}`))?.data;

async function invite(invitation: Parameters<typeof spoolInvitation>[1]['invitation'], days = 7) {
  const shown = newCode();
  const codeMark = testSecrets.codeMark(readCode(shown) ?? '');
  const until = Date.now() + days * 86_400_000;
  const file = await spoolInvitation(dataDir, { agencyId: 'khoen', codeMark, until, invitation });
  return { shown, file };
}

describe('an invitation', () => {
  it('gives an integrity officer another office, and no more tips until there is a new key', async () => {
    const { readers } = pathsOf('khoen');
    const officers = async (): Promise<string> =>
      JSON.stringify((await store.documents.read(readers))?.data.officers);
    expect(await officers()).toContain(demoIntegrityOfficerId);
    const { shown } = await invite({
      version: 1,
      for: 'person',
      name: 'วิชัย ซื่อตรง',
      roles: ['integrity'],
      unit: 'finance',
    });
    await collectInvitations(dataDir, store.documents);
    await bot.does(demoIntegrityOfficerId, says(shown));
    expect(await staff(demoIntegrityOfficerId)).toMatchObject({ unit: 'finance' });
    expect(await officers()).not.toContain(demoIntegrityOfficerId);
  });

  it('waits in the data directory without its code, is taken in, and works once', async () => {
    const invitation = {
      version: 1,
      for: 'person',
      name: 'มานี มีใจ',
      roles: ['officer' as const],
      unit: 'works',
    } as const;
    const { shown, file } = await invite({ ...invitation, roles: [...invitation.roles] });
    expect(await readFile(file, 'utf8')).not.toContain(readCode(shown));
    await collectInvitations(dataDir, store.documents);
    expect(await readdir(join(dataDir, 'invitations'))).toEqual([]);

    const [one, two] = [somebody(bot), somebody(bot)];
    await one.says(shown.toLowerCase());
    await two.says(shown);
    expect(await staff(one.userId)).toMatchObject({ name: 'มานี มีใจ', roles: ['officer'], unit: 'works' });
    expect(await staff(two.userId)).toBeUndefined();
  });

  it('makes one person staff, however many send it at once', async () => {
    const { shown } = await invite({ version: 1, for: 'person', name: 'ชูใจ', roles: ['officer'] });
    await collectInvitations(dataDir, store.documents);
    const people = Array.from({ length: 5 }, () => somebody(bot));
    await Promise.all(people.map((person) => person.says(shown)));
    const joined = await Promise.all(people.map(({ userId }) => staff(userId)));
    expect(joined.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('that is over gives nothing', async () => {
    const { shown } = await invite({ version: 1, for: 'person', name: 'ปิติ', roles: ['officer'] }, -1);
    await collectInvitations(dataDir, store.documents);
    const person = somebody(bot);
    await person.says(shown);
    expect(await staff(person.userId)).toBeUndefined();
  });

  it('for a group makes that group a place for alerts', async () => {
    const { shown } = await invite({ version: 1, for: 'group', label: 'กลุ่มกองช่าง' });
    await collectInvitations(dataDir, store.documents);
    await bot.send(eventOf('', says(shown), { source: { type: 'group', groupId: 'C123', userId: 'U1' } }));
    const targets = await store.documents.query({
      collection: 'agencies/khoen/targets',
      where: [],
      orderBy: [],
      limit: 10,
    });
    expect(targets.map(({ data }) => data)).toMatchObject([{ groupId: 'C123', label: 'กลุ่มกองช่าง' }]);
    expect(JSON.stringify(bot.line.answers)).toContain('กลุ่มกองช่าง');
  });
});

describe("the first admin's code", () => {
  it('makes one admin, and is worth nothing afterwards', async () => {
    const people = [somebody(bot), somebody(bot), somebody(bot)];
    await Promise.all(people.map((person) => person.says(BOOTSTRAP)));
    const late = somebody(bot);
    await late.says(BOOTSTRAP);
    const joined = await Promise.all([...people, late].map(({ userId }) => staff(userId)));
    expect(joined.flatMap((one) => one?.roles ?? [])).toEqual(['admin', 'officer']);
  });
});

describe('the code of somebody who is on the staff already', () => {
  it("adds roles and takes none, not the last admin's, and leaves an integrity officer their key", async () => {
    const person = somebody(bot);
    const { userId } = person;
    const { readers } = pathsOf('khoen');
    const before = { version: 1, id: userId, name: 'สมศรี ดูแล', roles: ['integrity', 'admin'], unit: 'works' };
    const recipient = await identityToRecipient(await generateX25519Identity());
    const officers = [{ staffId: userId, office: 'works', recipient }];
    await store.documents.commit([
      { op: 'set', path: `agencies/khoen/staff/${userId}`, data: before },
      { op: 'merge', path: readers, data: { officers } },
    ]);
    const { shown } = await invite({
      version: 1,
      for: 'person',
      name: 'สมศรี ดูแล',
      roles: ['officer'],
      position: 'นักวิชาการ',
    });
    await collectInvitations(dataDir, store.documents);
    const answer = await person.says(shown);
    expect(await staff(userId)).toEqual({
      ...before,
      roles: ['admin', 'officer', 'integrity'],
      position: 'นักวิชาการ',
    });
    expect(answer).toContain('ผู้ดูแลระบบ · เจ้าหน้าที่รับเรื่อง · ผู้รับเรื่องทุจริต');
    expect((await store.documents.read(readers))?.data.officers).toEqual(officers);
  });
});
