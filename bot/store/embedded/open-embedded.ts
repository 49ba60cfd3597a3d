/** The embedded store: Firestore in memory, kept in a directory. */
import { mkdir } from 'node:fs/promises';
import type { Firestore } from '@google-cloud/firestore';
import { slowest } from '../../metrics/slowest.ts';
import type { JournalState } from '../open.ts';
import { openBridge } from './bridge.ts';
import { CommitClock } from './clock.ts';
import { type Compaction, type CompactionRules, compactionOf } from './compaction.ts';
import { continueJournal, createJournal } from './generations.ts';
import { Journal } from './journal.ts';
import { lock } from './lock.ts';
import { writeCommit } from './records.ts';
import { type Recovered, recover } from './recovery.ts';

export interface EmbeddedStore {
  firestore: Firestore;
  /** Settles when all commits so far are durable. @throws {StoreUnavailable} once the journal has failed. */
  settled(): Promise<void>;
  journal: JournalState;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  directory: string;
  /** `'never'` keeps every version that ever was. */
  compaction: CompactionRules | 'never';
  /** A compaction failed, which loses nothing. */
  onCompactionFailure: (cause: unknown) => void;
}

const OWNER_ONLY = 0o700;
const UNCOMPACTED: Compaction = {
  start: () => undefined,
  grown: () => undefined,
  close: async () => undefined,
};

/**
 * Every commit by any means of the SDK is durable before it is acknowledged.
 *
 * @throws {StoreLocked} while another process has the directory open.
 * @throws {StoreDamaged} where files are missing or not what was written.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedStore> {
  await mkdir(options.directory, { recursive: true, mode: OWNER_ONLY });
  const held = await lock(options.directory);
  try {
    const store = await openLocked(options);
    return {
      ...store,
      async close() {
        await store.close().finally(() => held.release());
      },
    };
  } catch (error) {
    await held.release();
    throw error;
  }
}

async function openLocked({ directory, ...options }: EmbeddedOptions): Promise<EmbeddedStore> {
  const recovered = await recover(directory);
  const { generation, file, end } = await openJournal(directory, recovered);
  let lastCommit = recovered.commit;
  let compaction = UNCOMPACTED;
  let length = end;
  const syncs = slowest(() => performance.now());
  const journal = new Journal(file, end, (octets, milliseconds) => {
    length = octets;
    syncs.note(milliseconds);
    compaction.grown(octets);
  });
  const bridge = await openBridge(new CommitClock(), {
    settled: () => journal.settled(),
    keep: (changes, time) => {
      lastCommit += 1;
      return journal.append((to) => writeCommit(to, { commit: lastCommit, time, changes }));
    },
  });
  for (const document of recovered.documents.values()) bridge.load(document);
  if (options.compaction !== 'never') {
    const capture = () => ({ commit: lastCommit, documents: bridge.documents() });
    const store = { directory, generation, journal, capture };
    compaction = compactionOf(store, options.compaction, options.onCompactionFailure);
    if (recovered.isCompactable) compaction.start();
  }
  return {
    firestore: bridge.firestore,
    settled: () => journal.settled(),
    journal: {
      octets: () => length,
      slowestMilliseconds: syncs.lately,
      hasFailed: () => journal.failure !== undefined,
    },
    async close() {
      await compaction.close();
      await journal.close();
      await bridge.firestore.terminate();
    },
  };
}

async function openJournal(directory: string, { generation, journalEnd }: Recovered) {
  if (generation === undefined) {
    const file = await createJournal(directory, 1);
    return { generation: 1, file, end: journalEnd };
  }
  return { generation, file: await continueJournal(directory, generation, journalEnd), end: journalEnd };
}
