import { Agent, request } from 'node:http';

/** One request as it leaves. */
export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | undefined;
}

/** What came back; `lost` where no answer came, or not in time. */
export type Answered = { status: number; type: string; body: Buffer } | { lost: 'hang' | 'cut off' };

export interface Caller {
  ask(asked: Asked): Promise<Answered>;
  close(): void;
}

const CONNECTIONS = 32;
/** Far beyond what anything takes on a busy machine. In milliseconds. */
const HANG = 60_000;

/** Speaks HTTP to a server of this process, over loopback, by connections that are kept. */
export function createCaller(port: number, hangMs = HANG): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return {
    ask: ({ method, path, headers, body }) =>
      new Promise((resolve) => {
        const length = body === undefined ? 0 : Buffer.byteLength(body);
        const sent = { ...headers, ...(body === undefined ? {} : { 'content-length': String(length) }) };
        const call = request({ agent, host: '127.0.0.1', port, method, path, headers: sent });
        const timer = setTimeout(() => {
          resolve({ lost: 'hang' });
          call.destroy();
        }, hangMs);
        const cutOff = (): void => {
          clearTimeout(timer);
          resolve({ lost: 'cut off' });
        };
        call.on('error', cutOff);
        call.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', cutOff);
          response.on('end', () => {
            clearTimeout(timer);
            const { statusCode: status = 0, headers: got } = response;
            resolve({ status, type: got['content-type'] ?? '', body: Buffer.concat(chunks) });
          });
        });
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
}
