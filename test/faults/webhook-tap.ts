import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { z } from 'zod';

const Body = z.object({
  events: z.array(
    z.looseObject({
      webhookEventId: z.string(),
      replyToken: z.string().optional(),
      deliveryContext: z.object({ isRedelivery: z.boolean() }),
    }),
  ),
});

/** What passed from LINE to the bot: ids that must not be kept, and how often the bot was well. */
export interface Passed {
  eventIds: Set<string>;
  replyTokens: Set<string>;
  webhooks: number;
  redelivered: number;
  /** Deliveries of an event that had been delivered before, for whatever reason. */
  repeated: number;
  statuses: Map<number, number>;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Stands between LINE and the bot, passes everything on as it is, and notes what passed. */
export async function tapWebhooks(botPort: () => number) {
  const agent = new Agent({ keepAlive: true });
  const passed: Passed = {
    eventIds: new Set(),
    replyTokens: new Set(),
    webhooks: 0,
    redelivered: 0,
    repeated: 0,
    statuses: new Map(),
  };

  function note(body: Buffer): void {
    passed.webhooks += 1;
    for (const event of Body.parse(JSON.parse(body.toString())).events) {
      passed.redelivered += Number(event.deliveryContext.isRedelivery);
      passed.repeated += Number(passed.eventIds.has(event.webhookEventId));
      passed.eventIds.add(event.webhookEventId);
      if (event.replyToken !== undefined) passed.replyTokens.add(event.replyToken);
    }
  }

  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming).catch(() => undefined);
    if (body === undefined) return;
    note(body);
    const { method, url: path, headers } = incoming;
    const onward = request({ agent, host: '127.0.0.1', port: botPort(), method, path, headers });
    const broken = (): void => {
      outgoing.socket?.destroy();
    };
    onward.on('error', broken);
    onward.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      passed.statuses.set(status, (passed.statuses.get(status) ?? 0) + 1);
      answer.on('error', broken);
      outgoing.writeHead(status);
      answer.pipe(outgoing);
    });
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    passed,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
