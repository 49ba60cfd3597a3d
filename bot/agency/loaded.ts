import type { Documents } from '../store/documents.ts';
import { type CurrentAgency, readAgency } from './load.ts';

const REFRESH_MILLISECONDS = 30_000;

/** An agency kept in memory and read again in the background, so that no event waits for it. */
export interface LoadedAgency {
  current(): CurrentAgency;
  /** Reads it again now, after a change of this process's own. */
  refresh(): Promise<void>;
  stop(): void;
}

/**
 * Loads an agency; undefined where there is none.
 * @throws StoreUnavailable at the first load; later failures keep what is known and go to `failed`.
 */
export async function loadAgency(
  documents: Documents,
  id: string,
  failed: (error: unknown) => void,
  every = REFRESH_MILLISECONDS,
): Promise<LoadedAgency | undefined> {
  const first = await readAgency(documents, id);
  if (first === undefined) return undefined;
  let current = first;
  const refresh = async (): Promise<void> => {
    try {
      current = (await readAgency(documents, id)) ?? current;
    } catch (error) {
      failed(error);
    }
  };
  const timer = setInterval(refresh, every).unref();
  return { current: () => current, refresh, stop: () => clearInterval(timer) };
}
