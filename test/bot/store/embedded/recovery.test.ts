import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GeoPoint, Timestamp } from '@google-cloud/firestore';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentData } from '../../../../bot/store/documents.ts';
import { type EmbeddedStore, openEmbedded } from '../../../../bot/store/embedded/open-embedded.ts';
import { readJournal } from '../../../../bot/store/embedded/read-journal.ts';

let base: string;
let directory: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'prongsai-recovery-'));
  directory = join(base, 'store');
});
afterEach(() => rm(base, { recursive: true }));

function open(compaction: 'never' | { atOctets: number; everyMs: number } = 'never'): Promise<EmbeddedStore> {
  return openEmbedded({
    directory,
    compaction,
    onCompactionFailure: (cause) => {
      throw cause;
    },
  });
}

async function within<T>(act: (store: EmbeddedStore) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** Commits numbered from 1, each one document; every third is deleted again later. */
function write(from: number, to: number): Promise<void> {
  return within(async ({ firestore }) => {
    for (let n = from; n <= to; n += 1) {
      await firestore.doc(`cases/${n}`).set({ n, octets: Buffer.alloc(50, n) });
      if (n % 3 === 0) await firestore.doc(`cases/${n - 1}`).delete();
    }
  });
}

type Contents = Record<string, { data: DocumentData; updatedAt: string | undefined }>;

function contents(): Promise<Contents> {
  return within(async ({ firestore }) => {
    const { docs } = await firestore.collection('cases').get();
    return Object.fromEntries(
      docs.map((each) => [each.id, { data: each.data(), updatedAt: stampOf(each.updateTime) }]),
    );
  });
}

function stampOf(time: Timestamp | undefined): string | undefined {
  return time && `${time.seconds}.${time.nanoseconds}`;
}

async function files(): Promise<string[]> {
  return (await readdir(directory)).sort();
}

/** Opens with compaction at every start and waits for it. */
async function compact(): Promise<void> {
  const store = await open({ atOctets: 1_000_000, everyMs: 1_000_000 });
  await store.close();
}

const journal = (generation: number) => join(directory, `journal-0000000${generation}`);
const snapshot = (generation: number) => join(directory, `snapshot-0000000${generation}`);

describe('a torn end', () => {
  test('is cut off wherever it is torn, and what comes next follows what is left', async () => {
    await write(1, 4);
    const { size: before } = await stat(journal(1));
    const expected = await contents();
    await write(5, 5);
    const whole = await readFile(journal(1));
    for (let size = before; size < whole.length; size += 7) {
      await truncate(journal(1), size);
      expect(await contents()).toEqual(expected);
      expect((await stat(journal(1))).size).toBe(before);
      await writeFile(journal(1), whole);
    }
    await truncate(journal(1), whole.length - 1);
    await write(5, 6);
    expect(Object.keys(await contents())).toEqual(['1', '3', '4', '6']);
  });

  test('of octets that never reached the disk is cut off as well', async () => {
    await write(1, 4);
    const { size: before } = await stat(journal(1));
    const expected = await contents();
    await write(5, 5);
    const whole = await readFile(journal(1));
    await writeFile(journal(1), whole.fill(0, before + 20));
    expect(await contents()).toEqual(expected);
  });
});

describe('damage', () => {
  test('of any octet before the last group stops the start, and says where', async () => {
    await write(1, 4);
    const whole = await readFile(journal(1));
    const lastGroup = whole.lastIndexOf(whole.subarray(8, 16));
    for (let at = 0; at < lastGroup; at += 5) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x41, at);
      await writeFile(journal(1), damaged);
      await expect(open()).rejects.toThrow(/journal-00000001/);
    }
    await writeFile(journal(1), whole);
    expect(Object.keys(await contents())).toHaveLength(3);
  });

  test('of the snapshot stops the start', async () => {
    await write(1, 4);
    await compact();
    const whole = await readFile(snapshot(2));
    for (const size of [0, 10, 60, whole.length - 1]) {
      await truncate(snapshot(2), size);
      await expect(open()).rejects.toThrow(/snapshot-00000002/);
      await writeFile(snapshot(2), whole);
    }
    whole.writeUInt8(whole.readUInt8(100) ^ 1, 100);
    await writeFile(snapshot(2), whole);
    await expect(open()).rejects.toThrow(/snapshot-00000002/);
  });

  test('by a missing file stops the start', async () => {
    await write(1, 4);
    await compact();
    await rm(journal(2));
    await expect(open()).rejects.toThrow(/journal-00000002 is missing/);
    await write(1, 1).catch(() => undefined);
    expect(await files()).toEqual(['snapshot-00000002']);
  });

  test('leaves the directory as it was, and unlocked', async () => {
    await write(1, 4);
    const whole = await readFile(journal(1));
    const damaged = Buffer.from(whole).fill(1, 30, 40);
    await writeFile(journal(1), damaged);
    await expect(open()).rejects.toHaveProperty('name', 'StoreDamaged');
    expect(await readFile(journal(1))).toEqual(damaged);
    expect(await files()).toEqual(['journal-00000001']);
  });
});

