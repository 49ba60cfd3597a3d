import { isHopeless, pauseAfter } from '../../domain/outbox/backoff.ts';
import { compose } from '../../domain/outbox/compose.ts';
import type { Addressee } from '../../domain/outbox/entry.ts';
import type { Sent } from '../line/api.ts';
import { render } from '../line/render.ts';
import { endLease, type Lease } from './lease.ts';
import type { OutboxParts } from './parts.ts';
import { findRecipient } from './recipient.ts';
import { turnOf, whatIsTold } from './told.ts';

/** LINE says that it will never take this, not that it cannot now; a wrong token is ours to put right. */
const NEVER = [400, 403, 404, 413];

type Kind = Lease['entries'][number]['entry']['notice']['notice'] | 'mixed';

const kindOf = ({ entries }: Lease): Kind => {
  const kinds = new Set(entries.map(({ entry }) => entry.notice.notice));
  const [first] = kinds;
  return kinds.size === 1 && first !== undefined ? first : 'mixed';
};

async function afterFailure(
  { ground, clock, log }: OutboxParts,
  lease: Lease,
  sent: Exclude<Sent, { ok: true }>,
): Promise<void> {
  const { attempts, entries } = lease;
  const line = { agency: ground.agencyId, kind: kindOf(lease), channel: 'line', attempts } as const;
  const firstDueAt = Math.min(...entries.map(({ entry }) => entry.firstDueAt));
  const isNever = sent.failure === 'refused' && NEVER.includes(sent.status);
  const now = clock();
  if (isNever || isHopeless(attempts, firstDueAt, now)) {
    await endLease(ground.documents, lease, { ending: 'dead', now });
    log('outbox_dead', line);
    return;
  }
  await endLease(ground.documents, lease, { ending: 'again', dueAt: now + pauseAfter(attempts) });
  log('outbox_retry', { ...line, ...(sent.failure === 'refused' ? { status: sent.status } : {}) });
}

/**
 * Sends what was leased, as one message, with its words made from the store as it stands now; and ends the
 * lease. Resolves to whether a message went out.
 * @throws StoreUnavailable: then the lease runs out and it is done again, under the same retry key.
 */
export async function send(parts: OutboxParts, addressee: Addressee, lease: Lease): Promise<boolean> {
  const { ground, line, clock, log } = parts;
  const { documents, secrets, agencyId } = ground;
  const { attempts } = lease;
  const told = { agency: agencyId, kind: kindOf(lease), channel: 'line', attempts } as const;
  const recipient = await findRecipient(ground, addressee);
  if (recipient === 'gone') {
    await endLease(documents, lease, { ending: 'dead', now: clock() });
    log('outbox_dead', told);
    return false;
  }
  const news =
    recipient === 'nobody'
      ? undefined
      : await whatIsTold(
          parts,
          addressee,
          lease.entries.map(({ entry }) => entry.notice),
        );
  const turn = turnOf(parts);
  const messages = news === undefined ? [] : render(compose(news, turn), turn.agency, { typed: false });
  if (recipient === 'nobody' || messages.length === 0) {
    await endLease(documents, lease, { ending: 'sent', now: clock() });
    return false;
  }
  const sent = await line.push(recipient.userId, messages, secrets.retryKey(`outbox/${lease.batch}`));
  if (told.kind !== 'tips') parts.pushed?.(sent);
  if (!sent.ok) {
    await afterFailure(parts, lease, sent);
    return false;
  }
  const route = recipient.counted === undefined ? {} : { route: recipient.counted };
  await endLease(documents, lease, { ending: 'sent', now: clock(), ...route });
  log('outbox_sent', told);
  return true;
}
