import { type Committed, type Documents, StoreUnavailable, type Write } from '../documents.ts';

/** A session that waits for the end of this turn of the event loop, and whoever waits for it. */
interface Waiting {
  write: Write;
  resolve(committed: Committed): void;
  reject(cause: unknown): void;
}

const MOST_IN_GROUP = 64;

const isSession = ({ path }: Write): boolean => /^agencies\/[^/]+\/sessions\/[^/]+$/.test(path);

/**
 * `documents`, with commits of one session and nothing else put together: those made in one turn of the event loop
 * go to the SDK as one, which costs half as much. A group that was refused is made again one by one, so that each
 * stands for itself. Nothing but sessions is grouped, because documents of one commit carry one time: what belongs to a
 * tip must share it with nobody's session. Only for the store in this process: on a real Firestore commits run side
 * by side, and people would wait for one another.
 */
export function groupedSessions(documents: Documents): Documents {
  let waiting = new Map<string, Waiting>();

  async function alone({ write, resolve, reject }: Waiting): Promise<void> {
    await documents.commit([write]).then(resolve, reject);
  }

  async function together(group: Waiting[]): Promise<void> {
    const [only] = group;
    if (only !== undefined && group.length === 1) return alone(only);
    try {
      const committed = await documents.commit(group.map(({ write }) => write));
      if (!committed.ok) await Promise.all(group.map(alone));
      else {
        const { updateTimes } = committed;
        for (const [index, { resolve }] of group.entries()) {
          resolve({ ok: true, updateTimes: updateTimes.slice(index, index + 1) });
        }
      }
    } catch (error) {
      const timeIsOver = error instanceof StoreUnavailable && error.cause === undefined;
      if (timeIsOver) for (const { reject } of group) reject(error);
      else await Promise.all(group.map(alone));
    }
  }

  function go(): void {
    const group = [...waiting.values()];
    waiting = new Map();
    void together(group);
  }

  return {
    ...documents,
    commit(writes) {
      const [write] = writes;
      if (write === undefined || writes.length > 1 || !isSession(write)) return documents.commit(writes);
      if (waiting.size === MOST_IN_GROUP || waiting.has(write.path)) go();
      if (waiting.size === 0) setImmediate(() => waiting.size > 0 && go());
      return new Promise((resolve, reject) => waiting.set(write.path, { write, resolve, reject }));
    },
  };
}
