import { type Documents, StoreUnavailable, type Write } from '../../bot/store/documents.ts';
import { type Call, type Fates, fated, type Time } from './calls.ts';
import type { Life } from './lanes.ts';

const collectionOf = (path: string): string =>
  path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .slice(1)
    .join('/') || 'agencies';

const named = (paths: readonly string[]): string => [...new Set(paths.map(collectionOf))].sort().join(' ');

/** The store as one program reaches it: slowly, not always, and not at all once the program was killed. */
export function gateway(documents: Documents, parts: { fates: Fates; life: Life; time: Time }): Documents {
  const failure = async (): Promise<never> => {
    throw new StoreUnavailable('a fault on purpose');
  };
  const call = <T>(kind: Call['kind'], about: string, carryOut: () => Promise<T>): Promise<T> =>
    fated(parts, { kind, about }, carryOut, failure);
  return {
    read: (path) => call('read', named([path]), () => documents.read(path)),
    readMany: (paths) => call('read', named(paths), () => documents.readMany(paths)),
    query: (query) =>
      call('query', query.group ?? collectionOf(query.collection ?? ''), () => documents.query(query)),
    commit: (writes: readonly Write[]) =>
      call('commit', named(writes.map(({ path }) => path)), () => documents.commit(writes)),
  };
}
