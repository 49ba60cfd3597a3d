/** A fresh, empty store for a test, and one that fails on purpose. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Documents, StoreUnavailable, type Write } from '../../bot/store/documents.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { indexedDocuments, readIndexes } from './documents-indexes.ts';

/** Whether the suites run against an emulator instead of the embedded store. */
export const emulatorHost = process.env.FIRESTORE_EMULATOR_HOST;

/** An emulator shares this machine with the tests. In milliseconds. */
const EMULATOR_DEADLINE = 10_000;

export interface TestStore extends Store {
  /** Where the embedded store keeps its files: `undefined` on an emulator. */
  dataDir: string | undefined;
}

/**
 * On a project of its own where FIRESTORE_EMULATOR_HOST is set; else embedded, in a directory that `close`
 * removes. A query whose index is not in `firestore.indexes.json` fails, unless `anyQuery` is set.
 */
export async function openTestStore(
  options: { deadlineMs?: number; anyQuery?: boolean } = {},
): Promise<TestStore> {
  const store = await openEmpty(options.deadlineMs);
  if (options.anyQuery === true) return store;
  return { ...store, documents: indexedDocuments(store.documents, readIndexes()) };
}

async function openEmpty(deadlineMs: number | undefined): Promise<TestStore> {
  if (emulatorHost !== undefined) {
    const projectId = `demo-${randomUUID()}`;
    const store = await openStore({
      deadlineMs: deadlineMs ?? EMULATOR_DEADLINE,
      emulatorHost,
      projectId,
      dataDir: '',
    });
    return { ...store, dataDir: undefined };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-store-'));
  const store = await openStore({ deadlineMs, dataDir, keepEveryVersion: true });
  return {
    ...store,
    dataDir,
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** A call as a plan of faults sees it. `number` counts the calls from 1, of all kinds together. */
export type Call = { number: number } & (
  | { kind: 'read'; paths: readonly string[] }
  | { kind: 'query' }
  | { kind: 'commit'; writes: readonly Write[] }
);

/**
 * `before`: fails, nothing was done. `after`: done, but the answer is lost (a late commit). A delay is in
 * milliseconds and comes before the call.
 */
export type Fault = 'before' | 'after' | { delayMs: number };

/** `documents` with the faults that `plan` names; the failures are {@link StoreUnavailable}. */
export function faultyDocuments(documents: Documents, plan: (call: Call) => Fault | undefined): Documents {
  let number = 0;

  async function call<T>(fault: Fault | undefined, carryOut: () => Promise<T>): Promise<T> {
    if (fault === 'before') throw new StoreUnavailable('a planned fault before the call');
    if (typeof fault === 'object') await pause(fault.delayMs);
    const answer = await carryOut();
    if (fault === 'after') throw new StoreUnavailable('a planned fault after the call');
    return answer;
  }

  function next(): number {
    number += 1;
    return number;
  }

  return {
    read: (path) => call(plan({ number: next(), kind: 'read', paths: [path] }), () => documents.read(path)),
    readMany: (paths) => call(plan({ number: next(), kind: 'read', paths }), () => documents.readMany(paths)),
    query: (query) => call(plan({ number: next(), kind: 'query' }), () => documents.query(query)),
    commit: (writes) =>
      call(plan({ number: next(), kind: 'commit', writes }), () => documents.commit(writes)),
  };
}
