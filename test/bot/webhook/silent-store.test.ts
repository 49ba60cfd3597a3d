import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openAgencies } from '../../../bot/agency/agencies.ts';
import { seedAgency } from '../../../bot/agency/seed.ts';
import { createLog } from '../../../bot/log/log.ts';
import { openMetrics } from '../../../bot/metrics/metrics.ts';
import { writeInvitation } from '../../../bot/records/invitation.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import type { Documents } from '../../../bot/store/documents.ts';
import { withinDeadline } from '../../../bot/store/firestore-documents-calls.ts';
import { createApp } from '../../../bot/webhook/app.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { eventOf, postWebhook, says, someUser } from '../../support/webhook.ts';

const SECRET = 'a-channel-secret';
const secrets = openSecrets(new Uint8Array(randomBytes(32)));
/** A webhook that is not answered before this counts as failed with LINE; milliseconds. */
const JUST_BEFORE_LINE_GIVES_UP = 1999;
const GATEWAY_MILLISECONDS = 1500;
const UNAVAILABLE = 14;
/** How long the store thinks, once a test has begun. */
let thinks = 0;
let asked = 0;
let store: TestStore;
let webhook: string;
let close: () => Promise<void>;

/** A store that thinks that long, behind the deadline of the real one. */
function thinking({ read, readMany, query, commit }: Documents): Documents {
  const call = <T>(work: () => Promise<T>): Promise<T> => {
    asked += 1;
    if (thinks === 0) return work();
    return withinDeadline(GATEWAY_MILLISECONDS, UNAVAILABLE, async () => {
      await new Promise((resolve) => setTimeout(resolve, thinks));
      return work();
    });
  };
  return {
    read: (path) => call(() => read(path)),
    readMany: (paths) => call(() => readMany(paths)),
    query: (asking) => call(() => query(asking)),
    commit: (writes) => call(() => commit(writes)),
  };
}

beforeAll(async () => {
  store = await openTestStore();
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
});
afterAll(() => store.close());

beforeEach(async () => {
  const nowhere = { apiBaseUrl: 'http://127.0.0.1:9', dataApiBaseUrl: 'http://127.0.0.1:9' };
  const log = createLog({ write: () => undefined });
  const agencies = openAgencies(
    {
      documents: thinking(store.documents),
      secrets,
      store: 'embedded',
      renderer: () => Promise.reject(new Error('no page is asked for')),
      log,
      clock: Date.now,
      afterCommit: 'elsewhere',
      metrics: openMetrics(Math.random),
    },
    {
      agencyId: 'khoen',
      publicUrl: 'http://localhost',
      line: { channelSecret: SECRET, channelAccessToken: 'a-token', ...nowhere },
      bootstrapCode: 'ABCDEFGHJK',
    },
    { ...nowhere, jwksUrl: 'http://127.0.0.1:9' },
  );
  const app = createApp({
    byId: agencies.find,
    byHost: agencies.byHost,
    publicUrl: 'http://localhost',
    ready: async () => true,
    metrics: openMetrics(Math.random),
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  webhook = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/webhook`;
  close = async () => {
    await agencies.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  vi.restoreAllMocks();
  thinks = 0;
  await close();
});

const send = (event: unknown) =>
  postWebhook(webhook, SECRET, JSON.stringify({ destination: 'U0', events: [event] }));
const inGroup = { source: { type: 'group', groupId: 'C1', userId: 'U1' } };

/**
 * The status of an event's webhook by the time at which LINE would give up, which passes at once; so many milliseconds
 * `after` what was before.
 */
async function statusInTime(event: unknown, thinking: number, after = 0): Promise<number> {
  const began = performance.now() + after;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const { now } = performance;
  vi.spyOn(performance, 'now').mockImplementation(() => began + now.call(performance));
  thinks = thinking;
  asked = 0;
  const answer = send(event);
  while (asked === 0) await turn();
  await vi.advanceTimersByTimeAsync(JUST_BEFORE_LINE_GIVES_UP);
  return (await answer).status;
}

const slow = 700;
const silent = 60_000;

it.each([
  ['never', silent],
  ['slowly', slow],
])(
  'answered %s, a webhook of an agency that is not in memory is to be sent again in time',
  async (_name, thinking) => {
    expect(await statusInTime(eventOf(someUser(), says('ไฟดับ')), thinking)).toBe(500);
  },
);

it('one of an agency that was last asked for an hour ago', async () => {
  await send(eventOf(someUser(), says('สวัสดี')));
  expect(await statusInTime(eventOf(someUser(), says('ไฟดับ')), silent, 3_600_000)).toBe(500);
});

it('one of a group that needs many calls', async () => {
  await send(eventOf(someUser(), says('สวัสดี')));
  const mark = secrets.forAgency('khoen').codeMark('ABCDE23456');
  const invitation = { version: 1, for: 'group', label: 'กลุ่มกองช่าง' } as const;
  await store.documents.commit([writeInvitation(pathsOf('khoen'), mark, invitation, Date.now() + 60_000)]);
  expect(await statusInTime(eventOf('', says('ABCDE-23456'), inGroup), slow)).toBe(500);
});
