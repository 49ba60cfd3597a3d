/** Which Firestore there is. Its SDKs are loaded on the way that needs them. */
import type { Firestore } from '@google-cloud/firestore';
import type { Documents } from './documents.ts';

export interface StoreConfig {
  /** `host:port` of an emulator. */
  emulatorHost?: string | undefined;
  /** The Google Cloud project; by itself it selects the real Firestore. */
  projectId?: string | undefined;
  /** Where the embedded store keeps its files, when nothing above is given. */
  dataDir: string;
  /** How long a call may take. */
  deadlineMs?: number | undefined;
  /** How long a connection to an emulator or to Firestore may be silent before it is asked whether it is there. */
  keepAliveMs?: number | undefined;
  /** The embedded store then never compacts its journal: for tests that look at every version there was. */
  keepEveryVersion?: boolean | undefined;
  /** The embedded store could not compact its journal, which loses nothing but space. */
  onCompactionFailure?: ((cause: unknown) => void) | undefined;
}

export interface Store {
  documents: Documents;
  /** For what speaks to Firestore itself, such as triggers. Writes by it are as durable as commits. */
  firestore: Firestore;
  /** Of the embedded store. */
  journal?: JournalState;
  close(): Promise<void>;
}

/** How the journal of the embedded store stands. */
export interface JournalState {
  octets(): number;
  /** The slowest sync of the last 5 to 10 minutes; 0 where there was none. */
  slowestMilliseconds(): number;
  /** Nothing is taken any more. */
  hasFailed(): boolean;
}

const EMULATED_PROJECT = 'demo-prongsai';
/** An emulator asks for no credentials; without this the SDK looks for some, for seconds. */
const NO_AUTH = { getUniverseDomain: async () => 'googleapis.com' };
/**
 * A connection that a router has forgotten takes what is sent and answers nothing; the machine notices after a quarter
 * of an hour. Asked while a call waits for it, and given up where it does not answer, it is noticed after 40 s.
 */
const KEEP_ALIVE_MS = 30_000;
const KEEP_ALIVE_PATIENCE_MS = 10_000;
const COMPACTION = { atOctets: 64 * 1024 * 1024, everyMs: 24 * 60 * 60 * 1000 };

/**
 * An emulator when one is named, else the real Firestore when there is a project, else the embedded store.
 *
 * @throws {StoreLocked | StoreDamaged} from the embedded store.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  if (config.emulatorHost !== undefined) {
    return openRemote(config, { projectId: config.projectId ?? EMULATED_PROJECT, host: config.emulatorHost });
  }
  if (config.projectId !== undefined) return openRemote(config, { projectId: config.projectId });
  return openInDirectory(config);
}

async function openRemote(config: StoreConfig, where: { projectId: string; host?: string }): Promise<Store> {
  const { deleteApp, initializeApp } = await import('firebase-admin/app');
  const { getFirestore } = await import('firebase-admin/firestore');
  const { firestoreDocuments } = await import('./firestore-documents.ts');
  const { randomUUID } = await import('node:crypto');
  const { host, ...project } = where;
  const app = initializeApp(project, randomUUID());
  const firestore = getFirestore(app);
  const keepAliveMs = config.keepAliveMs ?? KEEP_ALIVE_MS;
  const grpcOptions = {
    'grpc.keepalive_time_ms': keepAliveMs,
    'grpc.keepalive_timeout_ms': Math.min(keepAliveMs, KEEP_ALIVE_PATIENCE_MS),
  };
  firestore.settings({ grpcOptions, ...(host === undefined ? {} : { host, ssl: false, auth: NO_AUTH }) });
  return {
    documents: firestoreDocuments(firestore, deadlineOf(config)),
    firestore,
    async close() {
      await firestore.terminate();
      await deleteApp(app);
    },
  };
}

async function openInDirectory(config: StoreConfig): Promise<Store> {
  const { openEmbedded } = await import('./embedded/open-embedded.ts');
  const { durableReads } = await import('./embedded/embedded-documents.ts');
  const { groupedSessions } = await import('./embedded/grouped-sessions.ts');
  const { firestoreDocuments } = await import('./firestore-documents.ts');
  const embedded = await openEmbedded({
    directory: config.dataDir,
    compaction: config.keepEveryVersion === true ? 'never' : COMPACTION,
    onCompactionFailure: config.onCompactionFailure ?? (() => undefined),
  });
  const documents = firestoreDocuments(embedded.firestore, deadlineOf(config));
  return {
    documents: groupedSessions(durableReads(documents, embedded.settled)),
    firestore: embedded.firestore,
    journal: embedded.journal,
    close: embedded.close,
  };
}

function deadlineOf({ deadlineMs }: StoreConfig): { deadlineMs?: number } {
  return deadlineMs === undefined ? {} : { deadlineMs };
}
