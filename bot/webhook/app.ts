import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import { observeAnswers } from '../metrics/observe.ts';
import { protect } from '../pages/headers.ts';
import { StoreUnavailable } from '../store/documents.ts';
import { refuse } from './refuse.ts';
import { type Called, createWebhook, type WebhookParts, webhookIn } from './webhook.ts';

/** One agency, as HTTP reaches it. */
export interface ServedAgency extends Called {
  /** How the world reaches its pages, without a slash at the end. */
  publicUrl: string;
  /** The forms, the staff's API, and everything that people open in a browser. */
  router: Router;
}

/** What the HTTP side of the bot depends on. */
export interface AppParts extends WebhookParts {
  /** The agency whose pages stand at a host, as in `Host`; the default one at any other. @throws StoreUnavailable */
  byHost(host: string | undefined): Promise<Pick<ServedAgency, 'publicUrl' | 'router'>>;
  /** How the world reaches the default agency. */
  publicUrl: string;
  /** Whether the store answers. */
  ready(): Promise<boolean>;
  /** `GET /metrics`; nothing stands there where it is absent. */
  metricsPage?: RequestHandler | undefined;
}

const TooLarge = z.object({ type: z.literal('entity.too.large') });
const BadRequest = z.object({ status: z.int().min(400).max(499) });

function onError(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (TooLarge.safeParse(error).success) {
      refuse(response, 'too_large');
    } else if (BadRequest.safeParse(error).success) {
      refuse(response, 'unreadable');
    } else if (error instanceof StoreUnavailable) {
      refuse(response, 'not_ready');
    } else {
      log('request_failed', { error: errorName(error) });
      refuse(response, 'failed');
    }
  };
}

/** The bot's HTTP application: LINE's webhook by itself; all else, and whether it is well, by Express. */
export function createApp(parts: AppParts): RequestListener {
  const { byHost, publicUrl, ready, log, metrics, metricsPage } = parts;
  const webhook = createWebhook(parts);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');

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
  return (request, response) => {
    const called = webhookIn(request);
    if (called === undefined) app(request, response);
    else void webhook(called.agencyId, request, response);
  };
}
