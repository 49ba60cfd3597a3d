import type { Identity } from '../../sealing/keys.ts';
import type { DocumentData, Documents, Write } from '../store/documents.ts';
import type { Everything } from '../store/everything.ts';
import { collectionOf, fateOf } from './collections.ts';
import type { Counts, Progress } from './format.ts';
import { type BackupSummary, documentsIn, verifyBackup } from './read-backup.ts';

export interface RestoreParts {
  documents: Documents;
  /** What the store holds: asked before, and again after everything was written. */
  everything(): Promise<Everything>;
  /** `check` of an agency under this server's `SECRET_KEY`. */
  check(agencyId: string): string;
  /** Whether documents that are there already may be replaced by the backup's; others stay. */
  intoNonEmpty: boolean;
  progress: Progress;
}

/** `not_empty`: the store holds documents, and nobody said that they may be replaced. */
export type Restored =
  | { ok: true; summary: BackupSummary }
  | { ok: false; why: 'not_empty' | 'other_secret_key' }
  | { ok: false; why: 'not_all_there'; missing: Counts };

/** Firestore takes at most 10 MiB and, by the index entries it makes, some hundred documents in a commit. */
const MOST_WRITES = 200;
const MOST_OCTETS = 4 * 1024 * 1024;

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length * 3;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [name, one]) => sum + name.length + sizeOf(one), 16);
};

async function isEmpty(everything: Everything): Promise<boolean> {
  for await (const _ of everything.documents()) return false;
  return true;
}

async function countAll(everything: Everything): Promise<Counts> {
  const counts: Counts = {};
  for await (const { path, data } of everything.documents()) {
    if (fateOf(path, data) !== 'kept') continue;
    const name = collectionOf(path);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function* commitsOf(documents: AsyncIterable<{ path: string; data: DocumentData }>) {
  let writes: Write[] = [];
  let octets = 0;
  for await (const { path, data } of documents) {
    const size = sizeOf(data);
    if (writes.length > 0 && (writes.length >= MOST_WRITES || octets + size > MOST_OCTETS)) {
      yield writes;
      writes = [];
      octets = 0;
    }
    writes.push({ op: 'set', path, data });
    octets += size;
  }
  if (writes.length > 0) yield writes;
}

/**
 * Puts a backup back: read whole and found sound before the first document is written, counted after the last.
 * @throws BackupRefused
 * @throws StoreUnavailable; what was written until then stays, and restoring again goes over it
 */
export async function restoreBackup(
  file: string,
  identity: Identity,
  parts: RestoreParts,
): Promise<Restored> {
  const summary = await verifyBackup(file, identity);
  if (summary.head.agencies.some(({ id, check }) => check !== parts.check(id))) {
    return { ok: false, why: 'other_secret_key' };
  }
  if (!parts.intoNonEmpty && !(await isEmpty(await parts.everything())))
    return { ok: false, why: 'not_empty' };
  let done = 0;
  for await (const writes of commitsOf(documentsIn(file, identity))) {
    await parts.documents.commit(writes);
    done += writes.length;
    parts.progress(done, summary.documents);
  }
  const there = await countAll(await parts.everything());
  const missing = Object.fromEntries(
    Object.entries(summary.counts)
      .map(([name, count]) => [name, count - (there[name] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
  return Object.keys(missing).length === 0
    ? { ok: true, summary }
    : { ok: false, why: 'not_all_there', missing };
}
