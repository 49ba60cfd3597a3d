/** Agencies in memory: loaded when they are asked for, let go of when there are too many, each by itself. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Agencies, openAgencies } from '../../../bot/agency/agencies.ts';
import { accountWrite } from '../../../bot/agency/line-account.ts';
import { seedAgency } from '../../../bot/agency/seed.ts';
import { choresOfAll } from '../../../bot/jobs/daily.ts';
import type { JobParts } from '../../../bot/jobs/each-agency.ts';
import { sendDue } from '../../../bot/jobs/minute.ts';
import { createLog } from '../../../bot/log/log.ts';
import { openMetrics } from '../../../bot/metrics/metrics.ts';
import { lazyRenderer } from '../../../bot/pages/renderer.ts';
import { countWrites } from '../../../bot/records/case-writes.ts';
import { storeEntry } from '../../../bot/records/outbox.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { countedDocuments } from '../../../bot/store/counted-documents.ts';
import type { Write } from '../../../bot/store/documents.ts';
import { demoOfficerId, demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { newAgency } from '../../../domain/agency/new-agency.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { StoredEntry } from '../../../domain/outbox/entry.ts';
import { HomePage } from '../../../domain/published/home.ts';
import { type Simulator, startSimulator } from '../../../simulator/server.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

/** Thursday 26 November 2569, nine in the morning in Bangkok. */
const NOW = Date.parse('2026-11-26T02:00:00Z');
const MOST_HELD = 2;
const IDS = ['a1', 'a2', 'a3', 'a4', 'a5'];
const OWN = 'a1';

let store: TestStore;
let simulator: Simulator;
let documents: ReturnType<typeof countedDocuments>;
let agencies: Agencies;
let jobs: JobParts;
let lines: string[];
const secrets = openSecrets(new Uint8Array(randomBytes(32)));

/** An agency of this deployment; with `key` other than the deployment's its account cannot be opened. */
async function add(id: string, key = secrets): Promise<void> {
  const { channel } = simulator.platform;
  const agency = newAgency(
    {
      ...{ id, name: `องค์การบริหารส่วนตำบล ${id}`, shortName: `อบต. ${id}`, district: 'อำเภอน้ำเกลี้ยง' },
      ...{ province: 'จังหวัดศรีสะเกษ', phone: '045-111-111', villages: 2, publicUrl: `https://${id}.example` },
    },
    randomBytes(16).toString('base64'),
  );
  const account = accountWrite(key, id, {
    version: 1,
    channelSecret: channel.secret,
    channelAccessToken: channel.accessToken,
    destination: channel.botUserId,
    apiBaseUrl: simulator.apiUrl,
  });
  await seedAgency(documents, { agency, survey: khoenSurvey, demo: demoStaff, more: [account] });
}

beforeEach(async () => {
  const account = { channelSecret: 'a-channel-secret', accessToken: 'an-access-token' };
  [store, simulator] = await Promise.all([
    openTestStore(),
    startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:1/webhook' }),
  ]);
  const { people, chats } = simulator.platform;
  people.set(demoOfficerId, { userId: demoOfficerId, name: 'เจ้าหน้าที่', role: 'officer', blocked: false });
  chats.set(demoOfficerId, []);
  documents = countedDocuments(store.documents);
  lines = [];
  const log = createLog({ write: (line: string) => lines.push(line) });
  for (const id of IDS) await add(id);
  agencies = openAgencies(
    {
      documents,
      secrets,
      store: 'embedded',
      renderer: lazyRenderer(),
      assets: (_request, _response, next) => next(),
      log,
      clock: () => NOW,
      afterCommit: 'here',
      metrics: openMetrics(Math.random),
    },
    { agencyId: OWN, publicUrl: `https://${OWN}.example`, bootstrapCode: undefined },
    { apiBaseUrl: simulator.apiUrl, dataApiBaseUrl: simulator.apiUrl, jwksUrl: simulator.login.jwksUrl },
    { mostHeld: MOST_HELD },
  );
  jobs = { documents, agencies, clock: () => NOW, log };
});
afterEach(async () => {
  await agencies.stop();
  await simulator.close();
  await store.close();
});

const heldIds = async (): Promise<string[]> => (await agencies.held()).map(({ ground }) => ground.agencyId);

/** Asks for so many others that everything but the default one and these is let go of. */
async function letGoOfAllBut(...ids: string[]): Promise<void> {
  for (const id of [OWN, ...ids]) await agencies.find(id);
  expect((await heldIds()).toSorted()).toEqual([OWN, ...ids]);
}

/** An alert that is due, about a case that waits. */
function alertOf(agencyId: string, name: string): Write[] {
  const paths = pathsOf(agencyId);
  const record = newCase({
    version: 1,
    kind: 'complaint',
    number: '70-0001',
    status: 'new',
    category: 'lamp',
    where: { place: 'moo-1' },
    text: 'ไฟดับ',
    attachments: 0,
    unit: 'works',
    channel: 'line',
    received: '2026-11-26',
    due: '2026-12-11',
    messages: 0,
  });
  const caseId = name.padEnd(20, '0');
  return [
    { op: 'create', path: paths.case(caseId), data: { ...record } },
    storeEntry(
      { paths },
      {
        id: name,
        addressee: { to: 'staff', staffId: demoOfficerId },
        notice: { notice: 'case', news: 'new', caseId },
        dueAt: NOW - 1000,
      },
    ),
  ];
}

