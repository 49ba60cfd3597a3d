import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Documents } from '../store/documents.ts';
import type { JournalState } from '../store/open.ts';
import { CONTENT_TYPE, exposition } from './exposition.ts';
import { familiesOf } from './families.ts';
import type { Metrics } from './metrics.ts';
import { outboxFamilies } from './outbox.ts';
import { journalFamilies, processFamilies, watchLag } from './process.ts';

export interface ShownParts {
  metrics: Metrics;
  documents: Documents;
  /** Of the embedded store. */
  journal?: JournalState | undefined;
  /** What a bearer must be; without it only this machine is answered. */
  token: string | undefined;
  /** Milliseconds since the epoch. */
  clock(): number;
}

const STANDS_MILLISECONDS = 5 * 60_000;
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;
const BEARER = 'Bearer ';
const FORWARDING = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** From this machine itself, and not through a proxy on it. */
function isOwn({ socket, headers }: Request): boolean {
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(headers.host ?? '') &&
    FORWARDING.every((name) => headers[name] === undefined)
  );
}

/** Whether a request may be answered: by the bearer where there is one to be held against, else by where it is from. */
function mayRead(token: string | undefined): (request: Request) => boolean {
  if (token === undefined) return isOwn;
  const expected = digest(BEARER + token);
  return (request) => timingSafeEqual(digest(request.get('authorization') ?? ''), expected);
}

/**
 * `GET /metrics`. Whoever may not read it is answered as if nothing stood there. What is told stands for five minutes
 * of the clock, however often it is asked for: whoever looks each second sees no single event come in.
 */
export function metricsPage({ metrics, documents, journal, token, clock }: ShownParts): RequestHandler {
  const isAllowed = mayRead(token);
  const lag = watchLag();
  let shown: { slot: number; text: Promise<string> } | undefined;

  async function write(): Promise<string> {
    const outbox = await outboxFamilies(documents, clock());
    const store = journal === undefined ? [] : journalFamilies(journal);
    return exposition([...familiesOf(metrics), ...outbox, ...store, ...processFamilies(lag)]);
  }
  return async (request, response, next) => {
    if (!isAllowed(request)) return next();
    const slot = Math.floor(clock() / STANDS_MILLISECONDS);
    if (shown?.slot !== slot) shown = { slot, text: write() };
    const { text } = shown;
    text.catch(() => {
      shown = undefined;
    });
    response.set({ 'cache-control': 'no-store', 'content-type': CONTENT_TYPE }).send(await text);
  };
}
