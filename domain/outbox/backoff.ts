const minute = 60_000;
const longestPause = 60 * minute;
const day = 24 * 60 * minute;
/** This many tries with the pauses of {@link pauseAfter} take three days. */
const MOST_ATTEMPTS = 78;

/** How long to wait after the `attempts`-th try failed, in milliseconds: a minute, doubled each time up to an hour. */
export const pauseAfter = (attempts: number): number =>
  Math.min(minute * 2 ** Math.min(Math.max(attempts, 1) - 1, 6), longestPause);

/**
 * Whether to give up after the `attempts`-th try failed: only once three days have passed since it was first
 * due and as many tries were made as fit into them, so that neither a long outage of ours nor a quick series
 * of restarts ends it early.
 */
export const isHopeless = (attempts: number, firstDueAt: number, now: number): boolean =>
  attempts >= MOST_ATTEMPTS && now - firstDueAt >= 3 * day;
