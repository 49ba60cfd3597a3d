/** One thing that changed; `chatId` when it happened in a chat. */
export type Change = { version: number; chatId?: string };

/** Counts changes and tells those who listen. */
export function createChanges() {
  let version = 0;
  const listeners = new Set<(change: Change) => void>();
  return {
    version: () => version,
    touch(chatId?: string): void {
      version += 1;
      const change: Change = chatId === undefined ? { version } : { version, chatId };
      for (const listener of listeners) listener(change);
    },
    /** Returns how to stop listening. */
    subscribe(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