describe('compaction', () => {
  test('keeps every document with its update time, and drops what was deleted', async () => {
    await write(1, 9);
    const expected = await contents();
    await compact();
    expect(await files()).toEqual(['journal-00000002', 'snapshot-00000002']);
    expect(await contents()).toEqual(expected);
    const left = Buffer.concat([await readFile(journal(2)), await readFile(snapshot(2))]);
    expect(left.includes(Buffer.alloc(50, 9))).toBe(true);
    expect(left.includes(Buffer.alloc(50, 8))).toBe(false);
  });

  test('leads to the same documents whenever it is interrupted', async () => {
    await write(1, 9);
    const before = join(base, 'before');
    await cp(directory, before, { recursive: true });
    await compact();
    await write(10, 12);
    const expected = await contents();
    const after = join(base, 'after');
    await cp(directory, after, { recursive: true });
    const whole = await readFile(snapshot(2));

    const states: [name: string, build: () => Promise<unknown>][] = [
      ['new journal unfinished', () => writeFile(`${journal(3)}.unfinished`, 'PSJ')],
      ['no snapshot yet', () => rm(snapshot(2))],
      [
        'snapshot unfinished',
        async () => {
          await rm(snapshot(2));
          await writeFile(`${snapshot(2)}.unfinished`, whole.subarray(0, 70));
        },
      ],
      ['snapshot not whole', () => truncate(snapshot(2), 70)],
      ['old journal still there', async () => undefined],
      ['all done', () => rm(journal(1))],
    ];
    for (const [name, build] of states) {
      await rm(directory, { recursive: true });
      await cp(after, directory, { recursive: true });
      await cp(join(before, 'journal-00000001'), journal(1));
      await build();
      expect(await contents(), name).toEqual(expected);
      await compact();
      expect(await contents(), name).toEqual(expected);
      expect((await files()).map((file) => file.split('-')[0])).toEqual(['journal', 'snapshot']);
    }
  });

  test('runs while commits go on, and loses none', async () => {
    const store = await open({ atOctets: 5_000, everyMs: 1_000_000 });
    await Promise.all(
      Array.from({ length: 16 }, async (_, worker) => {
        for (let n = 1; n <= 60; n += 1) {
          await store.firestore.doc(`cases/${worker}`).set({ n, padding: 'x'.repeat(50) });
        }
      }),
    );
    await store.close();
    expect((await files()).at(-1)).not.toBe('journal-00000001');
    const found = await contents();
    expect(Object.values(found).map(({ data }) => data.n)).toEqual(Array(16).fill(60));
  });

  test('that fails is told, loses nothing, and is made up for by the next', async () => {
    await write(1, 3);
    const obstacle = `${snapshot(2)}.unfinished`;
    await mkdir(obstacle);
    const failures: unknown[] = [];
    const store = await openEmbedded({
      directory,
      compaction: { atOctets: 1_000_000, everyMs: 1_000_000 },
      onCompactionFailure: (cause) => failures.push(cause),
    });
    await store.firestore.doc('cases/4').set({ n: 4 });
    await store.close();
    expect(failures).toEqual([expect.objectContaining({ code: 'EISDIR' })]);
    expect(await files()).toContain('journal-00000001');
    const expected = await contents();
    expect(Object.keys(expected)).toEqual(['1', '3', '4']);
    await rm(obstacle, { recursive: true });
    await compact();
    expect(await files()).toEqual(['journal-00000003', 'snapshot-00000003']);
    expect(await contents()).toEqual(expected);
  });

  test('comes by itself after a while when something changed', async () => {
    const store = await open({ atOctets: 1_000_000, everyMs: 20 });
    await store.firestore.doc('cases/1').set({ secret: 'ลบแล้วต้องหาย' });
    await store.firestore.doc('cases/1').delete();
    while (!(await files()).includes('snapshot-00000002')) await new Promise((go) => setTimeout(go, 10));
    await store.close();
    const left = await Promise.all((await files()).map((file) => readFile(join(directory, file))));
    expect(Buffer.concat(left).includes('ลบแล้วต้องหาย')).toBe(false);
  });
});

