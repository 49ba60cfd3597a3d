/**
 * The in-memory Firestore behind the real SDK, with the three things that it lacks for keeping: update
 * times that never repeat, commits that wait until they are durable, and letting go of the past. They reach
 * into its internals; where one of these is not as expected, opening fails.
 */
import type { Firestore } from '@google-cloud/firestore';
import type { CommitClock } from './clock.ts';
import { type Database, makeDurable } from './durable-client.ts';
import { historyOf } from './history.ts';
import { member, method, replaceMethod } from './internals.ts';
import type { StoredDocument } from './records.ts';

export interface Bridge {
  firestore: Firestore;
  /** Puts a document in place as of its update time, unasked by {@link Keeper}. */
  load(document: StoredDocument): void;
  /** All documents as of now. Their data is frozen: later commits do not show. */
  documents(): StoredDocument[];
}

/** Who makes commits durable. */
export type Keeper = Pick<Database, 'keep' | 'settled'>;

const PROJECT = 'prongsai';
const ROOT = `projects/${PROJECT}/databases/(default)/documents/`;

export async function openBridge(clock: CommitClock, keeper: Keeper): Promise<Bridge> {
  const { FirestoreMock } = await import('@firebase-bridge/firestore-admin');
  const controller = new FirestoreMock().createDatabase(PROJECT);
  const firestore = controller.firestore();
  const accessor = member(controller, '_accessor');
  replaceMethod(accessor, 'serverTime', clock.now);
  const history = historyOf(accessor);

  const database: Database = {
    root: ROOT,
    current: (path) => controller.database.getDocument(path),
    version: () => controller.version(),
    settled: keeper.settled,
    keep(changes, time) {
      const kept = keeper.keep(changes, time);
      for (const { path } of changes) history.drop(path);
      return kept;
    },
  };
  const pool = member(firestore, '_clientPool');
  const newClient = method(pool, 'clientFactory');
  replaceMethod(pool, 'clientFactory', (...options: unknown[]) => {
    const client = newClient(...options);
    makeDurable(client, database);
    return client;
  });

  return {
    firestore,
    load({ path, data, updateTime }) {
      clock.at(updateTime, () => controller.database.setDocument(path, data));
    },
    documents: history.documents,
  };
}
