import { createHmac, randomUUID } from 'node:crypto';
import type { Asked } from './caller.ts';
import type { Stage } from './stage.ts';

/** A webhook with a signature that is right for its body. */
export function signed({ channelSecret }: Stage, body: string | Uint8Array): Asked {
  const signature = createHmac('sha256', channelSecret).update(body).digest('base64');
  return {
    method: 'POST',
    path: '/webhook',
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
    body,
  };
}

/** What is around every event that a person causes. */
export const around = (userId: string, replyToken: string) => ({
  webhookEventId: randomUUID(),
  timestamp: Date.now(),
  mode: 'active',
  source: { type: 'user', userId },
  replyToken,
  deliveryContext: { isRedelivery: false },
});

/** The whole body around events. */
export const bodyOf = ({ simulator }: Stage, events: readonly unknown[]) => ({
  destination: simulator.platform.channel.botUserId,
  events,
});
