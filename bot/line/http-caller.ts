import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** Idle connections are closed by us before LINE's side closes them on a call under way. */
export const IDLE_MILLISECONDS = 30_000;
export const CONNECTIONS = 128;

export interface CallOptions {
  body?: string;
  retryKey?: string;
  /** The answer's body is read up to this many octets and one more; without it, not at all. */
  mostOctets?: number;
  timeoutMs?: number;
}

/** `octets` is empty unless they were asked for; it is longer than `mostOctets` where there was more. */
export interface Answer {
  status: number;
  octets: Buffer;
}

/** Calls one host. Undefined: no answer came in time, and it is not known whether the call arrived. */
export type HttpCaller = (
  method: 'GET' | 'POST',
  path: string,
  options: CallOptions,
) => Promise<Answer | undefined>;

/** Opens the way to one host. */
export type OpenCaller = (baseUrl: string, accessToken: string, defaultTimeoutMs: number) => HttpCaller;

const nothing = Buffer.alloc(0);

function readUpTo(response: IncomingMessage, most: number, done: (octets: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    if (length > most) return;
    chunks.push(chunk);
    length += chunk.length;
    if (length <= most) return;
    done(Buffer.concat(chunks));
    response.destroy();
  });
  response.on('end', () => {
    if (length <= most) done(chunks.length === 1 ? (chunks[0] ?? nothing) : Buffer.concat(chunks, length));
  });
}

/** Calls `baseUrl` over connections that are kept open, with the channel's access token. Never tries again by itself. */
export function httpCaller(baseUrl: string, accessToken: string, defaultTimeoutMs: number): HttpCaller {
  const { protocol, host: named, hostname, port, pathname } = new URL(baseUrl);
  const isSecure = protocol === 'https:';
  const request = isSecure ? httpsRequest : httpRequest;
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({
    keepAlive: true,
    maxSockets: CONNECTIONS,
    timeout: IDLE_MILLISECONDS,
  });
  const host = hostname.replace(/^\[|\]$/g, '');
  const prefix = pathname.replace(/\/$/, '');
  /** As a list of names and values, which Node writes out as it is. */
  const always = ['host', named, 'authorization', `Bearer ${accessToken}`];

  return (method, path, { body, retryKey, mostOctets, timeoutMs = defaultTimeoutMs }) =>
    new Promise((resolve) => {
      const headers = [...always];
      if (body !== undefined) {
        headers.push('content-type', 'application/json', 'content-length', String(Buffer.byteLength(body)));
      }
      if (retryKey !== undefined) headers.push('x-line-retry-key', retryKey);
      const call = request({ agent, host, port, method, path: prefix + path, headers });
      const failed = (): void => {
        clearTimeout(timer);
        resolve(undefined);
      };
      // Node tells nothing of a call that is given up while it waits for a connection.
      const timer = setTimeout(() => {
        failed();
        call.destroy();
      }, timeoutMs);
      call.on('error', failed);
      call.on('response', (response) => {
        const { statusCode: status = 0 } = response;
        response.on('error', failed);
        response.on('close', failed);
        if (mostOctets === undefined) {
          resolve({ status, octets: nothing });
          response.resume();
        } else readUpTo(response, mostOctets, (octets) => resolve({ status, octets }));
      });
      call.end(body);
    });
}
