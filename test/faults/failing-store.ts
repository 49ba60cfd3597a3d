import { setTimeout as pause } from 'node:timers/promises';
import { type Documents, StoreUnavailable } from '../../bot/store/documents.ts';
import { createDice } from '../../simulator/dice.ts';

/**
 * How often calls of the store fail, from 0 to 1. `before`: nothing was done. `after`: done, but the answer is
 * lost. `late`: the caller is told of a failure at once, and a commit lands some time after that.
 */
export interface StoreFaults {
  before: number;
  after: number;
  late: number;
}

export type Struck = Record<keyof StoreFaults, number>;

export const noStoreFaults: StoreFaults = { before: 0, after: 0, late: 0 };

const LATEST_MILLISECONDS = 600;

export interface FailingStore {
  documents: Documents;
  /** How many calls failed in each way so far. */
  struck: Struck;
  set(faults: StoreFaults): void;
}

/** A store whose calls fail as the dice of `seed` fall. Every failure is {@link StoreUnavailable}. */
export function failingStore(documents: Documents, seed: number): FailingStore {
  const roll = createDice(seed);
  const struck: Struck = { before: 0, after: 0, late: 0 };
  let faults = noStoreFaults;

  function strike(mayBeLate: boolean): keyof StoreFaults | undefined {
    const fallen = roll();
    const { before, after, late } = faults;
    const kind = fallen < before ? 'before' : fallen < before + after ? 'after' : 'late';
    if (fallen >= before + after + late || (kind === 'late' && !mayBeLate)) return undefined;
    struck[kind] += 1;
    return kind;
  }

  async function call<T>(mayBeLate: boolean, carryOut: () => Promise<T>): Promise<T> {
    const kind = strike(mayBeLate);
    if (kind === undefined) return carryOut();
    if (kind === 'after') await carryOut();
    if (kind === 'late') {
      pause(roll() * LATEST_MILLISECONDS)
        .then(carryOut)
        .catch(() => undefined);
    }
    throw new StoreUnavailable('a fault on purpose');
  }

  return {
    struck,
    set: (next) => {
      faults = next;
    },
    documents: {
      read: (path) => call(false, () => documents.read(path)),
      readMany: (paths) => call(false, () => documents.readMany(paths)),
      query: (query) => call(false, () => documents.query(query)),
      commit: (writes) => call(true, () => documents.commit(writes)),
    },
  };
}
