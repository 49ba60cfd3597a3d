/** An entry that was put into an agency's outbox. Times are milliseconds since the epoch. */
export interface NewEntry {
  /** When it is to be sent. */
  dueAt: unknown;
  createdAt: number;
}

/** Until then a failure is tried again at once; what is older is found each minute anyway. */
const PATIENCE_MILLISECONDS = 10 * 60_000;

/** Whether there is anything to do for it yet, and still. */
export const isForNow = ({ dueAt, createdAt }: NewEntry, now: number): boolean =>
  typeof dueAt === 'number' && dueAt <= now && now - createdAt <= PATIENCE_MILLISECONDS;
