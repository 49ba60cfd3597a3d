import { application } from './application.ts';

/** An entry that was put into an agency's outbox. Times are milliseconds since the epoch. */
export interface NewEntry {
  agencyId: string;
  /** When it is to be sent. */
  dueAt: unknown;
  createdAt: number;
}

/** Until then a failure is tried again at once; what is older is found each minute anyway. */
const PATIENCE_MILLISECONDS = 10 * 60_000;

/**
 * Sends what is due in the outbox that got an entry. What is due later is nothing to do yet: no store is asked.
 * @throws StoreUnavailable, so that it is tried again
 */
export async function sendNew({ agencyId, dueAt, createdAt }: NewEntry, now: number): Promise<void> {
  if (typeof dueAt !== 'number' || dueAt > now || now - createdAt > PATIENCE_MILLISECONDS) return;
  const { agencies } = await application();
  await (await agencies.find(agencyId))?.jobs.outbox();
}
