/** This many events of one resident may wait; the next is left to LINE to send again. */
const MOST_WAITING = 200;

/** Too many events of one resident wait already. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** Work by key: one piece at a time for each key, in order of asking; different keys side by side. */
export interface Queues {
  /**
   * @throws QueueFull when too many pieces wait under this key.
   * @throws what the work throws, or what stopped the piece before it.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when everything asked for so far has ended. */
  idle(): Promise<void>;
}

/**
 * `stops` tells which failures of one piece also fail those that wait behind it, because each of them would
 * only wait out the same failure again.
 */
export function createQueues(stops: (error: unknown) => boolean, mostWaiting = MOST_WAITING): Queues {
  const tails = new Map<string, { last: Promise<unknown>; waiting: number }>();

  async function run<T>(key: string, work: () => Promise<T>): Promise<T> {
    let tail = tails.get(key);
    if (tail === undefined) {
      tail = { last: Promise.resolve(), waiting: 0 };
      tails.set(key, tail);
    }
    if (tail.waiting >= mostWaiting) throw new QueueFull('too many events of one resident are waiting');
    tail.waiting += 1;
    const done = tail.waiting === 1 ? work() : tail.last.then(work);
    tail.last = done.catch((error: unknown) => {
      if (stops(error)) throw error;
    });
    tail.last.catch(() => undefined);
    try {
      return await done;
    } finally {
      tail.waiting -= 1;
      if (tail.waiting === 0) tails.delete(key);
    }
  }

  return {
    run,
    idle: async () => {
      await Promise.allSettled([...tails.values()].map(({ last }) => last));
    },
  };
}
