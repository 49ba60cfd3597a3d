import type { ToldStaff } from '../../domain/outbox/compose.ts';
import { composeMail } from '../../domain/outbox/compose-mail.ts';
import type { Ground } from '../records/ground.ts';
import { storeOnce } from '../records/outbox.ts';
import type { Write } from '../store/documents.ts';
import type { Lease } from './lease.ts';
import type { OutboxParts } from './parts.ts';
import { turnOf } from './told.ts';

/** What is told of tips by mail, whoever it is told to. */
const TIPS_ALONE: ToldStaff = {
  to: 'staff',
  cases: [],
  count: 0,
  tips: true,
  keys: [],
  steps: [],
  morning: undefined,
};

/**
 * Tells one of the staff of tips by mail, once and without an entry: one that waited for a mail server would show
 * whoever copies the store which readers are told, and so whom a tip is about. What became of it stands nowhere, the log included.
 */
export async function mailTips(parts: OutboxParts, email: string, { batch }: Lease): Promise<void> {
  const { ground, mailer } = parts;
  const mail = composeMail(TIPS_ALONE, turnOf(parts));
  if (mailer === undefined || mail === undefined) return;
  await mailer.send(email, mail, ground.secrets.retryKey(`outbox/${batch}/mail`));
}

/**
 * Entries by which the staff who has an address is told by mail as well of what is sent on LINE, whether LINE takes it
 * or not; but of tips. They are named after the lease: where LINE is tried again they are there already, and nothing is mailed twice.
 */
export function mailCopies(ground: Ground, staffId: string, { batch, entries }: Lease, now: number): Write[] {
  const copied = entries.filter(({ entry }) => entry.notice.notice !== 'tips');
  return copied.map(({ path, entry: { notice } }): Write => {
    const id = `${path.slice(path.lastIndexOf('/') + 1)}.${batch}`;
    return storeOnce(ground, { id, addressee: { to: 'mail', staffId }, notice, dueAt: now });
  });
}