const statusOf = async (agencyId: string, name: string): Promise<string | undefined> =>
  StoredEntry.safeParse((await store.documents.read(pathsOf(agencyId).outbox(name)))?.data).data?.status;

describe('an agency', () => {
  it('is loaded once, however many ask at once', async () => {
    const before = documents.counts.reads;
    const found = await Promise.all(Array.from({ length: 20 }, () => agencies.find('a2')));
    expect(new Set(found).size).toBe(1);
    expect(found[0]?.ground.agencyId).toBe('a2');
    // Its profile, its survey, where its LINE account is opened, its account.
    expect(documents.counts.reads - before).toBe(4);
  });

  it('that is not there is asked for once in a while, and its id is never a path', async () => {
    expect(await agencies.find('nowhere')).toBeUndefined();
    const before = { ...documents.counts };
    for (const id of ['nowhere', 'a2/cases/x', '../a2', 'A2', '']) {
      expect(await agencies.find(id)).toBeUndefined();
    }
    expect(documents.counts).toEqual(before);
  });

  it('is let go of when others were asked for later, never the default one, and is loaded again', async () => {
    const first = await agencies.find('a2');
    await letGoOfAllBut('a3', 'a4');
    const again = await agencies.find('a2');
    expect(again?.ground.agencyId).toBe('a2');
    expect(again).not.toBe(first);
  });
});

describe('what waits in an agency that is let go of', () => {
  it('is sent all the same, once', async () => {
    await agencies.find('a2');
    await documents.commit(alertOf('a2', 'alert'));
    await letGoOfAllBut('a3', 'a4');
    await Promise.all([sendDue(jobs), sendDue(jobs)]);
    await sendDue(jobs);
    expect(await statusOf('a2', 'alert')).toBe('sent');
    const pushed = simulator.platform.chats.get(demoOfficerId)?.filter(({ from }) => from !== 'user') ?? [];
    expect(pushed).toHaveLength(1);
  });

  it('is published: a count that changed just before, and one that changes just after', async () => {
    const a2 = await agencies.find('a2');
    await a2?.jobs.publish();
    const counts = async (): Promise<number | undefined> =>
      HomePage.parse((await store.documents.read(pathsOf('a2').published('home')))?.data).cases.kinds[0]?.all;
    const count = (): Write[] =>
      countWrites(pathsOf('a2'), [{ key: 'cases-2570', counts: { '2026-11_complaint_new': 1 } }]);
    await a2?.ground.documents.commit(count());
    await letGoOfAllBut('a3', 'a4');
    await expect.poll(counts, { timeout: 20_000 }).toBe(1);
    await a2?.ground.documents.commit(count());
    await expect.poll(counts, { timeout: 20_000 }).toBe(2);
  });
});

describe('an agency whose account cannot be opened', () => {
  const broken = 'broken';
  beforeEach(() => add(broken, openSecrets(new Uint8Array(randomBytes(32)))));

  it('is not served, and is told of by its id alone', async () => {
    expect(await agencies.find(broken)).toBeUndefined();
    expect(await heldIds()).not.toContain(broken);
    expect(lines.join()).toContain('account_unusable');
    expect((await agencies.find('a2'))?.ground.agencyId).toBe('a2');
  });

  it('holds up no alert of another, however many of its own wait', async () => {
    const paths = pathsOf(broken);
    const stuck = Array.from({ length: 450 }, (_, n) =>
      storeEntry(
        { paths },
        {
          id: `stuck-${n}`,
          addressee: { to: 'staff', staffId: demoOfficerId },
          notice: { notice: 'morning', day: '2026-11-26' },
          dueAt: NOW - 60_000,
        },
      ),
    );
    await documents.commit(stuck);
    await documents.commit(alertOf('a5', 'behind'));
    await sendDue(jobs);
    expect(await statusOf('a5', 'behind')).toBe('sent');
    expect(await statusOf(broken, 'stuck-0')).toBe('waiting');
  });
});

describe('what becomes of cases by time alone', () => {
  it('is looked for in all agencies at once, and done in those alone that have it', async () => {
    await choresOfAll(jobs);
    const idle = { ...documents.counts };
    await choresOfAll(jobs);
    expect(documents.counts.queries - idle.queries).toBe(4);
    expect(documents.counts.reads).toBe(idle.reads);
    expect(await heldIds()).toEqual([]);

    const [write] = alertOf('a3', 'forgotten');
    if (write?.op !== 'create') throw new Error('a case is created');
    const received = '2026-11-10';
    await documents.commit([{ ...write, data: { ...write.data, received } }]);
    await choresOfAll(jobs);
    expect(await heldIds()).toEqual(['a3']);
    const found = await store.documents.read(pathsOf('a3').case('forgotten'.padEnd(20, '0')));
    expect(found?.data.escalated).toBe('head');
  });
});