test('values of every kind survive the journal and a snapshot exactly', async () => {
  const data = {
    nothing: null,
    flags: [true, false],
    numbers: [0, -0, 1, -1, 2 ** 53 - 1, -(2 ** 53) + 1, 2 ** 53, 0.1, Number.NaN, Number.NEGATIVE_INFINITY],
    text: ['', 'a', 'ทดสอบ', '🛣️', '\ud83d lone', '\0'],
    octets: [Buffer.alloc(0), Buffer.from([0, 255]), Buffer.alloc(900_000, 3)],
    times: [
      new Timestamp(0, 0),
      new Timestamp(-62_135_596_800, 0),
      new Timestamp(253_402_300_799, 999_999_000),
    ],
    place: new GeoPoint(15.1, -104.3),
    map: { list: [{ map: { list: [] } }], 'ก.ข': {} },
  };
  const reference = await within(async ({ firestore }) => {
    await firestore.doc('cases/1').create(data);
    return (await firestore.doc('cases/1').get()).data();
  });
  expect(reference).toEqual(data);
  expect((await contents())['1']?.data).toEqual(data);
  await compact();
  expect((await contents())['1']?.data).toEqual(data);
});

async function told(): Promise<unknown[]> {
  const commits: unknown[] = [];
  for await (const commit of readJournal(directory)) commits.push(commit);
  return commits;
}

test('the journal tells every version ever committed, commit by commit', async () => {
  await within(async ({ firestore }) => {
    await firestore.batch().set(firestore.doc('a/1'), { v: 1 }).set(firestore.doc('a/2'), { v: 1 }).commit();
    await firestore.doc('a/1').update({ v: 2 });
    await firestore.doc('a/1').update({ v: 2 });
    await firestore.doc('a/1').delete();
  });
  expect(await told()).toEqual([
    {
      commit: 1,
      changes: [
        { path: 'a/1', data: { v: 1 } },
        { path: 'a/2', data: { v: 1 } },
      ],
    },
    { commit: 2, changes: [{ path: 'a/1', data: { v: 2 } }] },
    { commit: 3, changes: [{ path: 'a/1', data: undefined }] },
  ]);
  await compact();
  await within(({ firestore }) => firestore.doc('a/3').set({ v: 4 }));
  expect(await told()).toEqual([
    { commit: 3, changes: [{ path: 'a/2', data: { v: 1 } }] },
    { commit: 4, changes: [{ path: 'a/3', data: { v: 4 } }] },
  ]);
});
