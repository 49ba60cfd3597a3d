export type Turn<T> = { outcome: 'done'; value: T } | { outcome: 'too_slow' };

/**
 * One piece of work at a time, in order of asking.
 *
 * The answer comes within `milliseconds` of asking: when the turn has not come or the work has not ended by then,
 * or when more than `waiting` others wait already, it is `too_slow`. Work that overstays is told by its signal and
 * keeps its place until it has really ended, so that two never run at once.
 *
 * @throws what the work throws.
 */
export function createTurns(limits: { waiting: number; milliseconds: number }) {
  let last: Promise<unknown> = Promise.resolve();
  let present = 0;

  return async function takeTurn<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Turn<T>> {
    if (present > limits.waiting) return { outcome: 'too_slow' };
    present += 1;

    const deadline = new AbortController();
    const expired = new Promise<Turn<T>>((resolve) => {
      deadline.signal.addEventListener('abort', () => resolve({ outcome: 'too_slow' }), { once: true });
    });
    const timer = setTimeout(() => deadline.abort(), limits.milliseconds);

    const run = async (): Promise<Turn<T>> => {
      try {
        if (deadline.signal.aborted) return { outcome: 'too_slow' };
        return { outcome: 'done', value: await work(deadline.signal) };
      } finally {
        clearTimeout(timer);
        present -= 1;
      }
    };
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return Promise.race([turn, expired]);
  };
}
