/** What went wrong in this process beside every answer. */
export interface ProcessFaults {
  first(): string | undefined;
  stop(): void;
}

/** Listens for what nobody caught, and for warnings of listeners that pile up. */
export function watchProcess(): ProcessFaults {
  let found: string | undefined;
  const told = (what: string) => (error: unknown) => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    found ??= `${what}: ${words}`;
  };
  const rejected = told('a rejection that nobody handled');
  const thrown = told('an error that nobody caught');
  const warned = (warning: Error): void => {
    if (warning.name === 'MaxListenersExceededWarning') told('a warning')(warning);
  };
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', thrown);
  process.on('warning', warned);
  return {
    first: () => found,
    stop() {
      process.off('unhandledRejection', rejected);
      process.off('uncaughtException', thrown);
      process.off('warning', warned);
    },
  };
}
