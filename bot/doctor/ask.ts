import type { z } from 'zod';
import type { Asked } from '../../domain/doctor/finding.ts';
import { jsonOf } from '../json.ts';

const TIMEOUT_MILLISECONDS = 10_000;

export interface Question {
  method?: 'GET' | 'POST';
  bearer?: string;
  /** A body in JSON, or as a form. */
  json?: unknown;
  form?: Record<string, string>;
}

/** `aheadMs`: how far this machine's clock was before the one that the answer is dated by. */
export interface Answer {
  status: number;
  json: unknown;
  aheadMs: number | undefined;
}

function bodyOf({ json, form }: Question): { body?: string; type?: string } {
  if (form !== undefined) {
    return { body: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
  }
  return json === undefined ? {} : { body: JSON.stringify(json), type: 'application/json' };
}

/** A `Date` header says whole seconds, half a second before on average. */
const HALF_A_SECOND = 500;

/** Asks once, for ten seconds at most; undefined where no answer came. `clock`: milliseconds since the epoch. */
export async function ask(
  url: string,
  question: Question = {},
  clock: () => number = Date.now,
): Promise<Answer | undefined> {
  const { method = 'GET', bearer } = question;
  const { body, type } = bodyOf(question);
  const headers = new Headers();
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  if (type !== undefined) headers.set('content-type', type);
  const before = clock();
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      ...(body === undefined ? {} : { body }),
    });
    const here = (before + clock()) / 2;
    const there = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      json: jsonOf(await response.text()),
      aheadMs: Number.isNaN(there) ? undefined : here - there - HALF_A_SECOND,
    };
  } catch {
    return undefined;
  }
}

const DENIED = new Set([400, 401, 403]);

/** What an answer tells; `denied` for a key that opens nothing, `absent` for what is not there. */
export function told<T>(answer: Answer | undefined, schema: z.ZodType<T>): Asked<T> {
  if (answer === undefined) return 'silent';
  if (DENIED.has(answer.status)) return 'denied';
  if (answer.status === 404) return 'absent';
  const read = answer.status === 200 ? schema.safeParse(answer.json) : undefined;
  return read?.success === true ? { told: read.data } : 'silent';
}

/** The same of something that was told, made into something else. */
export const mapped = <A, B>(asked: Asked<A>, change: (value: A) => B): Asked<B> =>
  typeof asked === 'string' ? asked : { told: change(asked.told) };
