import { StoredEntry } from '../../domain/outbox/entry.ts';
import { type Documents, type Found, type Query, StoreUnavailable } from '../store/documents.ts';
import type { Family } from './exposition.ts';

/** So many are looked at, and half of them told at most: what is told does not depend on what is passed over. */
const LOOKED_AT = 200;
const TOLD_MOST = LOOKED_AT / 2;

/** Entries that are not about tips: of those nobody learns here that there are any. */
const told = (found: readonly Found[]): StoredEntry[] =>
  found
    .flatMap(({ data }) => StoredEntry.safeParse(data).data ?? [])
    .filter(({ notice }) => notice.notice !== 'tips')
    .slice(0, TOLD_MOST);

const over = (where: Query['where']): Query => ({
  group: 'outbox',
  where,
  orderBy: [['dueAt', 'asc']],
  limit: LOOKED_AT,
});

async function read(documents: Documents, now: number): Promise<Family[]> {
  const [due, dead] = await Promise.all([
    documents.query(
      over([
        ['status', 'in', ['waiting', 'leased']],
        ['dueAt', '<=', now],
      ]),
    ),
    documents.query(over([['status', '==', 'dead']])),
  ]);
  const waiting = told(due);
  const oldest = Math.min(now, ...waiting.map(({ firstDueAt }) => firstDueAt));
  return [
    {
      name: 'prongsai_outbox_waiting',
      help: 'Alerts that are due and not sent, of all agencies; 100: or more.',
      type: 'gauge',
      samples: [[{}, waiting.length]],
    },
    {
      name: 'prongsai_outbox_oldest_seconds',
      help: 'Since when the oldest of them is due; 0 where none is.',
      type: 'gauge',
      samples: [[{}, Math.round((now - oldest) / 1000)]],
    },
    {
      name: 'prongsai_outbox_dead',
      help: 'Alerts that were given up, of all agencies; 100: or more.',
      type: 'gauge',
      samples: [[{}, told(dead).length]],
    },
  ];
}

/** Two queries of bounded size, over all agencies; without the figures where the store does not answer. */
export async function outboxFamilies(documents: Documents, now: number): Promise<Family[]> {
  const up = (value: number): Family => ({
    name: 'prongsai_store_up',
    help: 'Whether the store answered just now.',
    type: 'gauge',
    samples: [[{}, value]],
  });
  try {
    return [up(1), ...(await read(documents, now))];
  } catch (error) {
    if (error instanceof StoreUnavailable) return [up(0)];
    throw error;
  }
}
