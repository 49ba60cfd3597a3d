/**
 * "Can only be used once" and "must be used within one minute after receiving the webhook".
 * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
 */
const LIFE_MS = 60_000;

/** Which chat a token answers, once, for a minute after the webhook that carried it was last sent. */
export function createReplyTokens(now: () => number) {
  const tokens = new Map<string, { chatId: string; expires: number }>();

  /** Tokens stand in order of their expiry, because each is put last when it is sent. */
  function prune(): void {
    for (const [token, { expires }] of tokens) {
      if (expires >= now()) return;
      tokens.delete(token);
    }
  }

  return {
    issue(token: string, chatId: string): void {
      prune();
      tokens.set(token, { chatId, expires: now() + LIFE_MS });
    },
    /** A redelivered webhook starts the minute anew, if the token is still unused. */
    renew(token: string): void {
      const known = tokens.get(token);
      if (known === undefined) return;
      tokens.delete(token);
      tokens.set(token, { ...known, expires: now() + LIFE_MS });
    },
    /** The chat to answer in; null when the token is unknown, used or too old. */
    chatOf(token: string): string | null {
      const known = tokens.get(token);
      return known === undefined || known.expires < now() ? null : known.chatId;
    },
    use: (token: string): boolean => tokens.delete(token),
    clear: (): void => tokens.clear(),
  };
}
