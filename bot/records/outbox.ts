import type { OutboxEntry, StoredEntry } from '../../domain/outbox/entry.ts';
import type { Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';

/** An entry that waits to be sent. */
const waiting = ({ addressee, notice, dueAt }: Omit<OutboxEntry, 'id'>): StoredEntry => ({
  version: 1,
  addressee,
  notice,
  status: 'waiting',
  dueAt,
  attempts: 0,
  firstDueAt: dueAt,
});

/**
 * Puts something to be sent into the outbox. Writing the same entry again makes it wait anew, so that an alert
 * about several things at one time is one entry, and never lost where it was just being sent.
 */
export function storeEntry({ paths }: Pick<Ground, 'paths'>, entry: OutboxEntry): Write {
  return { op: 'set', path: paths.outbox(entry.id), data: { ...waiting(entry) } };
}

/** The same, but where the entry is there already, whatever became of it. */
export function storeOnce({ paths }: Pick<Ground, 'paths'>, entry: OutboxEntry): Write {
  return { op: 'create', path: paths.outbox(entry.id), data: { ...waiting(entry) } };
}
