import { randomUUID } from 'node:crypto';
import type { Staff } from '../../../domain/agency/staff.ts';
import { type AnnouncementBroadcast, shownAnnouncement } from '../../../domain/announcements/announcement.ts';
import { type BroadcastCost, broadcastCost } from '../../../domain/announcements/broadcast-cost.ts';
import { lineText } from '../../../domain/announcements/told.ts';
import type { Sent } from '../../line/api.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { type Change, changeAnnouncement, readAnnouncement } from './change.ts';
import { addressOf, answerOf } from './rows.ts';

/** LINE counts a day's friends after it has ended, in its own time, UTC+9. */
const LINE_OFFSET_MILLISECONDS = 9 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;
/** A retry key binds for so long; after that nobody can say whether a repeat would arrive twice. */
const KEY_MILLISECONDS = 24 * 3_600_000;

const yesterday = (now: number): string =>
  new Date(now + LINE_OFFSET_MILLISECONDS - DAY_MILLISECONDS).toISOString().slice(0, 10).replaceAll('-', '');

/** What a broadcast would cost, by the account's own numbers. */
export async function readCost({ line, clock }: StaffParts): Promise<BroadcastCost> {
  const [reached, quota] = await Promise.all([line.friends(yesterday(clock())), line.quota()]);
  return broadcastCost({ reached, quota });
}

/** What is to be sent, from the version that everybody sees and that was not sent before. */
function asked(
  parts: StaffParts,
  found: Parameters<Parameters<typeof changeAnnouncement>[2]>[0],
  messages: number,
  staff: Staff,
): { broadcast: AnnouncementBroadcast } | { refuse: 'not_found' | 'not_now' } {
  if (found === undefined) return { refuse: 'not_found' };
  const { broadcast } = found;
  const issue = shownAnnouncement(found);
  const now = parts.clock();
  if (issue === undefined || (broadcast?.n === issue.n && broadcast.state === 'sent')) {
    return { refuse: 'not_now' };
  }
  const isRepeat = broadcast?.n === issue.n && broadcast.state === 'asked';
  if (isRepeat && now - broadcast.at >= KEY_MILLISECONDS) return { refuse: 'not_now' };
  return {
    broadcast: {
      n: issue.n,
      retryKey: isRepeat ? broadcast.retryKey : randomUUID(),
      messages,
      by: staff.id,
      name: staff.name,
      at: isRepeat ? broadcast.at : now,
      state: 'asked',
    },
  };
}

/** Whether it was begun at this cost and LINE has not answered: what it cost may have been counted already. */
async function isUnanswered(parts: StaffParts, id: string, messages: number): Promise<boolean> {
  const { announcement } = await readAnnouncement(parts, id);
  const issue = announcement && shownAnnouncement(announcement);
  const broadcast = announcement?.broadcast;
  return (
    issue !== undefined &&
    broadcast?.state === 'asked' &&
    broadcast.n === issue.n &&
    broadcast.messages === messages
  );
}

/**
 * Whether LINE may have sent it all the same: no answer, or a failure of its own.
 * @see https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
 */
const mayHaveArrived = (sent: Sent): boolean =>
  !sent.ok && (sent.failure === 'unreachable' || sent.status >= 500);

/**
 * Sends what is public to everybody in LINE, once. It is written down before LINE is asked, so that a repeat after no
 * answer has the same key and reaches nobody twice. Refused where the cost is not the one that was confirmed, or more
 * than is left. @throws StoreUnavailable
 */
export async function broadcastAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, messages }: { edition: string; messages: number },
  staff: Staff,
): Promise<StaffAnswer> {
  if (!(await isUnanswered(parts, id, messages))) {
    const cost = await readCost(parts);
    if (cost.kind !== 'fits' || cost.messages !== messages) return { refuse: 'not_now', now: { cost } };
  }
  const errand = { act: 'broadcast' as const, staff, id, note: String(messages) };
  const begun = await changeAnnouncement(parts, { ...errand, edition }, (found): Change => {
    const to = asked(parts, found, messages, staff);
    return 'refuse' in to ? to : { issues: [], ...found, broadcast: to.broadcast };
  });
  if ('refuse' in begun) return begun;
  const { announcement } = await readAnnouncement(parts, id);
  const matter = announcement?.issues.find(({ n }) => n === announcement.broadcast?.n);
  if (announcement?.broadcast === undefined || matter === undefined) return { refuse: 'not_now' };
  const { agency } = parts.current();
  const text = lineText({ agency, matter, url: addressOf(parts, id) });
  const sent = await parts.line.broadcast([{ type: 'text', text }], announcement.broadcast.retryKey);
  if (mayHaveArrived(sent)) return { json: answerOf(parts, id, announcement, staff) };
  const state = sent.ok ? 'sent' : 'refused';
  return changeAnnouncement(
    parts,
    { ...errand, edition: editionOf(announcement), note: state },
    (found): Change =>
      found?.broadcast === undefined
        ? { refuse: 'not_now' }
        : { ...found, broadcast: { ...found.broadcast, state } },
  );
}
