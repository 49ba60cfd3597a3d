/**
 * Every collection that the store may hold, wherever it stands, and whether a backup keeps it. A collection that is
 * not here stops a backup: nobody has said yet what is to become of it.
 */
const collections = {
  agencies: 'kept',
  announcements: 'kept',
  attachments: 'kept',
  audit: 'kept',
  cases: 'kept',
  comments: 'kept',
  districts: 'kept',
  erasures: 'kept',
  evidence: 'kept',
  history: 'kept',
  indicators: 'kept',
  invites: 'kept',
  keys: 'kept',
  matter: 'kept',
  measures: 'kept',
  messages: 'kept',
  months: 'kept',
  outbox: 'kept',
  paperFiles: 'kept',
  paperParts: 'kept',
  paperWords: 'kept',
  papers: 'kept',
  places: 'kept',
  /** The LINE accounts' secrets: useless without `SECRET_KEY`, and without them no other agency is served. */
  private: 'kept',
  progress: 'kept',
  published: 'kept',
  proposals: 'kept',
  readers: 'kept',
  receipts: 'kept',
  responses: 'kept',
  serviceMonths: 'kept',
  services: 'kept',
  settings: 'kept',
  staff: 'kept',
  surveys: 'kept',
  tallies: 'kept',
  targets: 'kept',
  versions: 'kept',
  answered: 'left out',
  limits: 'left out',
  routes: 'left out',
  sessions: 'left out',
  staffSessions: 'left out',
  staffTickets: 'left out',
} as const satisfies Record<string, 'kept' | 'left out'>;

export type CollectionName = keyof typeof collections;

const isKnown = (name: string): name is CollectionName => Object.hasOwn(collections, name);

/** The names of all collections, kept or not. */
export const collectionNames: readonly CollectionName[] = Object.keys(collections).filter(isKnown);

/** The collection that a document stands in, of `agencies/khoen/cases/a/messages/1`: `messages`. */
export const collectionOf = (path: string): string => path.split('/').at(-2) ?? '';

/** What a backup does with a document: drafts and everything else that expires is left out as well. */
export function fateOf(
  path: string,
  data: Readonly<Record<string, unknown>>,
): 'kept' | 'left out' | 'unknown' {
  const name = collectionOf(path);
  if (!isKnown(name)) return 'unknown';
  return data.expireAt === undefined ? collections[name] : 'left out';
}
