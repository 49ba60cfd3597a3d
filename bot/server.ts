import { createServer, type Server } from 'node:http';
import type { CurrentAgency } from './agency/load.ts';
import { loadAgency } from './agency/loaded.ts';
import { type RunningAgency, type StaffLogin, serveAgency } from './agency/serve-agency.ts';
import { createWitness } from './audit/witness.ts';
import type { Config, LineChannel } from './config/config.ts';
import { startErrands } from './errands.ts';
import { errorName } from './log/error-name.ts';
import type { Log } from './log/log.ts';
import { lazyRenderer } from './pages/renderer.ts';
import type { Ground } from './records/ground.ts';
import { hasAdmin } from './records/invitation.ts';
import { sweep } from './records/sweep.ts';
import { repeat } from './repeating.ts';
import { openSecrets } from './secrets/secrets.ts';
import type { Store } from './store/open.ts';
import { createApp } from './webhook/app.ts';

/** What the running program stands on; everything else is bound here. */
export interface ServerParts {
  config: Config;
  secretKey: Uint8Array;
  line: LineChannel;
  /** Whose ID tokens sign staff in, and how they get one; nobody can sign in where it is absent. */
  login?: StaffLogin | undefined;
  store: Store;
  log: Log;
  /** Ten characters that make the first admin. */
  bootstrapCode: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

export interface RunningServer {
  port: number;
  /** Whether somebody can still claim the agency with the bootstrap code. */
  isUnclaimed: boolean;
  current(): CurrentAgency;
  /** Ends what is under way, then closes the store. */
  close(): Promise<void>;
}

/** The agency that is to be served is not in the store. */
export class AgencyMissing extends Error {
  override readonly name = 'AgencyMissing';
}

const MINUTE = 60_000;

function listen(server: Server, { mode, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = (): void => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    if (mode === 'try-out') server.listen(port, '127.0.0.1', listening);
    else server.listen(port, listening);
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

async function answers({ documents, paths }: Ground): Promise<boolean> {
  try {
    await documents.read(paths.agency);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts serving one agency on a port, and does what is due from time to time: the outbox, the sweep, and what is
 * left to be done in the data directory.
 * @throws AgencyMissing
 * @throws StoreUnavailable
 * @throws the error of `listen` where the port is taken
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, secretKey, store, log, bootstrapCode, line, login, clock = Date.now } = parts;
  const { agencyId, publicUrl, dataDir } = config;
  const { documents } = store;
  const failed = (code: 'store_failed' | 'sweep_failed') => (error: unknown) =>
    log(code, { agency: agencyId, error: errorName(error) });

  const loaded = await loadAgency(documents, agencyId, failed('store_failed'));
  if (loaded === undefined) throw new AgencyMissing(`there is no agency ${agencyId} in the store`);
  const shared = {
    documents,
    secrets: openSecrets(secretKey),
    store: config.store.kind,
    renderer: lazyRenderer(),
    log,
    clock,
    afterCommit: 'here' as const,
  };
  const liffId = config.liff?.liffId;
  const agency: RunningAgency = serveAgency(shared, {
    loaded,
    line,
    publicUrl,
    liffId,
    login,
    bootstrapCode,
  });
  const fresh = async (): Promise<RunningAgency> => {
    await agency.freshen();
    return agency;
  };
  const app = createApp({
    byId: async (id) => (id === undefined || id === agencyId ? fresh() : undefined),
    byHost: fresh,
    publicUrl,
    ready: () => answers(agency.ground),
    log,
  });
  const server = createServer(app);
  const port = await listen(server, config);

  async function sweepAll(): Promise<void> {
    const began = performance.now();
    const deleted = await sweep(documents, clock());
    if (deleted > 0) log('sweep_done', { deleted, ms: Math.round(performance.now() - began) });
  }
  async function eachMinute(): Promise<void> {
    await agency.freshen();
    await agency.jobs.chores();
    await agency.jobs.outbox();
  }
  const stored = failed('store_failed');
  const witness = createWitness(agency.ground, dataDir, clock);
  const find = async (id: string) => (id === agencyId ? fresh() : undefined);
  const publishing = agency.jobs.publish();
  const repeating = [
    repeat(sweepAll, MINUTE, failed('sweep_failed')),
    repeat(eachMinute, MINUTE, stored),
    repeat(witness, MINUTE, stored),
    ...startErrands({ dataDir, documents, find, failed: stored }),
  ];
  log('started', { mode: config.mode, store: config.store.kind, port });

  return {
    port,
    isUnclaimed: !(await hasAdmin(agency.ground)),
    current: agency.current,
    close: async () => {
      log('stopping');
      const ended = closed(server);
      await agency.idle();
      await ended;
      await Promise.all(repeating.map(({ stop }) => stop()));
      await publishing;
      await agency.stop();
      await witness().catch(stored);
      await store.close();
    },
  };
}
