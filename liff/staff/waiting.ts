/** Calls that wait for the same thing: a new session, or the network. */
export interface Waiting {
  /** Resolves to whether it came; false where whoever waits gives up. */
  wait(): Promise<boolean>;
  settle(came: boolean): void;
}

export function waiting(): Waiting {
  let waiters: ((came: boolean) => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiters.push(resolve)),
    settle(came) {
      const all = waiters;
      waiters = [];
      for (const resolve of all) resolve(came);
    },
  };
}
