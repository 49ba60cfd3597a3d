import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What becomes of a request on its way: other octets in its place, or the same once more. */
export type Spoil = (path: string, body: Buffer) => Buffer | 'twice' | undefined;

export interface SpoiledWay {
  url: string;
  /** Nothing is spoilt until this is set, nor after it is unset. */
  spoil: Spoil | undefined;
  /** The server's answers to what was spoilt. */
  statuses: number[];
  close(): Promise<void>;
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A way to a server on loopback on which requests are changed. */
export async function openSpoiledWay(to: string): Promise<SpoiledWay> {
  const carry = ({ url = '/', method, headers }: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { 'transfer-encoding': _, ...kept } = headers;
      const given = body.length === 0 ? kept : { ...kept, 'content-length': String(body.length) };
      request(new URL(url, to), { method, headers: given }, resolve).on('error', reject).end(body);
    });
  const way: Omit<SpoiledWay, 'url' | 'close'> = { spoil: undefined, statuses: [] };
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const spoilt = body.length === 0 ? undefined : way.spoil?.(incoming.url ?? '/', body);
    const answer = await carry(incoming, Buffer.isBuffer(spoilt) ? spoilt : body);
    if (spoilt !== undefined) way.statuses.push(answer.statusCode ?? 0);
    if (spoilt === 'twice') {
      const again = await carry(incoming, body);
      way.statuses.push(again.statusCode ?? 0);
      again.resume();
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(way, {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
