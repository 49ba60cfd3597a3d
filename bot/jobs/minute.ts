import { sweep } from '../records/sweep.ts';
import type { Documents } from '../store/documents.ts';
import { forAgencies, type JobParts } from './each-agency.ts';

const PAGE = 200;
/** Agencies whose entries fill whole pages are sent for first; then it is looked again, so often at most. */
const ROUNDS = 20;

/** Which agencies have something to be sent, longest due first, as one page of due entries tells. */
async function agenciesDue(documents: Documents, now: number): Promise<string[]> {
  const found = await documents.query({
    group: 'outbox',
    where: [
      ['status', 'in', ['waiting', 'leased']],
      ['dueAt', '<=', now],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: PAGE,
  });
  return [...new Set(found.map(({ path }) => path.split('/')[1] ?? ''))];
}

/** Sends what is due, of all agencies: one query where nothing is. @throws StoreUnavailable */
export async function sendDue(parts: JobParts): Promise<void> {
  const done = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = (await agenciesDue(parts.documents, parts.clock())).filter((id) => !done.has(id));
    if (due.length === 0) return;
    for (const id of due) done.add(id);
    await forAgencies(parts, due, ({ jobs }) => jobs.outbox());
  }
}

/** Deletes what has expired, of all agencies. @throws StoreUnavailable */
export async function sweepAll({ documents, clock, log }: JobParts): Promise<void> {
  const began = performance.now();
  const deleted = await sweep(documents, clock());
  if (deleted > 0) log('sweep_done', { deleted, ms: Math.round(performance.now() - began) });
}
