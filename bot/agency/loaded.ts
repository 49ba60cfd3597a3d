import { within } from '../delivery/store-time.ts';
import type { Documents } from '../store/documents.ts';
import { type CurrentAgency, readAgency } from './load.ts';

/** What is known is read again in the background when it is older than this. */
const FRESH_MILLISECONDS = 30_000;
/** What is older than this is not used before it was tried to read it again, for so long at most. */
const STALE_MILLISECONDS = 10 * 60_000;
const PATIENCE_MILLISECONDS = 1000;

/** An agency kept in memory, so that no event waits for it to be read. */
export interface LoadedAgency {
  current(): CurrentAgency;
  /** Reads it again now, after a change of this process's own. Never throws. */
  refresh(): Promise<void>;
  /** Before it is used: reads it again where it is no longer fresh. Whoever uses it often never waits. Never throws. */
  freshen(): Promise<void>;
}

/**
 * Loads an agency; undefined where there is none.
 * @throws StoreUnavailable at the first load; later failures keep what is known and go to `failed`.
 */
export async function loadAgency(
  documents: Documents,
  id: string,
  failed: (error: unknown) => void,
): Promise<LoadedAgency | undefined> {
  const first = await readAgency(documents, id);
  if (first === undefined) return undefined;
  let current = first;
  let readAt = performance.now();
  let reading: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    const began = performance.now();
    try {
      current = (await readAgency(documents, id)) ?? current;
      readAt = began;
    } catch (error) {
      failed(error);
    }
  };
  const freshen = async (): Promise<void> => {
    const age = performance.now() - readAt;
    if (age < FRESH_MILLISECONDS) return;
    reading ??= refresh().finally(() => {
      reading = undefined;
    });
    if (age > STALE_MILLISECONDS) await within(reading, PATIENCE_MILLISECONDS).catch(() => undefined);
  };
  return { current: () => current, refresh, freshen };
}
