import { createServer, type Server } from 'node:http';
import { Router } from 'express';
import { auditReport } from '../domain/catalogue/console-audit.ts';
import { stepGroup } from '../domain/conversation/group.ts';
import { again, step, wantsMedia } from '../domain/conversation/step.ts';
import type { Page } from '../domain/published/page.ts';
import type { SignInWay } from '../domain/published/staff.ts';
import { collectInvitations } from './agency/invite.ts';
import type { CurrentAgency } from './agency/load.ts';
import { type LoadedAgency, loadAgency } from './agency/loaded.ts';
import { auditing, reportAudit } from './audit/errand.ts';
import { createWitness } from './audit/witness.ts';
import type { Config, LineChannel } from './config/config.ts';
import { createChatMode } from './delivery/chat-mode.ts';
import { createDelivery } from './delivery/deliver.ts';
import { formPages } from './forms/pages.ts';
import { formsRouter } from './forms/router.ts';
import { type LineApi, lineApi } from './line/api.ts';
import { render } from './line/render.ts';
import { errorName } from './log/error-name.ts';
import type { Log } from './log/log.ts';
import { cleanMedia } from './media/clean.ts';
import { startDispatcher } from './outbox/dispatcher.ts';
import { openPages } from './pages/pages.ts';
import { lazyRenderer } from './pages/renderer.ts';
import { pagesRouter } from './pages/router.ts';
import { pageRoutes } from './pages/routes.ts';
import { createPublisher, watchTallies } from './publish/publisher.ts';
import type { Ground } from './records/ground.ts';
import { hasAdmin } from './records/invitation.ts';
import { openGround } from './records/open-ground.ts';
import { sweep } from './records/sweep.ts';
import { repeat } from './repeating.ts';
import { openSecrets } from './secrets/secrets.ts';
import { answerSpooled } from './spool.ts';
import { signInRoutes } from './staff/account/sign-in.ts';
import { afterPhotos } from './staff/cases/after-photo.ts';
import { runCaseChores } from './staff/cases/chores.ts';
import { webhookPulse } from './staff/health/pulse.ts';
import { lineTokens } from './staff/id-token.ts';
import { staffPages } from './staff/pages.ts';
import { staffRouter } from './staff/router.ts';
import { staffRoutes } from './staff/routes.ts';
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

