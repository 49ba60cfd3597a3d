import type { DocumentData, Documents } from './documents.ts';
import type { Store } from './open.ts';

/** More than there are local governments in the country. */
const MOST_AGENCIES = 10_000;

/** All documents of a store, one after another. */
export interface Everything {
  /** How many there are, where that is known before they are read. */
  size: number | undefined;
  /** The ids of all agencies. */
  agencies: readonly string[];
  documents(): AsyncIterable<{ path: string; data: DocumentData }>;
}

/** What is in a directory of the embedded store, which a running program may have open meanwhile. */
export async function everythingIn(directory: string): Promise<Everything> {
  const { recover } = await import('./embedded/recovery.ts');
  const documents = await again(() => recover(directory));
  return {
    size: documents.documents.size,
    agencies: [...documents.documents.keys()].flatMap((path) => agencyIn(path) ?? []),
    async *documents() {
      for (const { path, data } of documents.documents.values()) yield { path, data };
    },
  };
}

/** The agency whose own document stands at `path`. */
const agencyIn = (path: string): string | undefined => /^agencies\/([^/]+)$/.exec(path)?.[1];

const TRIES = 5;

/** A compaction may take a file away between its being listed and its being read; the next look finds the new ones. */
async function again<T>(look: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await look();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

const PAGE = 300;

async function* pagesOf(documents: Documents, group: string) {
  let last: string | undefined;
  do {
    const page = await documents.query({
      group,
      where: [],
      orderBy: [['__name__', 'asc']],
      limit: PAGE,
      ...(last === undefined ? {} : { startAfter: [last] }),
    });
    yield* page;
    last = page.length < PAGE ? undefined : page.at(-1)?.path;
  } while (last !== undefined);
}

/** Collections that are not among `known`, looked for at the root, below each agency, and below a page of each kind. */
async function unknownIn(
  { firestore, documents }: Store,
  known: readonly string[],
  agencies: readonly string[],
) {
  const roots = await firestore.listCollections();
  const below = await Promise.all(agencies.map((id) => firestore.doc(`agencies/${id}`).listCollections()));
  const found = new Set([...roots, ...below.flat()].map(({ id }) => id));
  for (const group of known.filter((name) => found.has(name) && name !== 'agencies')) {
    const [first] = await documents.query({ group, where: [], orderBy: [['__name__', 'asc']], limit: 1 });
    if (first === undefined) continue;
    for (const { id } of await firestore.doc(first.path).listCollections()) found.add(id);
  }
  return [...found].filter((name) => !known.includes(name));
}

/**
 * Everything that a Firestore answers for, collection by collection, in pages. A document of a collection that is
 * not `known` comes first where there is one, so that whoever reads on has seen it.
 * @throws StoreUnavailable
 */
export async function everythingOf(store: Store, known: readonly string[]): Promise<Everything> {
  const { documents, firestore } = store;
  const own = await documents.query({
    collection: 'agencies',
    where: [],
    orderBy: [['__name__', 'asc']],
    limit: MOST_AGENCIES,
  });
  const agencies = own.map(({ id }) => id);
  const unknown = await unknownIn(store, known, agencies);
  return {
    size: undefined,
    agencies,
    async *documents() {
      for (const name of unknown) {
        const { docs } = await firestore.collectionGroup(name).limit(1).get();
        for (const { ref, data } of docs) yield { path: ref.path, data: data() };
      }
      for (const group of known) yield* pagesOf(documents, group);
    },
  };
}
