import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVITATION_MILLISECONDS, keepInvitation, newCode } from '../../bot/agency/invite.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { demoDeputyId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { type Invitation, readCode } from '../../domain/agency/staff.ts';
import { AuditEntry } from '../../domain/audit/entry.ts';
import {
  openSeededStore,
  type SeededStore,
  startTestBot,
  type TestBot,
  testSecrets,
} from '../support/bot.ts';
import { complains, somebody } from '../support/person.ts';
import { eventOf, says } from '../support/webhook.ts';

const paths = pathsOf('khoen');
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

async function deeds() {
  const { documents } = store;
  const found = await documents.query({
    collection: paths.auditEntries,
    where: [],
    orderBy: [['n', 'asc']],
    limit: 500,
  });
  return found.map(({ data }) => AuditEntry.parse(data).deed);
}
const newDeeds = async (act: () => Promise<unknown>) => {
  const before = (await deeds()).length;
  await act();
  return (await deeds()).slice(before);
};
const isWhole = async () =>
  (await verifyAudit({ documents: store.documents, paths, secrets: testSecrets }, [])).faults.length === 0;

/** A complaint of somebody's who wants to be told: its id. */
async function newCase(): Promise<string> {
  const resident = somebody(bot);
  const known = new Set((await allCases()).map(({ id }) => id));
  await complains(resident, `ไฟดับหน้าบ้าน ${resident.userId}`, 'แจ้งผลในแชตนี้');
  await resident.taps('ยืนยันส่ง');
  const id = (await allCases()).map((one) => one.id).find((one) => !known.has(one));
  if (id === undefined) throw new Error('the complaint became a case');
  return id;
}
const allCases = () => store.documents.query({ collection: paths.cases, where: [], orderBy: [], limit: 500 });
const numberOf = async (caseId: string) => (await store.documents.read(paths.case(caseId)))?.data.number;

describe('what staff do in the chat', () => {
  it('to a case stands in the audit, with the number and without a word of the answer', async () => {
    const caseId = await newCase();
    const officer = somebody(bot, demoOfficerId);
    const number = await numberOf(caseId);
    const done = await newDeeds(async () => {
      await officer.presses(`v1|-|case|accept.${caseId}`);
      await officer.presses(`v1|-|case|start.${caseId}`);
      await officer.presses(`v1|-|case|answer.${caseId}`);
      await officer.says('จะไปดูพรุ่งนี้เช้า');
      await officer.taps('ส่งคำตอบ');
      await officer.presses(`v1|-|case|resolve.${caseId}`);
    });
    const by = demoOfficerId;
    expect(done).toEqual([
      { by, action: 'case-change', about: number, note: 'accept' },
      { by, action: 'case-change', about: number, note: 'start' },
      { by, action: 'case-message', about: number },
      { by, action: 'case-change', about: number, note: 'resolve' },
    ]);
    expect(await isWhole()).toBe(true);
  });

  it('stands there once where LINE sends the event twice', async () => {
    const caseId = await newCase();
    const event = eventOf(demoOfficerId, {
      type: 'postback',
      postback: { data: `v1|-|case|accept.${caseId}` },
    });
    const done = await newDeeds(async () => {
      await bot.send(event);
      await bot.send(event);
    });
    expect(done.length).toBe(1);
  });

  it('at the same time, to different cases, all stands there, one after another', async () => {
    const cases = [await newCase(), await newCase(), await newCase(), await newCase()];
    const people = [demoOfficerId, demoDeputyId];
    const done = await newDeeds(() =>
      Promise.all(
        cases.map((caseId, n) =>
          somebody(bot, people[n % people.length]).presses(`v1|-|case|accept.${caseId}`),
        ),
      ),
    );
    const numbers = await Promise.all(cases.map(numberOf));
    expect(done.map((deed) => deed?.about).sort()).toEqual(numbers.sort());
    expect(await isWhole()).toBe(true);
  });

  it('is nothing where a resident does it', async () => {
    const done = await newDeeds(async () => {
      await newCase();
      await somebody(bot).presses(`v1|-|case|accept.${(await allCases())[0]?.id}`);
    });
    expect(done).toEqual([]);
  });
});

async function invite(invitation: Invitation): Promise<string> {
  const shown = newCode();
  const codeMark = testSecrets.codeMark(readCode(shown) ?? '');
  const until = Date.now() + INVITATION_MILLISECONDS;
  await keepInvitation(store.documents, { agencyId: 'khoen', codeMark, until, invitation });
  return shown;
}

describe('a code', () => {
  it('that makes somebody one of the staff stands in the audit', async () => {
    const code = await invite({ version: 1, for: 'person', name: 'มานี มีใจ', roles: ['officer'] });
    const person = somebody(bot);
    expect(await newDeeds(() => person.says(code))).toEqual([
      { by: person.userId, action: 'staff-join', about: 'มานี มีใจ', note: 'เจ้าหน้าที่รับเรื่อง' },
    ]);
  });

  it('that makes groups places for alerts works and stands there, also for several at once', async () => {
    const labels = ['กลุ่มหนึ่ง', 'กลุ่มสอง', 'กลุ่มสาม', 'กลุ่มสี่'];
    const codes = await Promise.all(labels.map((label) => invite({ version: 1, for: 'group', label })));
    const done = await newDeeds(() =>
      Promise.all(
        codes.map((code, n) =>
          bot.send(
            eventOf('', says(code), { source: { type: 'group', groupId: `C${String(n).repeat(32)}` } }),
          ),
        ),
      ),
    );
    expect(done.map((deed) => [deed?.action, deed?.about]).sort()).toEqual(
      labels.map((label) => ['target-add', label]).sort(),
    );
    expect(await isWhole()).toBe(true);
  });
});
