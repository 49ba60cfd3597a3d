import { Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedDocuments } from '../../../bot/store/counted-documents.ts';
import {
  type Committed,
  type DocumentData,
  type Documents,
  increment,
  type Query,
  remove,
  StoreUnavailable,
} from '../../../bot/store/documents.ts';
import { faultyDocuments, openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
let documents: Documents;
let used = 0;

beforeAll(async () => {
  store = await openTestStore({ deadlineMs: 10_000, anyQuery: true });
  documents = store.documents;
});
afterAll(() => store.close());

function freshPath(): string {
  used += 1;
  return `agencies/khoen/cases/case-${used}`;
}

async function create(data: DocumentData): Promise<{ path: string; at: Timestamp }> {
  const path = freshPath();
  return { path, at: timesOf(await documents.commit([{ op: 'create', path, data }]))[0] ?? Timestamp.now() };
}

function timesOf(committed: Committed): Timestamp[] {
  if (!committed.ok) throw new Error(committed.why);
  return committed.updateTimes;
}

async function dataAt(path: string): Promise<DocumentData | undefined> {
  return (await documents.read(path))?.data;
}

describe('create', () => {
  test('makes a document that is read back with its path, id and update time', async () => {
    const { path, at } = await create({ kind: 'complaint' });
    const found = await documents.read(path);
    expect(found).toMatchObject({ path, id: path.split('/').at(-1), data: { kind: 'complaint' } });
    expect(found?.updateTime.isEqual(at)).toBe(true);
  });

  test('is refused where there is one, and takes the whole commit with it', async () => {
    const { path } = await create({ kind: 'complaint' });
    const other = freshPath();
    const committed = await documents.commit([
      { op: 'set', path: other, data: { kind: 'question' } },
      { op: 'create', path, data: { kind: 'tip' } },
    ]);
    expect(committed).toEqual({ ok: false, why: 'exists' });
    expect(await documents.read(other)).toBeUndefined();
    expect(await dataAt(path)).toEqual({ kind: 'complaint' });
  });

  test('by many at once succeeds for one', async () => {
    const path = freshPath();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, by) => documents.commit([{ op: 'create', path, data: { by } }])),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(63).fill({ ok: false, why: 'exists' }));
    expect(await dataAt(path)).toEqual({ by: answers.findIndex(({ ok }) => ok) });
  });
});

describe('set and merge', () => {
  test('set makes a document and replaces all of it', async () => {
    const path = freshPath();
    await documents.commit([{ op: 'set', path, data: { a: 1, b: { c: 1 } } }]);
    await documents.commit([{ op: 'set', path, data: { b: { d: 2 } } }]);
    expect(await dataAt(path)).toEqual({ b: { d: 2 } });
  });

  test('merge makes a document, and leaves what it does not name', async () => {
    const path = freshPath();
    await documents.commit([
      { op: 'merge', path, data: { open: increment(2), byDay: { d1: increment(1) } } },
    ]);
    await documents.commit([
      { op: 'merge', path, data: { byDay: { d1: increment(-3), d2: increment(0.5) }, open: remove() } },
    ]);
    expect(await dataAt(path)).toEqual({ byDay: { d1: -2, d2: 0.5 } });
  });

  test('blind increments by many at once are all counted', async () => {
    const path = freshPath();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => documents.commit([{ op: 'merge', path, data: { n: increment(1) } }])),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await dataAt(path)).toEqual({ n: 200 });
  });
});

