import { randomUUID } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import { BATCH_MOST } from '../../domain/outbox/batch.ts';
import { StoredEntry } from '../../domain/outbox/entry.ts';
import type { Documents, Found, Write } from '../store/documents.ts';

/** An entry as it was read: `at` is the version that may be changed. */
export interface Held {
  path: string;
  at: Timestamp;
  entry: StoredEntry;
}

/** Entries leased by this process alone, to be sent as one message under the key that `batch` gives. */
export interface Lease {
  batch: string;
  attempts: number;
  entries: Held[];
}

/** Longer than any call takes; after it another process may take the entries over. */
export const LEASE_MILLISECONDS = 60_000;
/** How many entries are looked at together. */
export const PAGE = 200;
const KEPT_MILLISECONDS = 30 * 86_400_000;

/** Entries that nobody can read are kept from being found again. */
async function buryUnreadable(documents: Documents, found: readonly Found[], now: number): Promise<void> {
  for (const { path, updateTime } of found) {
    await documents.commit([{ op: 'update', path, data: ended('dead', now), ifUpdatedAt: updateTime }]);
  }
}

const ended = (status: 'sent' | 'dead', now: number) => ({
  status,
  expireAt: Timestamp.fromMillis(now + KEPT_MILLISECONDS),
});

async function readEntries(documents: Documents, found: readonly Found[], now: number): Promise<Held[]> {
  const unreadable: Found[] = [];
  const entries = found.flatMap((one): Held[] => {
    const { data, success } = StoredEntry.safeParse(one.data);
    if (success) return [{ path: one.path, at: one.updateTime, entry: data }];
    unreadable.push(one);
    return [];
  });
  await buryUnreadable(documents, unreadable, now);
  return entries;
}

/**
 * What is to be sent at `now`, longest due first, at most {@link PAGE}: what waits, and what somebody leased and
 * never finished. While an entry is leased its `dueAt` is when the lease ends.
 * @throws StoreUnavailable
 */
export async function findDue(documents: Documents, outbox: string, now: number): Promise<Held[]> {
  const found = await documents.query({
    collection: outbox,
    where: [
      ['status', 'in', ['waiting', 'leased']],
      ['dueAt', '<=', now],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: PAGE,
  });
  return readEntries(documents, found, now);
}

/**
 * All entries that were once leased together and are not finished; undefined while somebody else holds one.
 * @throws StoreUnavailable
 */
async function wholeBatch(documents: Documents, outbox: string, batch: string, now: number) {
  const found = await documents.query({
    collection: outbox,
    where: [['batch', '==', batch]],
    orderBy: [],
    limit: BATCH_MOST,
  });
  const open = (await readEntries(documents, found, now)).filter(
    ({ entry }) => entry.status === 'waiting' || entry.status === 'leased',
  );
  return open.some(({ entry }) => entry.dueAt > now) ? undefined : open;
}

/**
 * Leases entries to this process. What was once sent together, or nearly, is leased whole and under the same batch
 * again. Undefined where somebody else was faster.
 * @throws StoreUnavailable
 */
export async function lease(
  documents: Documents,
  outbox: string,
  due: { batch: string | undefined; entries: readonly Held[] },
  now: number,
): Promise<Lease | undefined> {
  const entries = due.batch === undefined ? due.entries : await wholeBatch(documents, outbox, due.batch, now);
  if (entries === undefined || entries.length === 0) return undefined;
  const batch = due.batch ?? randomUUID();
  const attempts = Math.max(...entries.map(({ entry }) => entry.attempts)) + 1;
  const data = { status: 'leased', dueAt: now + LEASE_MILLISECONDS, attempts, batch };
  const done = await documents.commit(
    entries.map(({ path, at }): Write => ({ op: 'update', path, data, ifUpdatedAt: at })),
  );
  if (!done.ok) return undefined;
  return {
    batch,
    attempts,
    entries: entries.map((one, index) => ({ ...one, at: done.updateTimes[index] ?? one.at })),
  };
}

/** How a leased entry ends, or when it is tried again. */
export type Ending =
  | { ending: 'sent'; now: number }
  | { ending: 'dead'; now: number }
  | { ending: 'again'; dueAt: number };

function endingOf({ path, at, entry }: Held, end: Ending): Write {
  if (end.ending === 'sent' && entry.notice.notice === 'tips') return { op: 'delete', path, ifUpdatedAt: at };
  const data = end.ending === 'again' ? { status: 'waiting', dueAt: end.dueAt } : ended(end.ending, end.now);
  return { op: 'update', path, data, ifUpdatedAt: at };
}

/**
 * Ends a lease, with what else follows from it. An entry that was written anew meanwhile is left as it is, to be sent
 * again; of what follows, what is there already.
 * @throws StoreUnavailable: then the lease runs out, and the same batch is sent again under the same key.
 */
export async function endLease(
  documents: Documents,
  { entries }: Lease,
  end: Ending,
  follows: readonly Write[] = [],
): Promise<void> {
  const writes = [...entries.map((one) => endingOf(one, end)), ...follows];
  const done = await documents.commit(writes);
  if (done.ok) return;
  for (const write of writes) await documents.commit([write]);
}

/**
 * Puts off entries that are not leased; what somebody else changed meanwhile stays as it is.
 * @throws StoreUnavailable
 */
export async function putOff(documents: Documents, held: readonly Held[], dueAt: number): Promise<void> {
  const writes = held.map(
    ({ path, at }): Write => ({ op: 'update', path, data: { dueAt }, ifUpdatedAt: at }),
  );
  const done = await documents.commit(writes);
  if (done.ok) return;
  for (const write of writes) await documents.commit([write]);
}
