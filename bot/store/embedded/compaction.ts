/** Writes what all commits came to into a snapshot, so that the journal can begin anew. */
import { createJournal, removeOlder } from './generations.ts';
import type { Journal } from './journal.ts';
import { type Snapshot, writeSnapshot } from './snapshot.ts';

export interface CompactionRules {
  /** The length of the journal at which it is compacted. */
  atOctets: number;
  /** How long what was deleted may stay in the journal. */
  everyMs: number;
}

export interface Compaction {
  start(): void;
  /** To be told the length of the journal after each group. */
  grown(octets: number): void;
  /** Waits for a compaction that is under way. */
  close(): Promise<void>;
}

/**
 * New journal first, snapshot next, removal of what came before last: whenever it stops, what is there
 * leads to the same documents. A compaction that fails is reported and tried again; the journal goes on.
 */
export function compactionOf(
  store: { directory: string; generation: number; journal: Journal; capture: () => Snapshot },
  rules: CompactionRules,
  onFailure: (cause: unknown) => void,
): Compaction {
  let generation = store.generation;
  let underWay: Promise<void> | undefined;
  let changed = false;
  let next = rules.atOctets;

  async function compact(): Promise<void> {
    changed = false;
    const { directory, journal } = store;
    const snapshot = await journal.turn(async () => {
      const file = await createJournal(directory, generation + 1);
      generation += 1;
      return file;
    }, store.capture);
    await writeSnapshot(directory, generation, snapshot);
    await removeOlder(directory, generation);
  }

  function start(): void {
    underWay ??= compact()
      .then(() => {
        next = rules.atOctets;
      }, onFailure)
      .finally(() => {
        underWay = undefined;
      });
  }

  const timer = setInterval(() => {
    if (changed) start();
  }, rules.everyMs).unref();

  return {
    start,
    grown(octets) {
      changed = true;
      if (octets < next) return;
      next = octets + rules.atOctets;
      start();
    },
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}
