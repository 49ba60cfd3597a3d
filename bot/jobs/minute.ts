import { sweep } from '../records/sweep.ts';
import { agenciesWith } from './agencies-with.ts';
import { forAgencies, type JobParts } from './each-agency.ts';

/** Sends what is due, of all agencies, longest due first: one query where nothing is. @throws StoreUnavailable */
export async function sendDue(parts: JobParts): Promise<void> {
  const due = agenciesWith(parts.documents, {
    group: 'outbox',
    where: [
      ['status', 'in', ['waiting', 'leased']],
      ['dueAt', '<=', parts.clock()],
    ],
    orderBy: [['dueAt', 'asc']],
  });
  await forAgencies(parts, due, ({ jobs }) => jobs.outbox());
}

/** Deletes what has expired, of all agencies. @throws StoreUnavailable */
export async function sweepAll({ documents, clock, log }: JobParts): Promise<void> {
  const began = performance.now();
  const deleted = await sweep(documents, clock());
  if (deleted > 0) log('sweep_done', { deleted, ms: Math.round(performance.now() - began) });
}
