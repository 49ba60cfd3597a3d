import type { OutboxEntry, StoredEntry } from '../../domain/outbox/entry.ts';
import type { Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';

/**
 * Puts something to be sent into the outbox. Writing the same entry again makes it wait anew, so that an alert
 * about several things at one time is one entry, and never lost where it was just being sent.
 */
export function storeEntry({ paths }: Pick<Ground, 'paths'>, entry: OutboxEntry): Write {
  const { id, addressee, notice, dueAt } = entry;
  const stored: StoredEntry = {
    version: 1,
    addressee,
    notice,
    status: 'waiting',
    dueAt,
    attempts: 0,
    firstDueAt: dueAt,
  };
  return { op: 'set', path: paths.outbox(id), data: { ...stored } };
}