describe('update', () => {
  test('changes the named field paths, with increments and removals', async () => {
    const { path } = await create({ status: 'new', place: { village: 3, pole: 'A1' }, seen: 1, old: true });
    const data = { status: 'accepted', 'place.village': 4, seen: increment(1), old: remove() };
    expect(await documents.commit([{ op: 'update', path, data }])).toMatchObject({ ok: true });
    expect(await dataAt(path)).toEqual({ status: 'accepted', place: { village: 4, pole: 'A1' }, seen: 2 });
  });

  test('replaces a map that is named whole', async () => {
    const { path } = await create({ place: { village: 3, pole: 'A1' } });
    await documents.commit([{ op: 'update', path, data: { place: { village: 4 } } }]);
    expect(await dataAt(path)).toEqual({ place: { village: 4 } });
  });

  test('of what is not there is refused', async () => {
    const committed = await documents.commit([{ op: 'update', path: freshPath(), data: { status: 'new' } }]);
    expect(committed).toEqual({ ok: false, why: 'missing' });
  });

  test('on a condition passes once', async () => {
    const { path, at } = await create({ n: 0 });
    const first = await documents.commit([{ op: 'update', path, data: { n: 1 }, ifUpdatedAt: at }]);
    const second = await documents.commit([{ op: 'update', path, data: { n: 2 }, ifUpdatedAt: at }]);
    expect([first.ok, second]).toEqual([true, { ok: false, why: 'changed' }]);
    const [next] = timesOf(first);
    const third = await documents.commit([
      { op: 'update', path, data: { n: 3 }, ...(next && { ifUpdatedAt: next }) },
    ]);
    expect([third.ok, await dataAt(path)]).toEqual([true, { n: 3 }]);
  });

  test('on a condition of what is gone is refused as changed', async () => {
    const { path, at } = await create({ n: 0 });
    await documents.commit([{ op: 'delete', path }]);
    const committed = await documents.commit([{ op: 'update', path, data: { n: 1 }, ifUpdatedAt: at }]);
    expect(committed).toEqual({ ok: false, why: 'changed' });
  });

  test('that changes nothing answers the time that the next condition needs', async () => {
    const { path, at } = await create({ n: 0 });
    const [after] = timesOf(
      await documents.commit([{ op: 'update', path, data: { n: 0 }, ifUpdatedAt: at }]),
    );
    expect((await documents.read(path))?.updateTime).toEqual(after);
  });

  test('of 1,000 contended conditions loses none', async () => {
    const { path, at } = await create({ n: 0 });
    let time = at;
    let won = 0;
    for (let round = 1; round <= 500; round += 1) {
      const write = { op: 'update', path, data: { n: increment(1), round }, ifUpdatedAt: time } as const;
      const answers = await Promise.all([documents.commit([write]), documents.commit([write])]);
      expect(answers).toContainEqual({ ok: false, why: 'changed' });
      for (const answer of answers) {
        if (!answer.ok) continue;
        won += 1;
        time = answer.updateTimes[0] ?? time;
      }
    }
    expect(won).toBe(500);
    expect(await dataAt(path)).toEqual({ n: 500, round: 500 });
  });

  test('by readers who try again counts every one', async () => {
    const { path } = await create({ n: 0 });
    async function add(): Promise<void> {
      const found = await documents.read(path);
      if (found === undefined) throw new Error('gone');
      const data = { n: Number(found.data.n) + 1 };
      const { ok } = await documents.commit([{ op: 'update', path, data, ifUpdatedAt: found.updateTime }]);
      if (!ok) await add();
    }
    await Promise.all(Array.from({ length: 30 }, add));
    expect(await dataAt(path)).toEqual({ n: 30 });
  });
});

describe('delete', () => {
  test('removes, and what is not there is no error', async () => {
    const { path } = await create({ n: 0 });
    expect((await documents.commit([{ op: 'delete', path }])).ok).toBe(true);
    expect((await documents.commit([{ op: 'delete', path }])).ok).toBe(true);
    expect(await documents.read(path)).toBeUndefined();
    expect((await documents.commit([{ op: 'create', path, data: { n: 1 } }])).ok).toBe(true);
  });

  test('on a condition is refused when it was changed or is gone', async () => {
    const { path, at } = await create({ n: 0 });
    await documents.commit([{ op: 'update', path, data: { n: 1 } }]);
    expect(await documents.commit([{ op: 'delete', path, ifUpdatedAt: at }])).toEqual({
      ok: false,
      why: 'changed',
    });
    const gone = await documents.commit([{ op: 'delete', path: freshPath(), ifUpdatedAt: at }]);
    expect(gone).toEqual({ ok: false, why: 'changed' });
    const found = await documents.read(path);
    const write = { op: 'delete', path, ...(found && { ifUpdatedAt: found.updateTime }) } as const;
    expect((await documents.commit([write])).ok).toBe(true);
  });
});

test('update times are never the same twice', async () => {
  const path = freshPath();
  const times: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const [time] = timesOf(await documents.commit([{ op: 'set', path, data: { n } }]));
    times.push(`${time?.seconds}.${String(time?.nanoseconds).padStart(9, '0')}`);
  }
  expect(new Set(times).size).toBe(100);
  expect(times.toSorted()).toEqual(times);
});

