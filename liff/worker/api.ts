import type { z } from 'zod';
import { FormError, FormKeys } from '../../sealing/form-contract.ts';
import { NotDone } from './not-done.ts';

/** How requests go out: the browser's `fetch`, or a test's. Paths begin with `/`. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

const PATIENCE_MILLISECONDS = 60_000;

async function answerTo(fetching: Fetch, path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetching(path, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
  } catch {
    throw new NotDone('offline');
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const error = FormError.safeParse(body);
  throw new NotDone(error.success ? error.data.error.code : response.status >= 500 ? 'failed' : 'unreadable');
}

/** Sends JSON and reads JSON. @throws NotDone */
export async function sendJson<Answer>(
  fetching: Fetch,
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const given = await answerTo(fetching, path, { method, headers, body: JSON.stringify(body) });
  const read = answer.safeParse(given);
  if (!read.success) throw new NotDone('unreadable');
  return read.data;
}

/** Sends sealed octets. @throws NotDone */
export async function sendOctets(
  fetching: Fetch,
  path: string,
  sealed: Uint8Array,
  work: { day: string; nonce: number },
): Promise<void> {
  const headers = {
    'content-type': 'application/octet-stream',
    'prongsai-work': `${work.day} ${work.nonce}`,
  };
  await answerTo(fetching, path, { method: 'PUT', headers, body: new Uint8Array(sealed) });
}

/** The keys of all readers and what else is needed before anything; the same for everybody. @throws NotDone */
export async function fetchKeys(fetching: Fetch): Promise<FormKeys> {
  const keys = FormKeys.safeParse(await answerTo(fetching, '/api/tips/readers', { method: 'GET' }));
  if (!keys.success) throw new NotDone('unreadable');
  return keys.data;
}
