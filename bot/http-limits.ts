import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * What one who talks to the port may take of it. `headersMilliseconds` and `requestMilliseconds`: until all headers, and
 * the whole request, are there; looked at every `checkMilliseconds`.
 */
export interface HttpLimits {
  headersMilliseconds: number;
  requestMilliseconds: number;
  checkMilliseconds: number;
  /** Longest head of a request, in octets. */
  headOctets: number;
  /** Connections at a time; one more is closed at once. */
  connections: number;
}

/**
 * A part of a tip of 1 MiB goes through in time at 9 KiB a second. LINE's requests come in one piece; its longest heads
 * are below 2 KiB.
 */
export const HTTP_LIMITS: HttpLimits = {
  headersMilliseconds: 20_000,
  requestMilliseconds: 120_000,
  checkMilliseconds: 5000,
  headOctets: 16 * 1024,
  connections: 2000,
};

/** A server that closes the connections of those who are slow, or say too much before they ask. */
export function limitedServer(app: RequestListener, limits: HttpLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: limits.checkMilliseconds,
      maxHeaderSize: limits.headOctets,
    },
    app,
  );
  server.maxConnections = limits.connections;
  return server;
}
