/** How calls of the Firestore SDK are kept within a deadline. */
import type { Firestore } from '@google-cloud/firestore';
import { z } from 'zod';
import { StoreUnavailable } from './documents.ts';

const sdkInternals = z.object({
  createCallOptions: z.custom<(method: string) => object>((value) => typeof value === 'function'),
  _retry: z.function(),
});

/** Switches off both of the transport's ways of trying again: one for single answers, one for streams. */
const once = { retry: null, retryRequestOptions: { retries: 0, noResponseRetries: 0 } };

/**
 * Makes every call of this SDK instance one attempt that the transport ends after `deadlineMs`.
 *
 * The SDK by itself goes on trying for ten minutes, so that a commit could land long after its caller was
 * told that it failed, and offers no setting for it: these are internals, and a missing one is an error here.
 */
export function boundCalls(firestore: Firestore, deadlineMs: number): void {
  const internals = sdkInternals.parse({
    createCallOptions: Reflect.get(firestore, 'createCallOptions'),
    _retry: Reflect.get(firestore, '_retry'),
  });
  Reflect.set(firestore, 'createCallOptions', (method: string) => {
    const options = Reflect.apply(internals.createCallOptions, firestore, [method]);
    return method === 'listen' ? options : { ...options, ...once, timeout: deadlineMs };
  });
  Reflect.set(firestore, '_retry', (_method: string, _tag: string, attempt: () => unknown) => attempt());
}

/** gRPC status codes that the gateway tells apart: https://grpc.io/docs/guides/status-codes/ */
export const status = {
  notFound: 5,
  alreadyExists: 6,
  failedPrecondition: 9,
  aborted: 10,
  unavailable: 14,
} as const;

const coded = z.object({ code: z.number() });

/** The gRPC status of `error`, or `undefined` where it has none. */
export function codeOf(error: unknown): number | undefined {
  const parsed = coded.safeParse(error);
  return parsed.success ? parsed.data.code : undefined;
}

const FIRST_PAUSE_MS = 20;
const STEPS = 15;

/**
 * Calls `over` when `milliseconds` have passed in which this thread could have taken an answer: a thread that
 * was busy with something else loses one step by it, whatever the clock says. Gives what stops it.
 */
function countDown(milliseconds: number, over: () => void): () => void {
  const step = milliseconds / STEPS;
  let left = STEPS;
  let timer = setTimeout(tick, step);
  function tick(): void {
    left -= 1;
    if (left === 0) over();
    else timer = setTimeout(tick, step);
  }
  return () => clearTimeout(timer);
}

/**
 * Runs `attempt` until it answers, at most `deadlineMs`; an attempt that fails with status `again` is
 * repeated after a growing pause as long as time is left.
 *
 * @throws the error of the last attempt, or {@link StoreUnavailable} when the time is over.
 */
export async function withinDeadline<T>(
  deadlineMs: number,
  again: number,
  attempt: () => Promise<T>,
): Promise<T> {
  const over = Promise.withResolvers<never>();
  const stop = countDown(deadlineMs, () => over.reject(new StoreUnavailable('no answer in time')));
  const end = performance.now() + deadlineMs;
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        return await Promise.race([attempt(), over.promise]);
      } catch (error) {
        const wait = pause * (0.5 + Math.random() / 2);
        if (codeOf(error) !== again || performance.now() + wait >= end) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  } finally {
    stop();
  }
}
