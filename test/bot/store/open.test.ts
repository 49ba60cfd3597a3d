/** What a Firestore that misbehaves is answered with: a server that speaks just enough of its protocol. */
import { once } from 'node:events';
import { createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { StoreUnavailable, type Write } from '../../../bot/store/documents.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { openTestStore } from '../../support/store.ts';

const DEADLINE_MS = 700;
const write: Write = { op: 'set', path: 'agencies/khoen', data: { name: 'เขิน' } };

/** google.firestore.v1.CommitResponse: one write result and the commit time, one second after the epoch. */
const COMMITTED = Buffer.from('0a040a02080112020801', 'hex');

type Answer = 'silence' | 'committed' | { status: number };

interface Fake {
  store: Store;
  /** What was asked, by method. */
  asked: string[];
  /** Calls that the client took back. */
  given: { up: number };
}

/** The SDK takes an emulator from the environment over the one it is told of. */
beforeAll(() => {
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

let opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened) await close();
  opened = [];
});

/** A store on a server whose n-th answer is the n-th of `answers`, and the last ever after. */
async function openOn(answers: Answer[]): Promise<Fake> {
  const asked: string[] = [];
  const given = { up: 0 };
  const server = createServer();
  server.on('stream', (stream, headers) => {
    stream.on('aborted', () => {
      given.up += 1;
    });
    stream.on('error', () => undefined);
    answer(stream, answers[Math.min(asked.length, answers.length - 1)] ?? 'silence');
    asked.push(String(headers[':path']).split('/').at(-1) ?? '');
  });
  const emulatorHost = await listening(server);
  const store = await openStore({ emulatorHost, projectId: 'demo', dataDir: '', deadlineMs: DEADLINE_MS });
  opened.push(async () => {
    await store.close();
    server.close();
  });
  return { store, asked, given };
}

async function listening(server: Http2Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

function answer(stream: ServerHttp2Stream, kind: Answer): void {
  if (kind === 'silence') return;
  const headers = { ':status': 200, 'content-type': 'application/grpc' };
  if (typeof kind === 'object') {
    stream.respond({ ...headers, 'grpc-status': String(kind.status) }, { endStream: true });
    return;
  }
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(COMMITTED.length, 1);
  stream.end(Buffer.concat([head, COMMITTED]));
}

describe('a Firestore that does not answer', () => {
  test('is StoreUnavailable for every operation, and the calls are taken back', async () => {
    const { store, asked, given } = await openOn(['silence']);
    const { documents } = store;
    const calls = [
      documents.read('agencies/khoen'),
      documents.readMany(['agencies/khoen', 'agencies/other']),
      documents.query({ collection: 'agencies', where: [], orderBy: [], limit: 1 }),
      documents.commit([write]),
    ];
    for (const settled of await Promise.allSettled(calls)) {
      expect(settled).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    await pause(DEADLINE_MS);
    expect(asked.toSorted()).toEqual(['BatchGetDocuments', 'BatchGetDocuments', 'Commit', 'RunQuery']);
    expect(given.up).toBe(4);
  });
});

describe('a Firestore that cannot be reached', () => {
  test('is StoreUnavailable with its cause', async () => {
    const server = createServer();
    const emulatorHost = await listening(server);
    server.close();
    const store = await openStore({ emulatorHost, projectId: 'demo', dataDir: '', deadlineMs: DEADLINE_MS });
    const failure = await store.documents.commit([write]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnavailable);
    await expect(store.documents.read('agencies/khoen')).rejects.toThrow(StoreUnavailable);
    opened.push(() => store.close());
  });
});

describe('a thread that is busy longer than the deadline', () => {
  test('still takes the answer that came meanwhile', async () => {
    const { documents, close } = await openTestStore({ deadlineMs: DEADLINE_MS });
    try {
      const committing = documents.commit([write]);
      const reading = documents.query({ collection: 'agencies', where: [], orderBy: [], limit: 1 });
      const busyUntil = performance.now() + 2 * DEADLINE_MS;
      while (performance.now() < busyUntil);
      expect(await committing).toMatchObject({ ok: true });
      expect(await reading).toBeInstanceOf(Array);
    } finally {
      await close();
    }
  });
});

describe('a Firestore that fails', () => {
  test('is not sent a commit again whose outcome is unknown', async () => {
    for (const status of [4, 8, 13, 14]) {
      const { store, asked } = await openOn([{ status }, 'committed']);
      const failure = await store.documents.commit([write]).catch((error: unknown) => error);
      expect(failure).toHaveProperty('cause.code', status);
      await pause(DEADLINE_MS);
      expect(asked).toEqual(['Commit']);
    }
  });

  test('is sent a commit again that it gave up for contention', async () => {
    const { store, asked } = await openOn([{ status: 10 }, { status: 10 }, 'committed']);
    const committed = await store.documents.commit([write]);
    expect(committed).toMatchObject({ ok: true, updateTimes: [{ seconds: 1, nanoseconds: 0 }] });
    expect(asked).toEqual(['Commit', 'Commit', 'Commit']);
  });

  test('is sent it no more after the deadline', async () => {
    const { store, asked } = await openOn([{ status: 10 }]);
    await expect(store.documents.commit([write])).rejects.toThrow(StoreUnavailable);
    const sent = asked.length;
    expect(sent).toBeGreaterThan(1);
    await pause(DEADLINE_MS);
    expect(asked).toHaveLength(sent);
  });

  test('is asked again for a read until the deadline, and no longer', async () => {
    const { store, asked } = await openOn([{ status: 14 }]);
    await expect(store.documents.read('agencies/khoen')).rejects.toThrow(StoreUnavailable);
    const sent = asked.length;
    expect(sent).toBeGreaterThan(1);
    await pause(DEADLINE_MS);
    expect(asked).toHaveLength(sent);
  });
});
