import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { z } from 'zod';
import { EVENT_STORE_MILLISECONDS, within } from '../delivery/store-time.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { observeAnswers } from '../metrics/observe.ts';
import { protect } from '../pages/headers.ts';
import { StoreUnavailable } from '../store/documents.ts';
import { type Account, type Received, receive } from './receive.ts';

/** One agency, as HTTP reaches it. */
export interface ServedAgency {
  account: Account;
  /** How the world reaches its pages, without a slash at the end. */
  publicUrl: string;
  /** A webhook came that LINE had signed. */
  heard(): void;
  /** The forms, the staff's API, and everything that people open in a browser. */
  router: Router;
}

/** What the HTTP side of the bot depends on. */
export interface AppParts {
  /** The agency that a webhook names, or the default one where it names none. @throws StoreUnavailable */
  byId(agencyId: string | undefined): Promise<ServedAgency | undefined>;
  /** The agency whose pages stand at a host, as in `Host`; the default one at any other. @throws StoreUnavailable */
  byHost(host: string | undefined): Promise<Pick<ServedAgency, 'publicUrl' | 'router'>>;
  /** How the world reaches the default agency. */
  publicUrl: string;
  /** Whether the store answers. */
  ready(): Promise<boolean>;
  log: Log;
  metrics: Metrics;
  /** `GET /metrics`; nothing stands there where it is absent. */
  metricsPage?: RequestHandler | undefined;
}

/** Longest body that is read, in octets. */
const MOST_OCTETS = 1024 * 1024;

/** Every refusal, with its status and its words for whoever calls; none repeats what was sent. */
const refusals = {
  no_signature: [401, 'The x-line-signature header is missing.'],
  bad_signature: [401, 'The signature does not belong to this body.'],
  not_json: [400, 'The body is not a LINE webhook.'],
  bad_shape: [400, 'Some events are not of the shape that LINE documents.'],
  wrong_destination: [400, 'The webhook was meant for another account.'],
  too_large: [413, 'The body is larger than 1 MiB.'],
  unreadable: [400, 'The request could not be read.'],
  unknown_agency: [404, 'There is no such agency.'],
  not_found: [404, 'There is nothing here.'],
  not_ready: [503, 'The store does not answer.'],
  failed: [500, 'Some events were not handled; please send them again.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

type Refusal = keyof typeof refusals;

function refuse(response: Response, code: Refusal): void {
  const [status, message] = refusals[code];
  response.status(status).json({ error: { code, message } });
}

function answerWebhook(response: Response, log: Log, received: Received): void {
  switch (received) {
    case 'done':
      response.status(200).end();
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

const TooLarge = z.object({ type: z.literal('entity.too.large') });
const BadRequest = z.object({ status: z.int().min(400).max(499) });

function onError(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (TooLarge.safeParse(error).success) {
      log('webhook_refused', { reason: 'too_large' });
      refuse(response, 'too_large');
    } else if (BadRequest.safeParse(error).success) {
      refuse(response, 'unreadable');
    } else if (error instanceof StoreUnavailable && !request.path.startsWith('/webhook')) {
      refuse(response, 'not_ready');
    } else {
      log('webhook_failed', { error: errorName(error) });
      refuse(response, 'failed');
    }
  };
}

/** The bot's HTTP application: LINE's webhook, and the two answers that say whether it is well. */
export function createApp(parts: AppParts): Express {
  const { byId, byHost, publicUrl, ready, log, metrics, metricsPage } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');

  const webhook: RequestHandler = async (request, response) => {
    const { agencyId } = request.params;
    const began = performance.now();
    const finding = byId(typeof agencyId === 'string' ? agencyId : undefined);
    const found = await within(finding, EVENT_STORE_MILLISECONDS);
    if (found === undefined) {
      log('webhook_refused', { reason: 'unknown_agency' });
      refuse(response, 'unknown_agency');
      return;
    }
    const raw: unknown = request.body;
    const body = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const left = EVENT_STORE_MILLISECONDS - (performance.now() - began);
    const received = await receive(found.account, log, body, request.get('x-line-signature'), left);
    if (received !== 'no_signature' && received !== 'bad_signature') found.heard();
    answerWebhook(response, log, received);
  };
  const raw = express.raw({ type: () => true, limit: MOST_OCTETS, inflate: false });
  app.post(['/webhook', '/webhook/:agencyId'], observeAnswers(metrics, 'webhook'), raw, webhook);

  app.use((request, response, next) => protect(publicUrl, request, response, next));
  app.use(observeAnswers(metrics));
  if (metricsPage !== undefined) app.get('/metrics', metricsPage);
  app.get('/healthz', (_request, response) => {
    response.status(200).json({ alive: true });
  });
  app.get('/readyz', async (_request, response) => {
    if (await ready()) response.status(200).json({ ready: true });
    else refuse(response, 'not_ready');
  });
  app.use(async (request, response, next) => {
    const agency = await byHost(request.get('x-forwarded-host') ?? request.get('host'));
    // A cache that keeps answers by `Host` alone must not give one agency's page for another's.
    response.vary('X-Forwarded-Host');
    protect(agency.publicUrl, request, response, () => agency.router(request, response, next));
  });
  app.use((_request, response) => refuse(response, 'not_found'));
  app.use(onError(log));
  return app;
}
