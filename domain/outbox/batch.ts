import type { Addressee, StoredEntry } from './entry.ts';

/** Most entries that become one message. */
export const BATCH_MOST = 100;

const HOUR = 3_600_000;
/** This many messages to one addressee within {@link PACE_MILLISECONDS} go at once; what comes then is gathered. */
export const PACE_MESSAGES = 5;
export const PACE_MILLISECONDS = 60_000;

/** Entries of one addressee that become one message. `batch` is set where they were sent, or nearly, before. */
export interface Batch<Entry> {
  addressee: Addressee;
  batch: string | undefined;
  entries: Entry[];
}

/** One addressee always has the same key, and no two share one. */
export function addresseeKey(addressee: Addressee): string {
  switch (addressee.to) {
    case 'staff':
      return `staff/${addressee.staffId}`;
    case 'target':
      return `target/${addressee.targetId}`;
    case 'route':
      return `route/${addressee.caseId}`;
    case 'mail':
      return `mail/${addressee.staffId}`;
  }
}

/**
 * What is due, as messages, in the order of their first entries: entries that were once leased together stay
 * together, the others of one addressee become one message.
 */
export function intoBatches<Entry extends { entry: StoredEntry }>(due: readonly Entry[]): Batch<Entry>[] {
  const batches: Batch<Entry>[] = [];
  const open = new Map<string, Batch<Entry>>();
  for (const one of due) {
    const { addressee, batch } = one.entry;
    const key = JSON.stringify([addresseeKey(addressee), batch ?? null]);
    const found = open.get(key);
    if (found !== undefined && found.entries.length < BATCH_MOST) found.entries.push(one);
    else {
      const begun = { addressee, batch, entries: [one] };
      open.set(key, begun);
      batches.push(begun);
    }
  }
  return batches;
}

/** Whether an entry may wait to be merged with others: news of cases and steps for staff and groups. */
const mayWait = ({ addressee, notice }: StoredEntry): boolean =>
  (notice.notice === 'case' && addressee.to !== 'route') || notice.notice === 'step';

/**
 * Until when an entry that was never sent is held back to be merged with what comes by then, in milliseconds
 * since the epoch; undefined where it goes now. With `quotaLow` alerts on LINE wait for the full hour after they were
 * first due; otherwise only where `lately` (when messages went to the same addressee, oldest first) says that
 * many went just before.
 */
export function heldUntil(
  entry: StoredEntry,
  now: number,
  quotaLow: boolean,
  lately: readonly number[],
): number | undefined {
  if (!mayWait(entry) || entry.batch !== undefined) return undefined;
  const isShort = quotaLow && entry.addressee.to !== 'mail';
  const until = isShort ? (Math.floor(entry.firstDueAt / HOUR) + 1) * HOUR : paceEnd(now, lately);
  return until > now ? until : undefined;
}

function paceEnd(now: number, lately: readonly number[]): number {
  const recent = lately.filter((at) => at > now - PACE_MILLISECONDS);
  const oldest = recent.at(-PACE_MESSAGES);
  return oldest === undefined ? now : oldest + PACE_MILLISECONDS;
}
