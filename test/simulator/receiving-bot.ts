import { createServer, type IncomingHttpHeaders } from 'node:http';
import { validateSignature } from '@line/bot-sdk';
import { z } from 'zod';

const eventSchema = z.looseObject({
  type: z.string(),
  webhookEventId: z.string(),
  replyToken: z.string().optional(),
  timestamp: z.number(),
  mode: z.string(),
  source: z.looseObject({
    type: z.string(),
    userId: z.string().optional(),
    groupId: z.string().optional(),
  }),
  deliveryContext: z.object({ isRedelivery: z.boolean() }),
  message: z.looseObject({ type: z.string(), id: z.string(), text: z.string().optional() }).optional(),
});
const bodySchema = z.object({ destination: z.string(), events: z.array(eventSchema) });

export type ReceivedEvent = z.infer<typeof eventSchema>;
export type Received = z.infer<typeof bodySchema> & { headers: IncomingHttpHeaders; at: number };
/** A status to answer with, or `never` to leave the webhook without an answer. */
export type BotAnswer = number | 'never';

/** A small bot that checks signatures with LINE's own SDK and remembers what it was told. */
export async function startReceivingBot(channelSecret: string) {
  const received: Received[] = [];
  let answer: (body: Received) => BotAnswer | Promise<BotAnswer> = () => 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const octets = Buffer.concat(parts);
      if (!validateSignature(octets, channelSecret, String(request.headers['x-line-signature']))) {
        response.writeHead(401).end();
        return;
      }
      const body = {
        ...bodySchema.parse(JSON.parse(octets.toString('utf8'))),
        headers: request.headers,
        at: performance.now(),
      };
      received.push(body);
      const status = await answer(body);
      if (status !== 'never') response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');

  return {
    url: `http://127.0.0.1:${address.port}/webhook`,
    received,
    events: (): ReceivedEvent[] => received.flatMap(({ events }) => events),
    answerWith(next: (body: Received) => BotAnswer | Promise<BotAnswer>): void {
      answer = next;
    },
    forget(): void {
      received.length = 0;
      answer = () => 200;
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
