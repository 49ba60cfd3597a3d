import { setTimeout as wait } from 'node:timers/promises';
import type { PaperEntry } from '../../domain/papers/register.ts';
import { emptyRegister, PapersRegister, shardOf } from '../../domain/papers/register.ts';
import { type Searched, searchPapers } from '../../domain/papers/search.ts';
import { readPaperQuery } from '../../domain/words/paper-query.ts';
import type { Paths } from '../records/paths.ts';
import { type Documents, StoreUnavailable } from '../store/documents.ts';
import { ShardRecord } from './records.ts';

/** How long the register is taken for current, in milliseconds. */
const FRESH_FOR = 30_000;
/** So many documents of the index are fetched in one call: at most three MiB. */
const AT_ONCE = 4;

export interface ShelfParts {
  documents: Documents;
  paths: Paths;
  /** Milliseconds since the epoch. */
  clock: () => number;
}

/** The public papers of one agency, as residents look for them. */
export interface PaperShelf {
  /** The same object for as long as nothing was changed. @throws StoreUnavailable */
  register(): Promise<PapersRegister>;
  /**
   * The papers that fit what somebody wrote, best first. With `patience`, in milliseconds, whoever asks waits no longer
   * for the words of files: those that have not come are searched by their titles. @throws StoreUnavailable
   */
  search(words: string, patience?: number): Promise<PaperEntry[]>;
}

type Filters = ReadonlyMap<string, Uint8Array>;
interface HeldShard {
  edition: number;
  filters: Filters;
}

/**
 * Reads `published/papers` at most once each half minute, and of the word index only the documents that were written
 * since they were read: a search costs no read, one, or at most 1 + 16, however many papers there are.
 */
export function openShelf({ documents, paths, clock }: ShelfParts): PaperShelf {
  let held: { until: number; updated: string; register: PapersRegister } | undefined;
  let reading: Promise<PapersRegister> | undefined;
  const shards = new Map<string, HeldShard>();

  async function read(): Promise<PapersRegister> {
    const found = await documents.read(paths.published('papers'));
    const updated = found?.updateTime.valueOf() ?? '';
    const isSame = held?.updated === updated;
    const register = isSame && held !== undefined ? held.register : parsed(found?.data);
    held = { until: clock() + FRESH_FOR, updated, register };
    return register;
  }

  async function register(): Promise<PapersRegister> {
    if (held !== undefined && clock() < held.until) return held.register;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readShards(some: readonly (readonly [shard: string, edition: number])[]): Promise<void> {
    const found = await documents.readMany(some.map(([shard]) => paths.paperWords(shard)));
    for (const [nth, [shard, edition]] of some.entries()) {
      const record = ShardRecord.safeParse(found[nth]?.data).data;
      const filters = new Map(Object.entries(record?.papers ?? {}).map(([id, { grams }]) => [id, grams]));
      shards.set(shard, { edition, filters });
    }
  }

  /** A few at a time, so that those which came are kept where others do not. */
  async function freshen(now: PapersRegister): Promise<void> {
    const stale = Object.entries(now.shards).filter(
      ([shard, edition]) => shards.get(shard)?.edition !== edition,
    );
    const groups = Array.from({ length: Math.ceil(stale.length / AT_ONCE) }, (_, nth) =>
      stale.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
    );
    await Promise.all(groups.map(readShards));
  }

  async function freshenWithin(now: PapersRegister, patience: number): Promise<void> {
    const given = new AbortController();
    const freshened = freshen(now).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    });
    const waited = wait(patience, undefined, { signal: given.signal, ref: false }).catch(() => undefined);
    await Promise.race([freshened, waited]);
    given.abort();
  }

  return {
    register,
    async search(words, patience) {
      const now = await register();
      await (patience === undefined ? freshen(now) : freshenWithin(now, patience));
      const all = now.papers.map(
        (entry): Searched => ({ entry, filter: shards.get(shardOf(entry.id))?.filters.get(entry.id) }),
      );
      return searchPapers(all, readPaperQuery(words));
    },
  };
}

const parsed = (data: unknown): PapersRegister =>
  data === undefined ? emptyRegister : PapersRegister.parse(data);

/** What an agency's shelf shows, without keeping anything: for jobs. @throws StoreUnavailable */
export const readRegister = async ({
  documents,
  paths,
}: Pick<ShelfParts, 'documents' | 'paths'>): Promise<PapersRegister> =>
  parsed((await documents.read(paths.published('papers')))?.data);
