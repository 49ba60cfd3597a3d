import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAgencies } from '../../../bot/agency/agencies.ts';
import { createNightly } from '../../../bot/jobs/nightly.ts';
import { createLog } from '../../../bot/log/log.ts';
import { openMetrics } from '../../../bot/metrics/metrics.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { increment } from '../../../bot/store/documents.ts';
import { openSeededStore, type SeededStore } from '../../support/bot.ts';

const paths = pathsOf('khoen');
const secrets = openSecrets(new Uint8Array(randomBytes(32)));
const log = createLog({ write: () => undefined });
let store: SeededStore;
let now = Date.parse('2026-11-26T01:59:00+07:00');
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

/** A process that serves the agencies of the store. */
function startProcess() {
  const nowhere = { apiBaseUrl: 'http://127.0.0.1:9', dataApiBaseUrl: 'http://127.0.0.1:9' };
  const clock = () => now;
  const { documents } = store;
  const agencies = openAgencies(
    {
      documents,
      secrets,
      store: 'embedded',
      renderer: () => Promise.reject(new Error('no page is asked for')),
      log,
      clock,
      afterCommit: 'elsewhere',
      metrics: openMetrics(Math.random),
    },
    {
      agencyId: 'khoen',
      publicUrl: 'http://localhost',
      line: { channelSecret: 'a-secret', channelAccessToken: 'a-token', ...nowhere },
      bootstrapCode: undefined,
    },
    { ...nowhere, jwksUrl: 'http://127.0.0.1:9' },
  );
  return { nightly: createNightly({ documents, agencies, clock, log }), stop: agencies.stop };
}

const damage = () =>
  store.documents.commit([{ op: 'merge', path: paths.tally('open'), data: { all: increment(5) } }]);
const open = async () => (await store.documents.read(paths.tally('open')))?.data.all;

it('is worked once a night for each agency, by whichever process comes first, and never at the start', async () => {
  const [one, other] = [startProcess(), startProcess()];
  await damage();
  await one.nightly();
  await one.nightly();
  expect(await open()).toBe(5);
  now = Date.parse('2026-11-26T02:00:00+07:00');
  await one.nightly();
  expect(await open()).toBe(0);
  await damage();
  await other.nightly();
  await other.nightly();
  await one.nightly();
  expect(await open()).toBe(5);
  now = Date.parse('2026-11-27T09:00:00+07:00');
  await Promise.all([one.nightly(), other.nightly()]);
  expect(await open()).toBe(0);
  await Promise.all([one.stop(), other.stop()]);
});
