import { waiting } from './waiting.ts';
import { type Watched, watched } from './watched.ts';

/** The way to the server: what could not be sent waits here until there is a network again. */
export interface Line {
  /** Whether something waits. */
  waits: Watched<boolean>;
  /** Resolves to whether it should be sent again now; false where somebody said not to. */
  restored(): Promise<boolean>;
  sendNow(): void;
  giveUp(): void;
}

export function openLine(): Line {
  const waits = watched(false);
  const held = waiting();
  const settle = (came: boolean): void => {
    if (!waits.get()) return;
    waits.set(false);
    held.settle(came);
  };
  addEventListener('online', () => settle(true));
  return {
    waits,
    restored() {
      waits.set(true);
      return held.wait();
    },
    sendNow: () => settle(true),
    giveUp: () => settle(false),
  };
}
