/** A Firestore that really listens on a socket of this machine, for what can go wrong between it and its clients. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { member, method as methodOf } from '../../bot/store/embedded/internals.ts';
import { openEmbedded } from '../../bot/store/embedded/open-embedded.ts';

/** The project that it holds. */
export const LOOPBACK_PROJECT = 'prongsai';

const NAMES = 'google.firestore.v1.Firestore';
const UNKNOWN = 2;

async function serviceDefinition(): Promise<ServiceDefinition> {
  const sdk = createRequire(import.meta.url).resolve('@google-cloud/firestore');
  const path = join(dirname(sdk), '../protos/v1.json');
  const loaded = fromJSON(JSON.parse(await readFile(path, 'utf8')), {
    longs: String,
    enums: String,
    oneofs: true,
  })[NAMES];
  if (loaded === undefined || 'format' in loaded) throw new TypeError(`the SDK no longer describes ${NAMES}`);
  return loaded;
}

const refusalOf = (error: unknown) => ({
  code: Number(error instanceof Error ? (Reflect.get(error, 'code') ?? UNKNOWN) : UNKNOWN),
  details: error instanceof Error ? error.message : String(error),
});

/**
 * The embedded store behind the protocol that the SDK speaks to Google; `port` is 127.0.0.1's. It answers reads,
 * queries and commits, which is all that the bot asks for.
 */
export async function startLoopbackFirestore() {
  const directory = await mkdtemp(join(tmpdir(), 'prongsai-loopback-'));
  const store = await openEmbedded({ directory, compaction: 'never', onCompactionFailure: () => undefined });
  const client = methodOf(member(store.firestore, '_clientPool'), 'clientFactory')();
  const unary =
    (name: string): handleUnaryCall<unknown, unknown> =>
    (call, answer) => {
      const asked = Promise.resolve(methodOf(client, name)(call.request));
      asked.then(
        (answers) => answer(null, Array.isArray(answers) ? answers[0] : undefined),
        (error: unknown) => answer(refusalOf(error)),
      );
    };
  const streamed =
    (name: string): handleServerStreamingCall<unknown, unknown> =>
    (call) => {
      const found = methodOf(client, name)(call.request);
      if (!(found instanceof Readable)) throw new TypeError(`${name} answers otherwise in this version`);
      found.on('data', (one: unknown) => call.write(one));
      found.on('end', () => call.end());
      found.on('error', (error) => call.emit('error', refusalOf(error)));
    };
  const server = new Server();
  server.addService(await serviceDefinition(), {
    commit: unary('commit'),
    batchGetDocuments: streamed('batchGetDocuments'),
    runQuery: streamed('runQuery'),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    port,
    async close() {
      server.forceShutdown();
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

/**
 * How the way behaves: `open`; `silent`: takes everything and passes nothing on; `refused`: nobody listens;
 * `lost answers`: what is asked arrives, and the connection breaks before it is answered.
 */
export type Way = 'open' | 'silent' | 'refused' | 'lost answers';

/** A way over TCP to a port of this machine that can be blocked and opened again. */
export async function startWay(to: number) {
  let way: Way = 'open';
  const sockets = new Set<Socket>();
  const forgotten = new WeakSet<Socket>();
  const server = createServer();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay();
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('connection', (from) => {
    keep(from);
    const onward = connect(to, '127.0.0.1');
    keep(onward);
    from.on('data', (octets) => {
      if (way !== 'silent' && !forgotten.has(from)) onward.write(octets);
    });
    onward.on('data', (octets) => {
      if (way === 'open' && !forgotten.has(from)) from.write(octets);
      if (way === 'lost answers' && octets.length > 0) from.resetAndDestroy();
    });
    from.on('close', () => onward.destroy());
    onward.on('close', () => from.destroy());
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  };
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const port = await listen(0);
  return {
    port,
    /** From now on; connections that there are stay, unless nobody listens. */
    async become(next: Way) {
      const before = way;
      way = next;
      if (next === 'refused') {
        server.close();
        cut();
        await once(server, 'close');
      } else if (before === 'refused') {
        await listen(port);
      } else if (before === 'silent') {
        // What was swallowed is gone: no connection goes on in the middle of it.
        cut();
      }
    },
    /** As a router does that was switched off: connections that there are take everything and never answer again. */
    forget() {
      for (const socket of sockets) forgotten.add(socket);
    },
    async close() {
      cut();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