/** A LINE Login channel, the keys that sign its tokens, and the way to get one. */
export interface StaffLogin {
  channelId: string;
  jwksUrl: string;
  way: SignInWay;
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

const LINE_TIMEOUT_MILLISECONDS = 5000;
const SWEEP_MILLISECONDS = 60_000;
const ERRANDS_MILLISECONDS = 1000;

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
 * Starts serving one agency: the webhook, the pages, the outbox, the sweep, and what is left to be done in the
 * data directory.
 * @throws AgencyMissing
 * @throws StoreUnavailable
 * @throws the error of `listen` where the port is taken
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, secretKey, store, log, bootstrapCode, login, clock = Date.now } = parts;
  const { agencyId, publicUrl, dataDir } = config;
  const { documents } = store;
  const failed = (code: 'store_failed' | 'sweep_failed') => (error: unknown) =>
    log(code, { agency: agencyId, error: errorName(error) });

  const loaded: LoadedAgency | undefined = await loadAgency(documents, agencyId, failed('store_failed'));
  if (loaded === undefined) throw new AgencyMissing(`there is no agency ${agencyId} in the store`);
  const line: LineApi = lineApi({
    baseUrl: parts.line.apiBaseUrl,
    dataBaseUrl: parts.line.dataApiBaseUrl,
    accessToken: parts.line.channelAccessToken,
    timeoutMs: LINE_TIMEOUT_MILLISECONDS,
  });
  const secrets = openSecrets(secretKey);
  const chatMode = createChatMode(line.info, clock);
  const publisher = createPublisher({ documents, current: loaded.current, publicUrl, dataDir, clock, log });
  const counting = watchTallies(documents, publisher.touch);
  const ground = openGround({ agencyId, documents: counting, secrets, clock, chatMode, bootstrapCode });
  const dispatcher = startDispatcher({ ground, line, log, clock, current: loaded.current, publicUrl });
  const delivery = createDelivery({
    ground,
    current: loaded.current,
    conversation: { step, again, wantsMedia, stepGroup },
    line,
    media: { content: line.content, clean: cleanMedia },
    render,
    clock,
    publicUrl,
    kick: dispatcher.kick,
    reload: () => void loaded.refresh(),
    log,
  });
  const renderer = lazyRenderer();
  const site = { publicUrl, ...(config.liff === undefined ? {} : { liffId: config.liff.liffId }) };
  const pulse = webhookPulse(ground, clock);
  const staff = {
    ground,
    current: loaded.current,
    reload: loaded.refresh,
    clock,
    log,
    line,
    kick: dispatcher.kick,
    publicUrl,
    pulse,
    store: config.store.kind,
    render: async (page: Page) => (await renderer())(page, site),
    verifyIdToken: login && lineTokens(login.channelId, login.jwksUrl, clock),
  };
  const forms = { ground, current: loaded.current, clock, log };
  const pages = openPages({
    agencyId,
    documents,
    paths: ground.paths,
    clock,
    log,
    current: loaded.current,
    renderer,
    site,
  });
  const account = { agencyId, channelSecret: parts.line.channelSecret, delivery };
  const app = createApp({
    defaultAgency: agencyId,
    publicUrl,
    account: (id) => (id === agencyId ? account : undefined),
    ready: () => answers(ground),
    heard: pulse.beat,
    log,
    forms: Router().use(formsRouter(forms), afterPhotos(ground)),
    staff: staffRouter(staff, signInRoutes(staff), staffRoutes),
    pages: pagesRouter(pages, [formPages(forms), staffPages(login?.way ?? { by: 'nothing' }), ...pageRoutes]),
  });
  const server = createServer(app);
  const port = await listen(server, config);
  publisher.start();
  dispatcher.kick();

  const sweeping = repeat(
    async () => {
      const began = performance.now();
      const deleted = await sweep(documents, clock());
      if (deleted > 0) log('sweep_done', { deleted, ms: Math.round(performance.now() - began) });
    },
    SWEEP_MILLISECONDS,
    failed('sweep_failed'),
  );
  const inviting = repeat(
    () => collectInvitations(dataDir, documents),
    ERRANDS_MILLISECONDS,
    failed('store_failed'),
  );
  const witness = createWitness(ground, dataDir, clock);
  const witnessing = repeat(witness, SWEEP_MILLISECONDS, failed('store_failed'));
  const verifying = repeat(
    () =>
      answerSpooled(dataDir, auditing, async (asked, progress) =>
        asked.agencyId === agencyId
          ? reportAudit(ground, dataDir, asked.heads, progress)
          : { ok: false, lines: [auditReport.elsewhere(asked.agencyId)] },
      ),
    ERRANDS_MILLISECONDS,
    failed('store_failed'),
  );
  const choring = repeat(
    async () => void (await runCaseChores(staff)),
    SWEEP_MILLISECONDS,
    failed('store_failed'),
  );
  log('started', { mode: config.mode, store: config.store.kind, port });

  return {
    port,
    isUnclaimed: !(await hasAdmin(ground)),
    current: loaded.current,
    close: async () => {
      log('stopping');
      const ended = closed(server);
      await delivery.idle();
      await pulse.idle();
      await ended;
      await Promise.all([
        sweeping.stop(),
        choring.stop(),
        inviting.stop(),
        witnessing.stop(),
        verifying.stop(),
        dispatcher.stop(),
        publisher.stop(),
      ]);
      loaded.stop();
      await witness().catch(failed('store_failed'));
      await store.close();
    },
  };
}
