import type { webhook } from '@line/bot-sdk';
import type { FaultSwitches } from './faults.ts';
import type { Platform } from './platform.ts';
import { type Attempt, createPoster, type Poster, sign } from './webhook-post.ts';

/** LINE counts no answer within 2 s as a failure. */
const TIMEOUT_MS = 2000;
/** LINE does not publish its own pauses; these are ours. */
const REDELIVERY_DELAYS_MS = [1000, 2000, 5000, 10_000, 20_000];
const CONNECTIONS = 64;
/** How late a reordered webhook, or a duplicate, may come. */
const REORDER_MS = 300;
const IDLE_WAIT_MS = 30_000;

export type WebhookOptions = {
  timeoutMs?: number;
  redeliveryDelaysMs?: number[];
  /** How bodies reach the bot; over HTTP where it is absent. */
  poster?: Poster;
};

/** One webhook body: what happened, and the chat messages whose delivery it tells. */
export type Batch = { chatId: string; events: webhook.Event[]; messageIds: string[] };

/**
 * Sends webhooks to the bot. First deliveries of one chat come in order, one after another; chats run side by
 * side; redeliveries hold nothing up and may come after newer events, as with LINE.
 */
export function createWebhooks(platform: Platform, faults: FaultSwitches, options: WebhookOptions = {}) {
  const delays = options.redeliveryDelaysMs ?? REDELIVERY_DELAYS_MS;
  const poster = options.poster ?? createPoster(options.timeoutMs ?? TIMEOUT_MS, CONNECTIONS);
  const tails = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const turns: (() => void)[] = [];
  const idlers = new Set<() => void>();
  let busy = 0;
  let open = 0;
  let generation = 0;

  function later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  }

  function finish(born: number): void {
    if (born !== generation) return;
    open -= 1;
    if (open === 0) for (const idler of idlers) idler();
  }

  async function post(
    events: webhook.Event[],
    endpoint = platform.channel.webhook.endpoint,
  ): Promise<Attempt> {
    if (busy < CONNECTIONS) busy += 1;
    else await new Promise<void>((resolve) => turns.push(resolve));
    try {
      const body = JSON.stringify({ destination: platform.channel.botUserId, events });
      return await poster.post(endpoint, body, sign(body, platform.channel.secret));
    } finally {
      const next = turns.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }

  function duplicate(events: webhook.Event[], born: number): void {
    open += 1;
    later(faults.someMs(REORDER_MS), () => {
      void post(events).then(() => finish(born));
    });
  }

  async function attempt(batch: Batch, tries: number, born: number): Promise<void> {
    if (born !== generation) return;
    const events = batch.events.map((event) => ({
      ...event,
      deliveryContext: { isRedelivery: tries > 0 },
    }));
    for (const event of events) {
      if (!('replyToken' in event) || event.replyToken === undefined) continue;
      if (tries === 0) platform.replyTokens.issue(event.replyToken, batch.chatId);
      else platform.replyTokens.renew(event.replyToken);
    }
    const dropped = faults.dropsWebhook();
    if (!dropped && faults.duplicatesWebhook()) duplicate(events, born);
    const outcome: Attempt = dropped ? { error: 'could_not_connect' } : await post(events);
    if (born !== generation) return;
    const done = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
    const delay = delays[tries];
    if (!done && platform.channel.redelivery && delay !== undefined) {
      later(delay, () => void attempt(batch, tries + 1, born));
      return;
    }
    for (const id of batch.messageIds) platform.setDelivered(id, done ? 'delivered' : 'failed');
    finish(born);
  }

  return {
    send(batch: Batch): void {
      const born = generation;
      const { delayMs } = faults.settings().webhooks;
      open += 1;
      if (faults.reordersWebhook()) {
        later(delayMs + 1 + faults.someMs(REORDER_MS), () => void attempt(batch, 0, born));
        return;
      }
      const ready = delayMs > 0 ? new Promise<void>((resolve) => later(delayMs, resolve)) : undefined;
      const tail = (tails.get(batch.chatId) ?? Promise.resolve())
        .then(() => ready)
        .then(() => attempt(batch, 0, born))
        .then(() => {
          if (tails.get(batch.chatId) === tail) tails.delete(batch.chatId);
        });
      tails.set(batch.chatId, tail);
    },

    /** What the console's "Verify" button sends: no events at all. */
    verify: (endpoint: string): Promise<Attempt> => post([], endpoint),

    /** Resolves true once nothing is in flight or waiting to be sent again, false after 30 s. */
    idle(): Promise<boolean> {
      if (open === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (idle: boolean) => {
          clearTimeout(timer);
          idlers.delete(idler);
          resolve(idle);
        };
        const idler = () => end(true);
        const timer = setTimeout(() => end(false), IDLE_WAIT_MS);
        idlers.add(idler);
      });
    },

    /** Forgets everything that was still to be sent. */
    cancel(): void {
      generation += 1;
      open = 0;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      tails.clear();
      for (const idler of idlers) idler();
    },

    close(): void {
      this.cancel();
      poster.close();
    },
  };
}

export type Webhooks = ReturnType<typeof createWebhooks>;
