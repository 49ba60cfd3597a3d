import { isHopeless, pauseAfter } from '../../domain/outbox/backoff.ts';
import { compose } from '../../domain/outbox/compose.ts';
import { composeMail } from '../../domain/outbox/compose-mail.ts';
import type { Addressee, Notice } from '../../domain/outbox/entry.ts';
import { render } from '../line/render.ts';
import type { Mailed } from '../mail/mailer.ts';
import type { Write } from '../store/documents.ts';
import { mailCopies, mailTips } from './copies.ts';
import { endLease, type Lease } from './lease.ts';
import type { OutboxParts } from './parts.ts';
import { findRecipient, type Recipient } from './recipient.ts';
import { turnOf, whatIsTold } from './told.ts';

/** LINE says that it will never take this, not that it cannot now; a wrong token is ours to put right. */
const NEVER = [400, 403, 404, 413];

type Kind = Exclude<Notice['notice'], 'tips'> | 'mixed';

/** What the log calls a message; undefined where it is about tips alone, of which nothing is said. */
function kindOf({ entries }: Lease): Kind | undefined {
  const kinds = new Set(
    entries.flatMap(({ entry: { notice } }) => (notice.notice === 'tips' ? [] : [notice.notice])),
  );
  const [first] = kinds;
  return kinds.size > 1 ? 'mixed' : first;
}

/** What is logged of a message. */
type Noted = { agency: string; kind: Kind; channel: 'line' | 'email'; attempts: number };

async function afterFailure(
  { ground, clock, log }: OutboxParts,
  lease: Lease,
  sent: Exclude<Mailed, { ok: true }>,
  { noted, isNamed, follows }: { noted: Noted; isNamed: boolean; follows: readonly Write[] },
): Promise<void> {
  const { attempts, entries } = lease;
  const firstDueAt = Math.min(...entries.map(({ entry }) => entry.firstDueAt));
  const isNever =
    sent.failure === 'never' ||
    (noted.channel === 'line' && sent.failure === 'refused' && NEVER.includes(sent.status));
  const now = clock();
  if (isNever || isHopeless(attempts, firstDueAt, now)) {
    await endLease(ground.documents, lease, { ending: 'dead', now }, follows);
    log('outbox_dead', noted);
    return;
  }
  await endLease(ground.documents, lease, { ending: 'again', dueAt: now + pauseAfter(attempts) }, follows);
  if (!isNamed) return;
  log('outbox_retry', {
    ...noted,
    ...(sent.failure === 'refused' ? { status: sent.status } : {}),
    ...(sent.failure === 'insecure' ? { insecure: true } : {}),
  });
}

/** What is to be sent now, and how. `tips`: it tells one of the staff of tips. */
type Message = { act: () => Promise<Mailed>; tips: boolean };

/** Undefined where nothing is left to say. @throws StoreUnavailable */
async function message(
  parts: OutboxParts,
  addressee: Addressee,
  recipient: Exclude<Recipient, string>,
  { batch, entries }: Lease,
): Promise<Message | undefined> {
  const { ground, line, mailer } = parts;
  const notices = entries.map(({ entry }) => entry.notice);
  const news = await whatIsTold(parts, addressee, notices);
  if (news === undefined) return undefined;
  const turn = turnOf(parts);
  const key = ground.secrets.retryKey(`outbox/${batch}`);
  if (addressee.to === 'mail') {
    const mail = news.to === 'staff' ? composeMail(news, turn) : undefined;
    const { email } = recipient;
    return mail === undefined || email === undefined || mailer === undefined
      ? undefined
      : { act: () => mailer.send(email, mail, key), tips: false };
  }
  const messages = render(compose(news, turn), turn.agency, { typed: false });
  if (messages.length === 0) return undefined;
  return {
    async act() {
      const sent = await line.push(recipient.userId, messages, key);
      if (!notices.every(({ notice }) => notice === 'tips')) parts.pushed?.(sent);
      return sent;
    },
    tips: news.to === 'staff' && news.tips,
  };
}

/** What else is written once it was tried: the count of a route, a copy by mail. */
function following(
  { ground, mailer, clock }: OutboxParts,
  addressee: Addressee,
  recipient: Exclude<Recipient, string>,
  lease: Lease,
): Record<'sent' | 'failed', Write[]> {
  const { email, counted } = recipient;
  const copies =
    addressee.to === 'staff' && email !== undefined && mailer !== undefined
      ? mailCopies(ground, addressee.staffId, lease, clock())
      : [];
  return { sent: counted === undefined ? copies : [...copies, counted], failed: copies };
}

/**
 * Sends what was leased, as one message, with its words made from the store as it stands now; and ends the
 * lease. Resolves to whether a message went out.
 * @throws StoreUnavailable: then the lease runs out and it is done again, under the same retry key.
 */
export async function send(parts: OutboxParts, addressee: Addressee, lease: Lease): Promise<boolean> {
  const { ground, clock, log } = parts;
  const { documents, agencyId } = ground;
  const channel = addressee.to === 'mail' ? 'email' : 'line';
  const kind = kindOf(lease);
  const isNamed = kind !== undefined;
  const noted: Noted = { agency: agencyId, kind: kind ?? 'mixed', channel, attempts: lease.attempts };
  const recipient = await findRecipient(ground, addressee);
  if (recipient === 'gone') {
    await endLease(documents, lease, { ending: 'dead', now: clock() });
    log('outbox_dead', noted);
    return false;
  }
  const said = recipient === 'nobody' ? undefined : await message(parts, addressee, recipient, lease);
  if (recipient === 'nobody' || said === undefined) {
    await endLease(documents, lease, { ending: 'sent', now: clock() });
    return false;
  }
  const follows = following(parts, addressee, recipient, lease);
  const sent = await said.act();
  if (sent.ok) {
    await endLease(documents, lease, { ending: 'sent', now: clock() }, follows.sent);
    if (isNamed) log('outbox_sent', noted);
  } else {
    await afterFailure(parts, lease, sent, { noted, isNamed, follows: follows.failed });
  }
  const { email } = recipient;
  if (said.tips && lease.attempts === 1 && email !== undefined) await mailTips(parts, email, lease);
  return sent.ok;
}
