export type SentMessage = { id: string; quoteToken: string };
export type Accepted = { requestId: string; sentMessages: SentMessage[] };

/** @see https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
const LIFE_MS = 24 * 60 * 60 * 1000;
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isRetryKey(key: string): boolean {
  return KEY.test(key);
}

/** Calls that were accepted under a retry key: a repeat within 24 h is refused with what it was answered. */
export function createRetryKeys(now: () => number) {
  const accepted = new Map<string, Accepted & { expires: number }>();
  return {
    accept(key: string, answer: Accepted): void {
      for (const [old, { expires }] of accepted) {
        if (expires >= now()) break;
        accepted.delete(old);
      }
      accepted.set(key.toLowerCase(), { ...answer, expires: now() + LIFE_MS });
    },
    find(key: string): Accepted | null {
      const known = accepted.get(key.toLowerCase());
      return known === undefined || known.expires < now() ? null : known;
    },
    clear: (): void => accepted.clear(),
  };
}
