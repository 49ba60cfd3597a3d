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
  /** Over a connection that is kept or, `anew`, one of its own. */
  const ask = ({ method, path, headers, body }: Asked, anew = false): Promise<Answered> =>
    new Promise((resolve) => {
      const length = body === undefined ? 0 : Buffer.byteLength(body);
      const sent = { ...headers, ...(body === undefined ? {} : { 'content-length': String(length) }) };
      const where = { host: '127.0.0.1', port, method, path, headers: sent };
      const call = request({ ...where, agent: anew ? false : agent });
      const timer = setTimeout(() => {
        resolve({ lost: 'hang' });
        call.destroy();
      }, hangMs);
      const cutOff = (): void => {
        clearTimeout(timer);
        resolve({ lost: 'cut off' });
      };
      call.on('error', () => {
        // A connection that was kept may be closed by the server's patience just then: that says nothing of the request.
        if (anew) return cutOff();
        clearTimeout(timer);
        resolve(ask({ method, path, headers, body }, true));
      });
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
    });
  return { ask: (asked) => ask(asked), close: () => agent.destroy() };
}
