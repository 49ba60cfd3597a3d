/** Work that is done again and again until it is stopped; one run at a time. */
export interface Repeating {
  /** Resolves when a run that is under way has ended. */
  stop(): Promise<void>;
}

/** Runs `work` every so many milliseconds, the first time at once. What it throws goes to `failed`. */
export function repeat(
  work: () => Promise<void>,
  every: number,
  failed: (error: unknown) => void,
): Repeating {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const timer = setInterval(run, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
