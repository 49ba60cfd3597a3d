import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Timestamp } from '@google-cloud/firestore';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collectionNames, collectionOf } from '../../bot/backup/collections.ts';
import { BackupRefused, verifyBackup } from '../../bot/backup/read-backup.ts';
import { type RestoreParts, restoreBackup } from '../../bot/backup/restore.ts';
import { writeBackup } from '../../bot/backup/write-backup.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import { everythingIn, everythingOf } from '../../bot/store/everything.ts';
import type { Store } from '../../bot/store/open.ts';
import { someAnnouncements } from '../announcements/shelf.ts';
import { everyKind, openPlace, type Place } from './stores.ts';

const NOW = Date.parse('2026-11-26T04:00:00Z');
const expireAt = Timestamp.fromMillis(NOW + 1000);

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.remove());

const keyPair = async () => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};
const check = (id: string): string => `checked ${id}`;

async function fill(store: Store): Promise<void> {
  const paths = pathsOf('khoen');
  const create = (path: string, data: Record<string, unknown>): Write => ({ op: 'create', path, data });
  await store.documents.commit([
    create(paths.agency, { id: 'khoen' }),
    create('agencies/other', { id: 'other' }),
    create(paths.case('case-1'), everyKind),
    create(paths.message('case-1', 0), { text: 'คำตอบ' }),
    create(paths.attachment('case-1', 1), { bytes: Buffer.alloc(200_000, 7) }),
    create(paths.attachment('case-2', 1), { bytes: Buffer.alloc(9), expireAt }),
    create(paths.session('somebody'), { body: Buffer.alloc(9), expireAt }),
    create(paths.route('case-1'), { sealed: Buffer.alloc(9) }),
    create(paths.limit('somebody'), { case: 1 }),
    create(paths.answered('2026-11.water'), { marks: [] }),
    create(paths.staffSession('mark'), { staffId: 'U1', expireAt }),
    create(paths.tally('open'), { all: 3 }),
  ]);
}

async function backUp(name: string, file: string, recipient: string): Promise<Record<string, number>> {
  const everything = await everythingIn(join(place.directory, name));
  const { agencies } = everything;
  return writeBackup(file, {
    everything,
    recipients: [recipient],
    check,
    agencies,
    now: NOW,
    progress: () => undefined,
  });
}

const restoring = (store: Store, name: string, more: Partial<RestoreParts> = {}): RestoreParts => ({
  documents: store.documents,
  everything: () => everythingIn(join(place.directory, name)),
  check,
  intoNonEmpty: false,
  progress: () => undefined,
  ...more,
});

