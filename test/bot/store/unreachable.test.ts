import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../../bot/store/documents.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import {
  LOOPBACK_PROJECT,
  startLoopbackFirestore,
  startWay,
  type Way,
} from '../../support/loopback-firestore.ts';

const DEADLINE_MS = 700;
let firestore: Awaited<ReturnType<typeof startLoopbackFirestore>>;
let way: Awaited<ReturnType<typeof startWay>>;
let store: Store;
let opened: Store[] = [];
/** The SDK takes an emulator from the environment over the one it is told of. */
beforeAll(async () => {
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', undefined);
  firestore = await startLoopbackFirestore();
});
afterAll(async () => {
  await firestore.close();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  way = await startWay(firestore.port);
  store = await openOnWay();
});
afterEach(async () => {
  for (const one of opened) await one.close();
  opened = [];
  await way.close();
});

async function openOnWay(keepAliveMs?: number): Promise<Store> {
  const where = { emulatorHost: `127.0.0.1:${way.port}`, projectId: LOOPBACK_PROJECT, dataDir: '' };
  const one = await openStore({ ...where, deadlineMs: DEADLINE_MS, keepAliveMs });
  opened.push(one);
  return one;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}
const answers = (path: string): Promise<boolean> =>
  store.documents.read(path).then(
    () => true,
    () => false,
  );
const create = (path: string) => store.documents.commit([{ op: 'create', path, data: { n: 1 } }]);

describe.each<[Way, isKept: boolean]>([
  ['silent', false],
  ['refused', false],
  ['lost answers', true],
])('a Firestore whose way is "%s"', (how, isKept) => {
  it('is StoreUnavailable, answers again once it is open, and tells then what became of a commit', async () => {
    await until(() => answers('ways/any'));
    await way.become(how);
    const path = `ways/${how.replace(' ', '-')}`;
    await expect(create(path)).rejects.toThrow(StoreUnavailable);
    await expect(store.documents.read(path)).rejects.toThrow(StoreUnavailable);
    await way.become('open');
    await until(() => answers(path));
    expect(await create(path)).toMatchObject(isKept ? { ok: false, why: 'exists' } : { ok: true });
  }, 60_000);
});

it('a connection that a router has forgotten is given up for a new one', async () => {
  store = await openOnWay(1000);
  await until(() => answers('ways/any'));
  way.forget();
  await expect(store.documents.read('ways/any')).rejects.toThrow(StoreUnavailable);
  await until(() => answers('ways/any'));
  expect(await create('ways/new')).toMatchObject({ ok: true });
}, 60_000);
