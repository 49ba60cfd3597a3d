import { type Dispatcher, Pool } from 'undici';
import { type Answer, CONNECTIONS, type HttpCaller, IDLE_MILLISECONDS } from './http-caller.ts';

const nothing = Buffer.alloc(0);

/** Follows one call to its end, or for so long; `done` learns the answer, or that none came in time. */
function follow(
  mostOctets: number | undefined,
  milliseconds: number,
  done: (answer: Answer | undefined) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  let length = 0;
  let sent: Dispatcher.DispatchController | undefined;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    done(undefined);
    sent?.abort(new Error('no answer came in time'));
  }, milliseconds);
  const end = (octets: Buffer): void => {
    clearTimeout(timer);
    done({ status, octets });
  };
  return {
    onRequestStart(controller) {
      sent = controller;
      if (isLate) controller.abort(new Error('no connection came in time'));
    },
    onResponseStart(_controller, statusCode) {
      status = statusCode;
      if (mostOctets === undefined && status >= 200) end(nothing);
    },
    onResponseData(controller, chunk) {
      if (mostOctets === undefined) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length <= mostOctets) return;
      end(Buffer.concat(chunks, length));
      controller.abort(new Error('longer than what is read'));
    },
    onResponseEnd: () => end(chunks.length === 1 ? (chunks[0] ?? nothing) : Buffer.concat(chunks, length)),
    onResponseError() {
      clearTimeout(timer);
      done(undefined);
    },
  };
}

/**
 * As `httpCaller`, at less than half of its cost, by undici: for a program that always runs. A function would have to
 * load it at every cold start.
 */
export function pooledCaller(baseUrl: string, accessToken: string, defaultTimeoutMs: number): HttpCaller {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: IDLE_MILLISECONDS,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  });
  const prefix = pathname.replace(/\/$/, '');
  /** As a list of names and values, which is written out as it is. */
  const always = ['authorization', `Bearer ${accessToken}`];

  return (method, path, { body, retryKey, mostOctets, timeoutMs = defaultTimeoutMs }) =>
    new Promise((resolve) => {
      const headers = [...always];
      if (body !== undefined) headers.push('content-type', 'application/json');
      if (retryKey !== undefined) headers.push('x-line-retry-key', retryKey);
      pool.dispatch(
        { method, path: prefix + path, headers, body: body ?? null },
        follow(mostOctets, timeoutMs, resolve),
      );
    });
}
