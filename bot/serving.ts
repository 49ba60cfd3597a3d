import type { RequestListener } from 'node:http';
import type { RequestHandler } from 'express';
import type { Render } from '../domain/published/rendered.ts';
import { type Agencies, openAgencies } from './agency/agencies.ts';
import type { StaffLogin } from './agency/serve-agency.ts';
import type { Config, LiffLogin, LineChannel } from './config/config.ts';
import type { JobParts } from './jobs/each-agency.ts';
import type { OpenCaller } from './line/http-caller.ts';
import type { Log } from './log/log.ts';
import { createMailer } from './mail/mailer.ts';
import { type Metrics, openMetrics } from './metrics/metrics.ts';
import { metricsPage } from './metrics/show.ts';
import { pathsOf } from './records/paths.ts';
import { openSecrets } from './secrets/secrets.ts';
import type { Documents } from './store/documents.ts';
import type { JournalState } from './store/open.ts';
import { createApp } from './webhook/app.ts';

/** What serving stands on, wherever it runs. */
export interface ServingParts {
  config: Config;
  secretKey: Uint8Array;
  /** The default agency's account; read from the store, sealed, where it is absent. */
  line?: LineChannel | undefined;
  /** Whose ID tokens sign staff in, and how they get one; nobody can sign in where it is absent. */
  login?: StaffLogin | undefined;
  documents: Documents;
  /** How LINE's hosts are reached; over HTTP where it is absent. */
  openLine?: OpenCaller | undefined;
  /** The page renderer, loaded when a page is first asked for. */
  renderer(): Promise<Render>;
  /** Answers below `/assets`; absent where something before this process does. */
  assets?: RequestHandler | undefined;
  log: Log;
  /** Ten characters that make the first admin. */
  bootstrapCode: string | undefined;
  /** Milliseconds since the epoch. */
  clock(): number;
  /** Who does what follows from a commit: this process, or somebody who watches the store. */
  afterCommit: 'here' | 'elsewhere';
  /** Of the embedded store. */
  journal?: JournalState | undefined;
}

/** All agencies, the HTTP application before them, and what their jobs stand on. */
export interface Serving {
  agencies: Agencies;
  app: RequestListener;
  jobs: JobParts;
  metrics: Metrics;
}

/** LIFF's login as staff sign in by it. */
export const liffLogin = ({ liffId, loginChannelId, jwksUrl }: LiffLogin): StaffLogin => ({
  channelId: loginChannelId,
  jwksUrl,
  way: { by: 'liff', liffId },
});

async function answers(documents: Documents, agencyId: string): Promise<boolean> {
  try {
    await documents.read(pathsOf(agencyId).agency);
    return true;
  } catch {
    return false;
  }
}

/** Binds the agencies of a deployment to one HTTP application. Starts nothing and reads nothing. */
export function openServing(parts: ServingParts): Serving {
  const { config, documents, log, clock, bootstrapCode, line, login } = parts;
  const { agencyId, publicUrl, liff, lineAddresses } = config;
  const { renderer, assets, afterCommit, openLine } = parts;
  const secrets = openSecrets(parts.secretKey);
  const store = config.store.kind;
  const metrics = openMetrics(Math.random);
  const mailer = config.email && createMailer(config.email);
  const ground = { documents, secrets, store, openLine, renderer, assets };
  const shared = { ...ground, log, clock, afterCommit, metrics, mailer };
  const own = { agencyId, publicUrl, line, login, liffId: liff?.liffId, bootstrapCode };
  const agencies = openAgencies(shared, own, lineAddresses);
  const app = createApp({
    byId: agencies.find,
    byHost: agencies.byHost,
    publicUrl,
    ready: () => answers(documents, agencyId),
    log,
    metrics,
    metricsPage:
      afterCommit === 'here'
        ? metricsPage({ metrics, documents, journal: parts.journal, token: config.metricsToken, clock })
        : undefined,
  });
  return { agencies, app, jobs: { documents, agencies, clock, log }, metrics };
}
