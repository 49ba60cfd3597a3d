import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { createApi } from './api/api.ts';
import { type ControlClient, createControlClient } from './client.ts';
import { createControl } from './control.ts';
import { createDoings } from './doings.ts';
import { createFaults } from './faults.ts';
import { createIdTokens, type IdTokens } from './login/id-tokens.ts';
import { createLiffApps, type LiffApp } from './login/liff-apps.ts';
import { createLogin } from './login/login.ts';
import { createPageFiles } from './page-files.ts';
import { createPlatform, type Platform } from './platform.ts';
import { createWebhooks, type WebhookOptions } from './webhooks.ts';

export type SimulatorOptions = {
  /** 0 for any free port. */
  port: number;
  webhookUrl: string;
  channelSecret: string;
  accessToken: string;
  pageDirectory?: string;
  /** The account's name, as people see it. */
  name?: string;
  /** Milliseconds since 1970; for reply tokens, retry keys and timestamps, not for waiting. */
  now?: () => number;
  webhooks?: WebhookOptions;
};

export type Simulator = {
  /** Where the page and the control API are. */
  url: string;
  /** The base of LINE's API and of its data API. */
  apiUrl: string;
  platform: Platform;
  client: ControlClient;
  /** LINE Login: its channel and keys, where people sign in, and its LIFF apps. */
  login: { tokens: IdTokens; jwksUrl: string; loginUrl: string; apps: LiffApp[] };
  close: () => Promise<void>;
};

/**
 * Starts a stand-in for the LINE platform on 127.0.0.1.
 * @throws when the port is taken, or `webhookUrl` is no URL
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  if (!URL.canParse(options.webhookUrl)) throw new TypeError('webhookUrl is no URL');
  const platform = createPlatform(options);
  const faults = createFaults();
  const webhooks = createWebhooks(platform, faults, options.webhooks);
  const doings = createDoings(platform, webhooks);
  const tokens = await createIdTokens(platform);
  const apps: LiffApp[] = [];

  const app = express();
  app.disable('x-powered-by').set('etag', false);
  app.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  app.use('/v2/bot', createApi(platform, webhooks, doings, faults));
  app.use('/sim', createControl(platform, webhooks, doings, faults));
  app.use(createLogin(platform, tokens));
  app.use(createLiffApps(tokens, apps, platform.now));
  app.use(createPageFiles(options.pageDirectory ?? fileURLToPath(new URL('./page', import.meta.url))));

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    apiUrl: url,
    platform,
    client: createControlClient(url),
    login: { tokens, jwksUrl: `${url}/oauth2/v2.1/certs`, loginUrl: `${url}/login`, apps },
    close: () =>
      new Promise((resolve) => {
        webhooks.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
