import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVENT_STORE_MILLISECONDS, within } from '../delivery/store-time.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import { note } from '../metrics/durations.ts';
import { classOf, type Metrics } from '../metrics/metrics.ts';
import { rawBody } from './raw-body.ts';
import { type Account, type Received, receive } from './receive.ts';
import { refuse } from './refuse.ts';

/** One agency's account, and who learns that LINE reached it. */
export interface Called {
  account: Account;
  /** A webhook came that LINE had signed. */
  heard(): void;
}

/** What LINE's webhook depends on. */
export interface WebhookParts {
  /** The agency that a webhook names, or the default one where it names none. @throws StoreUnavailable */
  byId(agencyId: string | undefined): Called | undefined | Promise<Called | undefined>;
  log: Log;
  metrics: Metrics;
}

/** `POST /webhook` and `POST /webhook/:agencyId`, a slash at the end or not. */
const ADDRESS = /^\/webhook(?:\/([^/?]+))?\/?(?:\?|$)/i;

/** Whose webhook a request is; `agencyId` is absent where it names none. Undefined where it is something else. */
export function webhookIn({
  method,
  url = '',
}: IncomingMessage): { agencyId: string | undefined } | undefined {
  const found = method === 'POST' ? ADDRESS.exec(url) : null;
  return found === null ? undefined : { agencyId: found[1] };
}

function answer(response: ServerResponse, log: Log, received: Received): void {
  switch (received) {
    case 'done':
      response.writeHead(200).end();
      return;
    case 'failed':
      refuse(response, received);
      return;
    case 'no_signature':
    case 'bad_signature':
    case 'not_json':
    case 'bad_shape':
    case 'wrong_destination':
      log('webhook_refused', { reason: received });
      refuse(response, received);
      return;
  }
}

/**
 * Answers LINE's webhooks by themselves, before anything that pages and forms need: they are nearly all of what this
 * program is asked.
 */
export function createWebhook({ byId, log, metrics }: WebhookParts) {
  async function handle(
    agencyId: string | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await rawBody(request);
    if (body === 'cut') return;
    if (body === 'unreadable') {
      refuse(response, body);
      return;
    }
    if (body === 'too_large') {
      log('webhook_refused', { reason: body });
      refuse(response, body);
      return;
    }
    const began = performance.now();
    const finding = byId(agencyId);
    const found = finding instanceof Promise ? await within(finding, EVENT_STORE_MILLISECONDS) : finding;
    if (found === undefined) {
      log('webhook_refused', { reason: 'unknown_agency' });
      refuse(response, 'unknown_agency');
      return;
    }
    const { 'x-line-signature': signature } = request.headers;
    const left = EVENT_STORE_MILLISECONDS - (performance.now() - began);
    const given = typeof signature === 'string' ? signature : undefined;
    const received = await receive(found.account, log, body, given, left);
    if (received !== 'no_signature' && received !== 'bad_signature') found.heard();
    answer(response, log, received);
  }

  return async (
    agencyId: string | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const began = performance.now();
    try {
      await handle(agencyId, request, response);
    } catch (error) {
      log('webhook_failed', { error: errorName(error) });
      refuse(response, 'failed');
    }
    const { classes, seconds } = metrics.answers.webhook;
    classes[classOf(response.statusCode)] += 1;
    note(seconds, performance.now() - began);
  };
}
