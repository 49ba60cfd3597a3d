import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedStore, openEmbedded } from '../../../../bot/store/embedded/open-embedded.ts';

const writer = join(import.meta.dirname, 'writer.ts');
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'prongsai-embedded-'));
});
afterEach(() => rm(directory, { recursive: true }));

function open(): Promise<EmbeddedStore> {
  return openEmbedded({ directory, compaction: 'never', onCompactionFailure: () => undefined });
}

async function reopened<T>(first: (store: EmbeddedStore) => Promise<T>): Promise<EmbeddedStore> {
  const store = await open();
  await first(store);
  await store.close();
  return open();
}

describe('the lock', () => {
  test('keeps out a second store in this process until the first is closed', async () => {
    const store = await open();
    await expect(open()).rejects.toHaveProperty('name', 'StoreLocked');
    await store.close();
    await (await open()).close();
  });

  test('keeps out other processes while one lives, and is taken over from a dead one', async () => {
    const child = spawn(process.execPath, [writer, directory, 'never'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(open()).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'close');
    await (await open()).close();
  });

  test('is taken over from a dead process whose number was given away since', async () => {
    for (const pid of [process.pid, process.ppid]) {
      await writeFile(join(directory, 'lock'), JSON.stringify({ pid, started: 'long ago' }));
      await (await open()).close();
    }
  });

  test('is taken over where it was torn', async () => {
    await writeFile(join(directory, 'lock'), '{"pi');
    const store = await open();
    expect(JSON.parse(await readFile(join(directory, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await store.close();
  });
});

describe('every way of writing', () => {
  test('of the SDK is durable', async () => {
    const store = await reopened(async ({ firestore }) => {
      await firestore.doc('a/create').create({ by: 'create' });
      await firestore.doc('a/set').set({ by: 'set' });
      await firestore.collection('b').add({ by: 'add' });
      await firestore.batch().set(firestore.doc('a/batch'), { by: 'batch' }).commit();
      const bulk = firestore.bulkWriter();
      void bulk.set(firestore.doc('a/bulk'), { by: 'bulk' });
      const refused = bulk.create(firestore.doc('a/set'), { by: 'nobody' }).catch((error) => error.code);
      await bulk.close();
      expect(await refused).toBe(6);
      await firestore.doc('c/1').set({});
      await firestore.recursiveDelete(firestore.collection('c'));
    });
    const found = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => (await store.firestore.collection(name).get()).docs),
    );
    expect(
      found
        .flat()
        .map((each) => each.data().by)
        .sort(),
    ).toEqual(['add', 'batch', 'bulk', 'create', 'set']);
    await store.close();
  });

  test('that it does not keep is refused and stops nothing', async () => {
    const store = await open();
    const { firestore } = store;
    const transaction = firestore.runTransaction(async (all) => {
      const { ref } = await all.get(firestore.doc('a/1'));
      all.set(ref, {});
    });
    await expect(transaction).rejects.toThrow('no transactions');
    await expect(firestore.doc('a/1').set({ list: [{ to: firestore.doc('a/2') }] })).rejects.toThrow(
      'no references',
    );
    expect((await firestore.doc('a/1').get()).exists).toBe(false);
    await firestore.doc('a/1').set({ n: 1 });
    await store.close();
  });
});

test('what stands below a deleted document is found, and its place can be taken again', async () => {
  const store = await open();
  const { firestore } = store;
  const part = firestore.doc('agencies/a/cases/1/messages/1');
  await part.set({ n: 1 });
  await part.parent.parent?.set({ n: 2 });
  await part.parent.parent?.delete();
  const found = await firestore.collectionGroup('messages').where('n', '==', 1).get();
  expect(found.docs.map(({ ref }) => ref.path)).toEqual([part.path]);
  await part.delete();
  expect((await firestore.collectionGroup('messages').get()).empty).toBe(true);
  await part.create({ n: 3 });
  await part.parent.parent?.create({ n: 4 });
  expect((await firestore.collectionGroup('cases').get()).docs.map((each) => each.data())).toEqual([
    { n: 4 },
  ]);
  expect((await firestore.collectionGroup('messages').get()).size).toBe(1);
  await store.close();
});

test('update times go on rising when the clock is set back, also by a restart', async () => {
  let store = await open();
  const now = Date.now;
  try {
    const times: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      if (n === 10) {
        Date.now = () => now() - 3_600_000;
        await store.close();
        store = await open();
      }
      const { writeTime } = await store.firestore.doc('a/1').set({ n });
      times.push(`${writeTime.seconds}.${String(writeTime.nanoseconds).padStart(9, '0')}`);
    }
    expect(times).toEqual([...new Set(times)].sort());
  } finally {
    Date.now = now;
    await store.close();
  }
});

test('after close nothing is taken', async () => {
  const store = await open();
  await store.close();
  await expect(store.firestore.doc('a/1').set({})).rejects.toThrow();
});