it('gives back every document with every kind of value, and leaves out what is not to be kept', async () => {
  const { identity, recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  await fill(await place.open('one'));
  const counts = await backUp('one', file, recipient);
  expect(counts).toEqual({ agencies: 2, cases: 1, messages: 1, attachments: 1, tallies: 1 });

  const restored = await restoreBackup(file, identity, restoring(await place.open('two'), 'two'));
  expect(restored).toMatchObject({ ok: true, summary: { documents: 6, counts } });
  const leftOut = ['sessions', 'routes', 'limits', 'answered', 'staffSessions'];
  const kept = [...(await place.contents('one'))].filter(
    ([path]) => !leftOut.includes(collectionOf(path)) && !path.includes('case-2'),
  );
  expect(await place.contents('two')).toEqual(new Map(kept));
});

it('gives back announcements with their versions, and the list of what is public', async () => {
  const { identity, recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  const one = await place.open('one');
  const agency: Write = { op: 'create', path: pathsOf('khoen').agency, data: { id: 'khoen' } };
  const writes = someAnnouncements();
  const inShelf = writes.filter(({ path }) => path.includes('/announcements/')).length;
  await one.documents.commit([agency, ...writes]);
  const counts = await backUp('one', file, recipient);
  expect(counts).toEqual({ agencies: 1, announcements: inShelf, published: 1 });
  await restoreBackup(file, identity, restoring(await place.open('two'), 'two'));
  expect(await place.contents('two')).toEqual(await place.contents('one'));
});

it('holds nothing in clear', async () => {
  const { recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  await fill(await place.open('one'));
  await backUp('one', file, recipient);
  const octets = await readFile(file);
  expect(octets.toString('latin1').startsWith('age-encryption.org/v1')).toBe(true);
  for (const word of ['khoen', 'cases', 'ไฟถนน']) expect(octets.includes(word)).toBe(false);
});

it('writes nothing into a store that is not empty unless told, and then replaces what it holds', async () => {
  const { identity, recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  await fill(await place.open('one'));
  await backUp('one', file, recipient);
  const two = await place.open('two');
  const paths = pathsOf('khoen');
  await two.documents.commit([
    { op: 'create', path: paths.tally('open'), data: { all: 99 } },
    { op: 'create', path: paths.tally('mine'), data: { all: 1 } },
  ]);
  expect(await restoreBackup(file, identity, restoring(two, 'two'))).toEqual({ ok: false, why: 'not_empty' });
  expect((await place.contents('two')).size).toBe(2);
  const told = await restoreBackup(file, identity, restoring(two, 'two', { intoNonEmpty: true }));
  expect(told.ok).toBe(true);
  const contents = await place.contents('two');
  expect(contents.get(paths.tally('open'))).toEqual({ all: 3 });
  expect(contents.get(paths.tally('mine'))).toEqual({ all: 1 });
});

it('says so where the store lost something of what was written', async () => {
  const { identity, recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  await fill(await place.open('one'));
  await backUp('one', file, recipient);
  const two = await place.open('two');
  const losing = {
    ...two.documents,
    commit: (writes: readonly Write[]) =>
      two.documents.commit(writes.filter(({ path }) => collectionOf(path) !== 'messages')),
  };
  const restored = await restoreBackup(file, identity, restoring(two, 'two', { documents: losing }));
  expect(restored).toEqual({ ok: false, why: 'not_all_there', missing: { messages: 1 } });
});

it('refuses another SECRET_KEY before anything is written', async () => {
  const { identity, recipient } = await keyPair();
  const file = join(place.directory, 'backup.age');
  await fill(await place.open('one'));
  await backUp('one', file, recipient);
  const parts = restoring(await place.open('two'), 'two', { check: (id) => `of another key ${id}` });
  expect(await restoreBackup(file, identity, parts)).toEqual({ ok: false, why: 'other_secret_key' });
  expect((await place.contents('two')).size).toBe(0);
});

it('stops at a collection that nobody has named, and leaves no file', async () => {
  const { recipient } = await keyPair();
  const store = await place.open('one');
  await store.documents.commit([{ op: 'create', path: 'agencies/khoen/diaries/a', data: { text: 'x' } }]);
  const file = join(place.directory, 'backup.age');
  await expect(backUp('one', file, recipient)).rejects.toMatchObject({
    name: 'UnknownCollection',
    collection: 'diaries',
  });
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(readFile(`${file}.unfinished`)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('is never written without somebody to open it', async () => {
  await fill(await place.open('one'));
  const everything = await everythingIn(join(place.directory, 'one'));
  const parts = { everything, recipients: [], check, agencies: [], now: NOW, progress: () => undefined };
  await expect(writeBackup(join(place.directory, 'backup.age'), parts)).rejects.toThrow(RangeError);
});

it('refuses a file that is cut, altered, another key’s or no backup', async () => {
  const { identity, recipient } = await keyPair();
  const other = await keyPair();
  const file = join(place.directory, 'backup.age');
  const spoilt = join(place.directory, 'spoilt.age');
  await fill(await place.open('one'));
  await backUp('one', file, recipient);
  const octets = await readFile(file);
  const why = async (content: Uint8Array, key = identity): Promise<string> => {
    await writeFile(spoilt, content);
    try {
      await verifyBackup(spoilt, key);
      return 'sound';
    } catch (error) {
      if (error instanceof BackupRefused) return error.why;
      throw error;
    }
  };
  expect(await why(octets)).toBe('sound');
  expect(await why(octets, other.identity)).toBe('not_sealed_to_this_key');
  expect(await why(octets.subarray(0, 40))).toBe('not_sealed_to_this_key');
  expect(await why(octets.subarray(0, octets.length - 1))).not.toBe('sound');
  expect(await why(Buffer.from('not an age file'))).toBe('not_sealed_to_this_key');
  const flipped = Buffer.from(octets);
  flipped[octets.length - 30] = (flipped[octets.length - 30] ?? 0) ^ 1;
  expect(await why(flipped)).not.toBe('sound');
});

it('knows every collection that the server’s own paths lead to', () => {
  const paths = pathsOf('khoen');
  const all = Object.values(paths).map((path: string | ((...given: never[]) => string)) =>
    typeof path === 'string' ? path : Reflect.apply(path, undefined, ['x', 1]),
  );
  for (const path of all) {
    const parts = String(path).split('/');
    const names = parts.filter((_, index) => index % 2 === 0);
    for (const name of names) expect(collectionNames, String(path)).toContain(name);
  }
});

it('reads page by page through the SDK what it reads from the files', async () => {
  const store = await place.open('one');
  await fill(store);
  const many = Array.from(
    { length: 700 },
    (_, n): Write => ({
      op: 'create',
      path: `agencies/khoen/responses/${n}`,
      data: { n },
    }),
  );
  await store.documents.commit(many);
  const paged = new Map<string, unknown>();
  const everything = await everythingOf(store, collectionNames);
  for await (const { path, data } of everything.documents()) paged.set(path, data);
  expect(everything.agencies.toSorted()).toEqual(['khoen', 'other']);
  expect(paged).toEqual(await place.contents('one'));
});
