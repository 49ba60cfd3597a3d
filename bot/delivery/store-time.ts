import { type Documents, StoreUnavailable } from '../store/documents.ts';

/** The longest one call may take on a store that answers at all; the gateway sees to it. */
const ONE_CALL_MILLISECONDS = 1500;

const TOO_LONG = 'the store took too long for one event';

/**
 * How long all store calls of one event may take together, those by which its agency is found included, so that its
 * webhook is answered within two seconds.
 */
export const EVENT_STORE_MILLISECONDS = 1800;

/** @throws StoreUnavailable when the time is over; the call goes on, and nobody waits for it. */
export async function within<T>(call: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(TOO_LONG)), milliseconds);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same store, with one allowance of time for all calls together; work between the calls does not count. */
export function timedDocuments(documents: Documents, allowance = EVENT_STORE_MILLISECONDS): Documents {
  let left = allowance;
  async function timed<T>(call: () => Promise<T>): Promise<T> {
    if (left <= 0) throw new StoreUnavailable(TOO_LONG);
    const began = performance.now();
    try {
      return left >= ONE_CALL_MILLISECONDS ? await call() : await within(call(), left);
    } finally {
      left -= performance.now() - began;
    }
  }
  return {
    read: (path) => timed(() => documents.read(path)),
    readMany: (paths) => timed(() => documents.readMany(paths)),
    query: (query) => timed(() => documents.query(query)),
    commit: (writes) => timed(() => documents.commit(writes)),
  };
}
