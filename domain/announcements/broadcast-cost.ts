/** What the account's own numbers say before a broadcast; each is undefined where LINE did not tell. */
export interface BroadcastNumbers {
  /** Friends who have not blocked the account, as LINE counted them for a whole day. */
  reached: number | undefined;
  quota: { limit: number | undefined; used: number } | undefined;
}

/**
 * What a broadcast costs: one message of the month's quota for each friend whom it reaches, however many bubbles it
 * has. `left` is undefined where the plan has no limit; `short` is how many are missing. `unknown` where LINE did not
 * tell what is needed to say so.
 */
export type BroadcastCost =
  | { kind: 'unknown' }
  | { kind: 'fits'; messages: number; left: number | undefined; leftAfter: number | undefined }
  | { kind: 'short'; messages: number; left: number; short: number };

/** @see https://developers.line.biz/en/docs/messaging-api/pricing/ */
export function broadcastCost({ reached, quota }: BroadcastNumbers): BroadcastCost {
  if (reached === undefined || quota === undefined) return { kind: 'unknown' };
  if (quota.limit === undefined) {
    return { kind: 'fits', messages: reached, left: undefined, leftAfter: undefined };
  }
  const left = Math.max(0, quota.limit - quota.used);
  if (reached > left) return { kind: 'short', messages: reached, left, short: reached - left };
  return { kind: 'fits', messages: reached, left, leftAfter: left - reached };
}
