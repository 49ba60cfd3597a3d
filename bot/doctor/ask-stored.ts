import type { Config } from '../config/config.ts';
import { askRunning } from '../spool.ts';
import { StoreUnavailable } from '../store/documents.ts';
import { openStore, type Store } from '../store/open.ts';
import { storeConfigOf } from '../store-config.ts';
import { googleToken } from './google-token.ts';
import { type DoctorAnswer, type DoctorTask, doctoring, runDoctorTask } from './stored.ts';

/** No resident waits for this. */
const STORE_MILLISECONDS = 10_000;

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** Asks the store, or the program that has the embedded one open. `busy`: that did not answer. */
export async function askStored(
  config: Config,
  task: DoctorTask,
): Promise<DoctorAnswer | 'unreachable' | 'busy'> {
  // Google's library ends the program where it finds no credentials.
  if (config.store.kind === 'project' && (await googleToken()) === undefined) return 'unreachable';
  let store: Store;
  try {
    store = await openStore({ ...storeConfigOf(config), deadlineMs: STORE_MILLISECONDS });
  } catch (error) {
    if (isNamed(error, 'StoreLocked')) return (await askRunning(config.dataDir, doctoring, task)) ?? 'busy';
    if (isNamed(error, 'StoreDamaged')) return 'unreachable';
    throw error;
  }
  try {
    return await runDoctorTask(store.documents, task);
  } catch (error) {
    // Google refuses with errors of many kinds.
    if (config.store.kind !== 'embedded' || error instanceof StoreUnavailable) return 'unreachable';
    throw error;
  } finally {
    await store.close();
  }
}
