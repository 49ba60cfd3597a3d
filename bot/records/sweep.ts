import { Timestamp } from '@google-cloud/firestore';
import type { Documents, Found, Write } from '../store/documents.ts';

/** Collections, of every agency, whose documents may expire; what stands below others comes first. */
export const EXPIRING = [
  'messages',
  'attachments',
  'sessions',
  'limits',
  'answered',
  'invites',
  'outbox',
  'staffSessions',
  'staffTickets',
  'paperParts',
  'paperFiles',
  'papers',
  'announcements',
] as const;

const PAGE = 100;
/** Pages of one collection in one sweep; the rest waits for the next. */
const MOST_PAGES = 20;

const deletion = ({ path, updateTime }: Found): Write => ({ op: 'delete', path, ifUpdatedAt: updateTime });

/** Deletes what is still as it was found: somebody may have come back to a session meanwhile. */
async function deleteAll(documents: Documents, found: Found[]): Promise<number> {
  if ((await documents.commit(found.map(deletion))).ok) return found.length;
  const each = await Promise.all(found.map((one) => documents.commit([deletion(one)])));
  return each.filter(({ ok }) => ok).length;
}

async function sweepGroup(documents: Documents, group: string, now: Timestamp): Promise<number> {
  let deleted = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await documents.query({
      group,
      where: [['expireAt', '<=', now]],
      orderBy: [['expireAt', 'asc']],
      limit: PAGE,
    });
    if (found.length === 0) return deleted;
    const gone = await deleteAll(documents, found);
    deleted += gone;
    if (gone === 0 || found.length < PAGE) return deleted;
  }
  return deleted;
}

/** Deletes what has expired, in all agencies; resolves to how many documents went. @throws StoreUnavailable */
export async function sweep(documents: Documents, now: number): Promise<number> {
  const at = Timestamp.fromMillis(now);
  let deleted = 0;
  for (const group of EXPIRING) deleted += await sweepGroup(documents, group, at);
  return deleted;
}
