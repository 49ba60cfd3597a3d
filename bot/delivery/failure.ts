/** Where in its one way an event failed. */
export type Stage = 'load' | 'media' | 'facts' | 'step' | 'seal' | 'commit' | 'reply';

/** An event was not handled, and nothing of it was kept, or it is not known; LINE sends it again. */
export class EventFailed extends Error {
  override readonly name = 'EventFailed';
  readonly stage: Stage;
  constructor(stage: Stage, cause: unknown) {
    super(`an event failed at ${stage}`, { cause });
    this.stage = stage;
  }
}

/** Runs one stage, and names it in what it throws. */
export async function during<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EventFailed ? error : new EventFailed(stage, error);
  }
}
