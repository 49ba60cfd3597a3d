import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/** What a test's person does, in LINE's words; the rest of the event is made around it. */
export type Doing = { type: string } & Record<string, unknown>;

/** An invented LINE user id. */
export const someUser = (): string => `U${randomBytes(16).toString('hex')}`;

export const says = (text: string): Doing => ({
  type: 'message',
  message: { type: 'text', id: String(Math.floor(Math.random() * 1e15)), text },
});
export const sendsPhoto = (id: string): Doing => ({ type: 'message', message: { type: 'image', id } });
export const presses = (data: string): Doing => ({ type: 'postback', postback: { data } });

/** One event as LINE sends it, with an id and a reply token of its own. */
export function eventOf(userId: string, doing: Doing, more: Record<string, unknown> = {}) {
  return {
    webhookEventId: randomUUID(),
    timestamp: Date.now(),
    mode: 'active',
    source: { type: 'user', userId },
    replyToken: randomUUID(),
    deliveryContext: { isRedelivery: false },
    ...doing,
    ...more,
  };
}

export const sign = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/** Sends a body to a webhook, signed unless `signature` says otherwise. */
export async function postWebhook(
  url: string,
  secret: string,
  body: string,
  signature: string | null = sign(body, secret),
): Promise<{ status: number; body: string }> {
  const headers = {
    'content-type': 'application/json',
    ...(signature === null ? {} : { 'x-line-signature': signature }),
  };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}
