import type { ChatEvent } from '../../domain/conversation/event.ts';
import type { GroupEvent } from '../../domain/conversation/group.ts';
import { StoreUnavailable } from '../store/documents.ts';
import { EventFailed } from './failure.ts';
import { handle } from './handle.ts';
import { handleGroup } from './handle-group.ts';
import type { Parts } from './parts.ts';
import { beginPassage } from './passage.ts';
import { createQueues } from './queue.ts';
import { createWarm } from './warm.ts';

/**
 * Brings the events of one agency their way; each resolves once its event is kept and answered. An event's store calls
 * have `storeMilliseconds` together.
 */
export interface Delivery {
  /** @throws EventFailed, QueueFull */
  chat(
    userId: string,
    replyToken: string | undefined,
    event: ChatEvent,
    storeMilliseconds: number,
  ): Promise<void>;
  /** @throws EventFailed, QueueFull */
  group(event: GroupEvent, replyToken: string | undefined, storeMilliseconds: number): Promise<void>;
  /** Resolves when all events under way have ended. */
  idle(): Promise<void>;
}

/** Events of all residents that may wait to be tried again. */
const MOST_RETRYING = 1000;

const isStoreFailure = (error: unknown): boolean =>
  error instanceof EventFailed && error.cause instanceof StoreUnavailable;

export function createDelivery(parts: Parts): Delivery {
  const queues = createQueues(isStoreFailure);
  const retries = createQueues(() => false, MOST_RETRYING);
  const warm = createWarm();
  return {
    chat(userId, replyToken, event, storeMilliseconds) {
      const pseudonym = parts.ground.secrets.pseudonym(userId);
      const to = { userId, eventId: event.id, replyToken };
      return queues.run(pseudonym, async () =>
        handle(beginPassage(parts, warm, pseudonym, to, event, storeMilliseconds), retries),
      );
    },
    group: (event, replyToken, storeMilliseconds) =>
      queues.run(`group/${event.groupId}`, () => handleGroup(parts, event, replyToken, storeMilliseconds)),
    idle: queues.idle,
  };
}
