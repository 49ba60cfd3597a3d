import type { z } from 'zod';
import type { PageKind } from '../../domain/published/page.ts';
import type { Log } from '../log/log.ts';
import type { Paths } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';

/** How long a published document is shown before it is read again, in milliseconds. */
const FRESH_FOR = 30_000;
/** How many documents of one kind are held at a time. */
const MOST_HELD = 500;

export interface SnapshotParts {
  agencyId: string;
  documents: Documents;
  paths: Paths;
  /** Milliseconds since the epoch. */
  clock: () => number;
  log: Log;
}

/** `absent`: nothing was published under the name. `broken`: it is there, or may be, and cannot be shown. */
export type Snapshot<T> = { kind: 'shown'; value: T } | { kind: 'absent' } | { kind: 'broken' };

interface Held<T> {
  until: number;
  reading: Promise<{ snapshot: Snapshot<T>; updated: string }>;
}

/**
 * Reads `published/{name}`, or what stands `at` another path for it, at most once each half minute for a name. The value is the same object for as long
 * as the document is the same. While the store fails, what was read before is shown on.
 */
export function openSnapshots<T>(
  { agencyId, documents, paths, clock, log }: SnapshotParts,
  page: PageKind,
  schema: z.ZodType<T>,
  at: (name: string) => string = paths.published,
): (name: string) => Promise<Snapshot<T>> {
  const held = new Map<string, Held<T>>();

  async function fetch(name: string, before: Held<T> | undefined): Promise<Awaited<Held<T>['reading']>> {
    const known = await before?.reading;
    try {
      const found = await documents.read(at(name));
      if (found === undefined) return { snapshot: { kind: 'absent' }, updated: '' };
      const updated = found.updateTime.valueOf();
      if (known?.snapshot.kind === 'shown' && known.updated === updated) return known;
      const parsed = schema.safeParse(found.data);
      if (parsed.success) return { snapshot: { kind: 'shown', value: parsed.data }, updated };
      log('page_unavailable', { agency: agencyId, page, reason: 'unreadable' });
    } catch {
      log('page_unavailable', { agency: agencyId, page, reason: 'store' });
      if (known?.snapshot.kind === 'shown') return known;
    }
    return { snapshot: { kind: 'broken' }, updated: '' };
  }

  return async (name) => {
    const before = held.get(name);
    if (before !== undefined && clock() < before.until) return (await before.reading).snapshot;
    const now: Held<T> = { until: clock() + FRESH_FOR, reading: fetch(name, before) };
    held.delete(name);
    held.set(name, now);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return (await now.reading).snapshot;
  };
}
