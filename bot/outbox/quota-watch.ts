import type { OutboxParts } from './parts.ts';

const CHECK_MILLISECONDS = 10 * 60_000;
const LOW_SHARE = 0.1;
const LOW_MESSAGES = 20;

/** Tells whether this month's messages run out. */
export interface QuotaWatch {
  /** Asks LINE at most every ten minutes; what LINE did not tell stays as it was. */
  isLow(): Promise<boolean>;
}

export function quotaWatch({ line, clock, log, ground }: OutboxParts): QuotaWatch {
  let low = false;
  let checked = Number.NEGATIVE_INFINITY;
  return {
    async isLow() {
      if (clock() - checked < CHECK_MILLISECONDS) return low;
      checked = clock();
      const quota = await line.quota();
      if (quota === undefined) return low;
      const left = quota.limit === undefined ? undefined : Math.max(0, quota.limit - quota.used);
      low = left !== undefined && (left < LOW_MESSAGES || left < (quota.limit ?? 0) * LOW_SHARE);
      if (low && left !== undefined) log('quota_low', { agency: ground.agencyId, left });
      return low;
    },
  };
}