test('an empty commit succeeds', async () => {
  expect(await documents.commit([])).toEqual({ ok: true, updateTimes: [] });
  expect(await documents.readMany([])).toEqual([]);
});

test('all kinds of values come back as they were', async () => {
  const octets = Uint8Array.from({ length: 256 }, (_, index) => index);
  const data = {
    nothing: null,
    yes: true,
    no: false,
    numbers: [0, 1, -1, 127, 128, 2 ** 31, -(2 ** 53) + 1, 0.1, -1e300, Number.POSITIVE_INFINITY],
    text: 'ถนนหน้าโรงเรียนชำรุด 🛣️',
    empty: { text: '', list: [], map: {} },
    octets,
    large: new Uint8Array(900 * 1024).fill(7),
    when: new Timestamp(1_790_000_000, 123_456_000),
    before: new Timestamp(-1, 999_999_000),
    list: [{ deep: [null, { deeper: octets }] }, 'x'],
    'key with spaces, ไทย, and/slash': 1,
  };
  const { path } = await create(data);
  const found = (await dataAt(path)) ?? {};
  expect(Buffer.isBuffer(found.octets)).toBe(true);
  expect(found).toEqual({
    ...data,
    octets: Buffer.from(octets),
    large: Buffer.from(data.large),
    list: [{ deep: [null, { deeper: Buffer.from(octets) }] }, 'x'],
  });
});

test('a lone surrogate is kept as U+FFFD', async () => {
  const { path } = await create({ text: `a\ud83d`, list: ['\udc00'] });
  expect(await dataAt(path)).toEqual({ text: 'a\ufffd', list: ['\ufffd'] });
});

test('what a caller does with what it read or wrote does not reach the store', async () => {
  const octets = Buffer.from('abc');
  const data = { list: [1], octets };
  const { path } = await create(data);
  data.list.push(2);
  octets.fill(0);
  const found = await dataAt(path);
  Object.assign(found ?? {}, { list: [] });
  expect(await dataAt(path)).toEqual({ list: [1], octets: Buffer.from('abc') });
});

test('readMany answers in the order asked, with gaps', async () => {
  const { path: first } = await create({ n: 1 });
  const { path: second } = await create({ n: 2 });
  const answers = await documents.readMany([second, freshPath(), first]);
  expect(answers.map((found) => found?.data.n)).toEqual([2, undefined, 1]);
});

