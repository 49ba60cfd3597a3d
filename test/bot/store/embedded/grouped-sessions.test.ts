import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Timestamp } from '@google-cloud/firestore';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Committed, Write } from '../../../../bot/store/documents.ts';
import { groupedSessions } from '../../../../bot/store/embedded/grouped-sessions.ts';
import { readJournal } from '../../../../bot/store/embedded/read-journal.ts';
import { openStore, type Store } from '../../../../bot/store/open.ts';
import { faultyDocuments } from '../../../support/store.ts';

let dataDir: string;
let store: Store;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-grouped-'));
  store = await openStore({ dataDir, keepEveryVersion: true });
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

const session = (who: string): string => `agencies/khoen/sessions/${who}`;
const part = (n: number): string => `agencies/khoen/cases/tip/messages/${n}`;
const create = (path: string): Write => ({ op: 'create', path, data: { body: Buffer.from(path) } });
const over = (path: string, ifUpdatedAt: Timestamp, said: string): Write => ({
  op: 'update',
  path,
  data: { body: Buffer.from(said) },
  ifUpdatedAt,
});

/** All of them asked for in one turn of the event loop. */
const atOnce = (...commits: Write[][]): Promise<Committed[]> =>
  Promise.all(commits.map((writes) => store.documents.commit(writes)));

function timesOf(answers: readonly Committed[]): Timestamp[] {
  return answers.map((answer) => {
    if (!answer.ok || answer.updateTimes.length !== 1) throw new Error(JSON.stringify(answer));
    return answer.updateTimes[0] ?? Timestamp.now();
  });
}

/** The documents of each commit that changed any. */
async function kept(): Promise<string[][]> {
  const commits: string[][] = [];
  for await (const { changes } of readJournal(dataDir)) commits.push(changes.map(({ path }) => path));
  return commits;
}

const bodyAt = async (path: string): Promise<string> =>
  String(Buffer.from(String((await store.documents.read(path))?.data.body)));

test('sessions of one turn are one commit, each answered with its own version', async () => {
  const people = Array.from({ length: 100 }, (_, index) => session(`person-${index}`));
  const made = timesOf(await atOnce(...people.map((path) => [create(path)])));
  expect((await kept()).map(({ length }) => length)).toEqual([64, 36]);
  const changed = timesOf(
    await atOnce(...people.map((path, index) => [over(path, made[index] ?? Timestamp.now(), 'again')])),
  );
  for (const [index, path] of people.entries()) {
    const found = await store.documents.read(path);
    expect(found?.updateTime.isEqual(changed[index] ?? Timestamp.now())).toBe(true);
    expect(await bodyAt(path)).toBe('again');
  }
});

test('one that is refused takes no other with it', async () => {
  const [a, b, c] = [session('a'), session('b'), session('c')];
  const [first, stale] = timesOf(await atOnce([create(a)], [create(b)]));
  if (first === undefined || stale === undefined) throw new Error('nothing was made');
  await atOnce([over(b, stale, 'faster')]);
  expect(await atOnce([over(a, first, 'a')], [over(b, stale, 'late')], [create(c)], [create(b)])).toEqual([
    { ok: true, updateTimes: [expect.any(Timestamp)] },
    { ok: false, why: 'changed' },
    { ok: true, updateTimes: [expect.any(Timestamp)] },
    { ok: false, why: 'exists' },
  ]);
  expect([await bodyAt(a), await bodyAt(b), await bodyAt(c)]).toEqual(['a', 'faster', c]);
});

test('one that cannot be written fails alone', async () => {
  const [good, bad] = [session('good'), session('bad')];
  const [done, failed] = await Promise.allSettled([
    store.documents.commit([create(good)]),
    store.documents.commit([{ op: 'create', path: bad, data: { body: () => 'no value' } }]),
  ]);
  expect(done).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
  expect(await bodyAt(good)).toBe(good);
});

test('two of the same session go one after the other, and the second is refused', async () => {
  const path = session('a');
  const [at] = timesOf(await atOnce([create(path)]));
  if (at === undefined) throw new Error('nothing was made');
  const [first, second] = await atOnce([over(path, at, 'first')], [over(path, at, 'second')]);
  expect([first?.ok, second]).toEqual([true, { ok: false, why: 'changed' }]);
  expect(await bodyAt(path)).toBe('first');
});

test('nothing but sessions shares a commit that it did not ask for, nor its time', async () => {
  const [[a, b], tip, both] = [[session('a'), session('b')], part(1), [session('c'), part(2)]];
  const answers = await atOnce([create(a)], [create(tip)], [create(b)], both.map(create));
  const commits = await kept();
  expect(commits).toHaveLength(3);
  expect(commits).toEqual(expect.arrayContaining([[a, b], [tip], both]));
  const [mine, ofTip, , ofBoth] = answers.map((answer) => (answer.ok ? answer.updateTimes[0] : undefined));
  expect(new Set([mine, ofTip, ofBoth].map((time) => time?.valueOf())).size).toBe(3);
});

test('a group whose answer is lost fails all of it, and is not made again', async () => {
  const [a, b] = [session('a'), session('b')];
  const grouped = groupedSessions(faultyDocuments(store.documents, () => 'after'));
  const answers = await Promise.allSettled([a, b].map((path) => grouped.commit([create(path)])));
  expect(answers).toMatchObject([a, b].map(() => ({ reason: { name: 'StoreUnavailable' } })));
  expect(await kept()).toEqual([[a, b]]);
});
