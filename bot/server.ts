import type { Server } from 'node:http';
import { type Agencies, AgencyMissing } from './agency/agencies.ts';
import type { CurrentAgency } from './agency/load.ts';
import type { StaffLogin } from './agency/serve-agency.ts';
import { createWitness } from './audit/witness.ts';
import type { Config, LineChannel } from './config/config.ts';
import { startErrands } from './errands.ts';
import { HTTP_LIMITS, type HttpLimits, limitedServer } from './http-limits.ts';
import { keepTime } from './jobs/keep-time.ts';
import { pooledCaller } from './line/pooled-caller.ts';
import { errorName } from './log/error-name.ts';
import type { Log } from './log/log.ts';
import { measuredJob } from './metrics/measured.ts';
import { builtAssets } from './pages/assets.ts';
import { lazyRenderer } from './pages/renderer.ts';
import { hasAdmin } from './records/invitation.ts';
import { repeat } from './repeating.ts';
import { openServing } from './serving.ts';
import type { Store } from './store/open.ts';

/** What the running program stands on; everything else is bound here. */
export interface ServerParts {
  config: Config;
  secretKey: Uint8Array;
  /** The default agency's account; read from the store, sealed, where it is absent. */
  line?: LineChannel | undefined;
  /** Whose ID tokens sign staff in, and how they get one; nobody can sign in where it is absent. */
  login?: StaffLogin | undefined;
  store: Store;
  log: Log;
  /** Ten characters that make the first admin. */
  bootstrapCode: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  limits?: HttpLimits;
}

export interface RunningServer {
  port: number;
  /** Whether somebody can still claim the agency with the bootstrap code. */
  isUnclaimed: boolean;
  current(): CurrentAgency;
  /** Ends what is under way, then closes the store. */
  close(): Promise<void>;
}

const MINUTE = 60_000;

function listen(server: Server, { mode, host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = (): void => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    const at = host ?? (mode === 'try-out' ? '127.0.0.1' : undefined);
    if (at === undefined) server.listen(port, listening);
    else server.listen(port, at, listening);
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Notes the heads of the audits of the agencies in memory in the data directory. */
function witnesses(agencies: Agencies, dataDir: string, clock: () => number): () => Promise<void> {
  const known = new Map<string, () => Promise<void>>();
  return async () => {
    for (const { ground } of await agencies.held()) {
      const witness = known.get(ground.agencyId) ?? createWitness(ground, dataDir, clock);
      known.set(ground.agencyId, witness);
      await witness();
    }
  };
}

/**
 * Starts serving all agencies on a port, and does what is due from time to time: the outbox, the sweep, what is left
 * to be done in the data directory.
 * @throws AgencyMissing where the default agency cannot be served
 * @throws StoreUnavailable
 * @throws the error of `listen` where the port is taken
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, secretKey, store, log, bootstrapCode, line, login, clock = Date.now } = parts;
  const { limits = HTTP_LIMITS } = parts;
  const { agencyId, dataDir } = config;
  const { documents } = store;
  const { agencies, app, jobs, metrics } = openServing({
    config,
    secretKey,
    line,
    login,
    documents,
    openLine: pooledCaller,
    renderer: lazyRenderer(),
    assets: builtAssets(),
    log,
    bootstrapCode,
    clock,
    afterCommit: 'here',
    journal: store.journal,
  });
  const first = await agencies.find();
  if (first === undefined) throw new AgencyMissing(`there is no agency ${agencyId} that can be served`);
  const server = limitedServer(app, limits);
  const port = await listen(server, config);

  const witness = witnesses(agencies, dataDir, clock);
  const stored = (error: unknown): void => log('store_failed', { error: errorName(error) });
  const publishing = first.jobs.publish();
  const repeating = [
    ...keepTime(jobs, metrics),
    repeat(measuredJob(metrics, 'witness', witness), MINUTE, stored),
    ...startErrands({ dataDir, documents, find: agencies.find, failed: stored }),
  ];
  log('started', { mode: config.mode, store: config.store.kind, port });

  return {
    port,
    isUnclaimed: !(await hasAdmin(first.ground)),
    current: first.current,
    close: async () => {
      log('stopping');
      const ended = closed(server);
      await agencies.idle();
      await ended;
      await Promise.all(repeating.map(({ stop }) => stop()));
      await publishing;
      await agencies.stop();
      await witness().catch(stored);
      await store.close();
    },
  };
}