describe('query', () => {
  const collection = 'agencies/khoen/outbox';
  const query: Query = { collection, where: [], orderBy: [], limit: 10 };

  beforeAll(async () => {
    const entries = [
      ['a', { due: 3, role: 'officer', tags: ['x'] }],
      ['b', { due: 1, role: 'officer', tags: ['x', 'y'] }],
      ['c', { due: 2, role: 'integrity', tags: [] }],
      ['d', { due: 2, role: 'executive', tags: ['y'] }],
      ['e', { role: 'officer' }],
    ] as const;
    await documents.commit([
      ...entries.map(([id, data]) => ({ op: 'set', path: `${collection}/${id}`, data }) as const),
      { op: 'set', path: 'agencies/elsewhere/outbox/f', data: { due: 0, role: 'officer' } },
    ]);
  });

  async function ids(asked: Partial<Query>): Promise<string[]> {
    return (await documents.query({ ...query, ...asked })).map(({ id }) => id);
  }

  test('filters by each operator', async () => {
    expect(await ids({ where: [['due', '<', 2]] })).toEqual(['b']);
    expect(await ids({ where: [['due', '<=', 2]], orderBy: [['due', 'asc']] })).toEqual(['b', 'c', 'd']);
    expect(await ids({ where: [['due', '==', 2]] })).toEqual(['c', 'd']);
    expect(await ids({ where: [['due', '>=', 3]] })).toEqual(['a']);
    expect(await ids({ where: [['due', '>', 1]], orderBy: [['due', 'desc']] })).toEqual(['a', 'd', 'c']);
    expect(await ids({ where: [['role', 'in', ['integrity', 'executive']]] })).toEqual(['c', 'd']);
    expect(await ids({ where: [['tags', 'array-contains', 'y']] })).toEqual(['b', 'd']);
  });

  test('answers whole documents with update times that conditions accept', async () => {
    const [found] = await documents.query({ ...query, where: [['role', '==', 'integrity']] });
    expect(found).toMatchObject({ path: `${collection}/c`, id: 'c', data: { due: 2, role: 'integrity' } });
    const write = { op: 'update', path: `${collection}/c`, data: { due: 2.5 } } as const;
    const committed = await documents.commit([{ ...write, ...(found && { ifUpdatedAt: found.updateTime }) }]);
    expect(committed.ok).toBe(true);
    await documents.commit([{ op: 'update', path: `${collection}/c`, data: { due: 2 } }]);
  });

  test('goes on after a page, also among equals', async () => {
    const orderBy: Query['orderBy'] = [
      ['due', 'asc'],
      ['__name__', 'asc'],
    ];
    expect(await ids({ orderBy, limit: 2 })).toEqual(['b', 'c']);
    expect(await ids({ orderBy, limit: 2, startAfter: [2, 'c'] })).toEqual(['d', 'a']);
  });

  test('looks into every agency by group', async () => {
    const { collection: _, ...everywhere } = query;
    const found = await documents.query({ ...everywhere, group: 'outbox', where: [['due', '<', 2]] });
    expect(found.map(({ path }) => path)).toEqual(['agencies/elsewhere/outbox/f', `${collection}/b`]);
  });

  test('of nothing is empty', async () => {
    expect(await ids({ where: [['due', '>', 99]] })).toEqual([]);
    expect(await ids({ collection: 'agencies/khoen/nothing' })).toEqual([]);
  });

  test('needs a collection or a group', async () => {
    await expect(documents.query({ ...query, group: 'outbox' })).rejects.toThrow(TypeError);
  });
});

test('64 at once, on documents of their own and one in common', async () => {
  const common = freshPath();
  const work = Array.from({ length: 64 }, async () => {
    const { path, at } = await create({ n: 0 });
    let time = at;
    for (let n = 1; n <= 10; n += 1) {
      const committed = await documents.commit([
        { op: 'update', path, data: { n }, ifUpdatedAt: time },
        { op: 'merge', path: common, data: { total: increment(1) } },
      ]);
      time = timesOf(committed)[0] ?? time;
    }
    return path;
  });
  const found = await documents.readMany(await Promise.all(work));
  expect(found.map((each) => each?.data)).toEqual(Array(64).fill({ n: 10 }));
  expect(await dataAt(common)).toEqual({ total: 640 });
});

test('what the store cannot do is StoreUnavailable with its cause', async () => {
  const write = { op: 'set', path: freshPath(), data: { list: [[1]] } } as const;
  const failure = await documents.commit([write]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreUnavailable);
  expect(failure).toHaveProperty('cause.code', 3);
});

test('a path that is no document is a bug and throws as one', async () => {
  await expect(documents.commit([{ op: 'set', path: 'agencies', data: {} }])).rejects.not.toThrow(
    StoreUnavailable,
  );
});

test('counts what was asked', async () => {
  const counted = countedDocuments(documents);
  const paths = [freshPath(), freshPath()];
  await counted.commit(paths.map((path) => ({ op: 'create', path, data: { counted: true } }) as const));
  await counted.commit(paths.map((path) => ({ op: 'create', path, data: {} }) as const));
  await counted.read(freshPath());
  await counted.readMany(paths);
  const collection = 'agencies/khoen/cases';
  await counted.query({ collection, where: [['counted', '==', true]], orderBy: [], limit: 5 });
  expect(counted.counts).toEqual({ reads: 2, queries: 1, documentsRead: 4, commits: 2, documentsWritten: 2 });
});

test('faults come where they are planned', async () => {
  const [first, second] = [freshPath(), freshPath()];
  const faulty = faultyDocuments(documents, (call) => {
    if (call.kind !== 'commit') return { delayMs: 1 };
    return call.writes[0]?.path === first ? 'before' : 'after';
  });
  for (const path of [first, second]) {
    await expect(faulty.commit([{ op: 'set', path, data: {} }])).rejects.toThrow(StoreUnavailable);
  }
  expect((await faulty.readMany([first, second])).map((found) => found !== undefined)).toEqual([false, true]);
});
