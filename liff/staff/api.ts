import type { z } from 'zod';
import { RefusedBody, type StaffRefusal } from '../../domain/staff/refusal.ts';
import type { Desk } from './desk.ts';
import type { Line } from './line.ts';

/** `offline`: nothing answered; `unreadable`: what answered was not of the agreed shape. */
export type Failure = StaffRefusal | 'offline' | 'unreadable';

/** What became of a call. `now`, with `changed`: what stands there now, to be parsed by whoever asked. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; why: Failure; now?: unknown };

export type Query = Readonly<Record<string, string | number | undefined>>;
type Method = 'POST' | 'PUT' | 'DELETE';

/**
 * Calls of `/api/staff`; paths begin with `/` and stand below it. A call whose session has ended waits until the
 * person has signed in again. One that changes something and found no network waits for it, and is sent once more:
 * that is harmless because each change names what it was decided on, or an id that the page has chosen.
 */
export interface StaffApi {
  get<Value>(path: string, answer: z.ZodType<Value>, query?: Query): Promise<Outcome<Value>>;
  send<Value>(method: Method, path: string, body: unknown, answer: z.ZodType<Value>): Promise<Outcome<Value>>;
  sendOctets<Value>(
    method: Method,
    path: string,
    octets: Uint8Array<ArrayBuffer>,
    answer: z.ZodType<Value>,
    query?: Query,
  ): Promise<Outcome<Value>>;
  /** A photo, a voice note, a file. */
  octets(path: string, query?: Query): Promise<Outcome<Blob>>;
}

const PATIENCE_MILLISECONDS = 30_000;

const queried = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

async function failureOf(response: Response): Promise<{ ok: false; why: Failure; now?: unknown }> {
  const body = RefusedBody.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return { ok: false, why: response.status >= 500 ? 'failed' : 'unreadable' };
  const { error, now } = body.data;
  return { ok: false, why: error.code, ...(now === undefined ? {} : { now }) };
}

export function openApi(desk: Desk, line: Line): StaffApi {
  async function once(path: string, init: RequestInit): Promise<Response | undefined> {
    const headers = new Headers(init.headers);
    const bearer = desk.bearer();
    if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
    try {
      return await fetch(`/api/staff${path}`, {
        ...init,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
    } catch {
      return undefined;
    }
  }

  async function call<Value>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const changes = init.method !== undefined;
    let isAgain = false;
    for (;;) {
      const bearer = desk.bearer();
      const response = await once(path, init);
      if (response === undefined) {
        if (!changes || isAgain || !(await line.restored())) return { ok: false, why: 'offline' };
        isAgain = true;
        continue;
      }
      if (response.ok) return read(response).catch(() => ({ ok: false, why: 'offline' }) as const);
      const failure = await failureOf(response);
      if (failure.why === 'no_longer_staff') desk.remove();
      if (failure.why !== 'not_signed_in' || !(await desk.renewed(bearer))) return failure;
    }
  }

  const json =
    <Value>(answer: z.ZodType<Value>) =>
    async (response: Response): Promise<Outcome<Value>> => {
      const body: unknown = await response.json().catch(() => undefined);
      const value = answer.safeParse(body);
      return value.success ? { ok: true, value: value.data } : { ok: false, why: 'unreadable' };
    };

  return {
    get: (path, answer, query) => call(queried(path, query), {}, json(answer)),
    send(method, path, body, answer) {
      const headers = { 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
      return call(path, { method, ...sent }, json(answer));
    },
    sendOctets(method, path, octets, answer, query) {
      const headers = { 'content-type': 'application/octet-stream' };
      return call(queried(path, query), { method, headers, body: octets }, json(answer));
    },
    octets: (path, query) =>
      call(queried(path, query), {}, async (response) => ({ ok: true, value: await response.blob() })),
  };
}
