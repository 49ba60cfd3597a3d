import { type RequestHandler, Router } from 'express';
import { stepGroup } from '../../domain/conversation/group.ts';
import { again, step, wantsMedia } from '../../domain/conversation/step.ts';
import type { Page } from '../../domain/published/page.ts';
import type { Render } from '../../domain/published/rendered.ts';
import type { SignInWay } from '../../domain/published/staff.ts';
import { announcementPages } from '../announcements/announcement-routes.ts';
import type { LineChannel, StoreChoice } from '../config/config.ts';
import { createChatMode } from '../delivery/chat-mode.ts';
import { createDelivery } from '../delivery/deliver.ts';
import { runErasures } from '../erasure/run.ts';
import { formPages } from '../forms/pages.ts';
import { formsRouter } from '../forms/router.ts';
import { lineApi, type Sent } from '../line/api.ts';
import type { OpenCaller } from '../line/http-caller.ts';
import { render } from '../line/render.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import type { Mailer } from '../mail/mailer.ts';
import { cleanMedia } from '../media/clean.ts';
import {
  learningQuota,
  measuredConversation,
  measuredDelivery,
  measuredDocuments,
  measuredLine,
  notePush,
} from '../metrics/measured.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { createDispatcher } from '../outbox/dispatcher.ts';
import { openPages } from '../pages/pages.ts';
import { pagesRouter } from '../pages/router.ts';
import { pageRoutes } from '../pages/routes.ts';
import { paperPages } from '../papers/paper-routes.ts';
import type { Job, Outcome } from '../publish/job.ts';
import { createPublisher, watchTallies } from '../publish/publisher.ts';
import type { Ground } from '../records/ground.ts';
import { openGround } from '../records/open-ground.ts';
import { runRetention } from '../retention/run.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { signInRoutes } from '../staff/account/sign-in.ts';
import { afterPhotos } from '../staff/cases/after-photo.ts';
import { runCaseChores } from '../staff/cases/chores.ts';
import { webhookPulse } from '../staff/health/pulse.ts';
import { lineTokens } from '../staff/id-token.ts';
import { staffPages } from '../staff/pages.ts';
import { staffRouter } from '../staff/router.ts';
import { staffRoutes } from '../staff/routes.ts';
import type { Documents } from '../store/documents.ts';
import { reconcileTallies } from '../tallies/reconcile.ts';
import type { ServedAgency } from '../webhook/app.ts';
import type { CurrentAgency } from './load.ts';
import type { LoadedAgency } from './loaded.ts';

/** A LINE Login channel, the keys that sign its tokens, and the way to get one. */
export interface StaffLogin {
  channelId: string;
  jwksUrl: string;
  way: SignInWay;
}

/** What every agency of this process shares. */
export interface AgencyGround {
  documents: Documents;
  secrets: Secrets;
  store: StoreChoice['kind'];
  /** How LINE's hosts are reached; over HTTP where it is absent. */
  openLine?: OpenCaller | undefined;
  /** The page renderer, loaded when a page is first asked for. */
  renderer(): Promise<Render>;
  /** Answers below `/assets`; absent where something before this process does. */
  assets?: RequestHandler | undefined;
  log: Log;
  /** Milliseconds since the epoch. */
  clock(): number;
  /**
   * Who does what follows from a commit, such as sending its alerts: this process a moment later, or somebody who
   * watches the store, because nothing runs here once a request was answered.
   */
  afterCommit: 'here' | 'elsewhere';
  metrics: Metrics;
  /** Sends alerts by mail as well; absent where the deployment has no account for it. */
  mailer?: Mailer | undefined;
}

/** What one agency has of its own. */
export interface OneAgency {
  loaded: LoadedAgency;
  line: LineChannel;
  /** The account's own user id, where it is known. */
  destination?: string | undefined;
  /** Without a slash at the end. */
  publicUrl: string;
  liffId?: string | undefined;
  /** Whose ID tokens sign staff in, and how they get one; nobody can sign in where it is absent. */
  login?: StaffLogin | undefined;
  /** Ten characters that make the first admin. */
  bootstrapCode: string | undefined;
}

/** What is done for an agency from time to time. None throws; each may run in several processes at once. */
export interface AgencyJobs {
  /** Puts the morning cards into the outbox, so long before their time already. */
  cards(aheadMilliseconds: number): Promise<void>;
  /** Sends what is due. */
  outbox(): Promise<void>;
  /** What becomes of cases by time alone: escalation, waiting that ended, silence after an outcome. */
  chores(): Promise<void>;
  /** Deletes what its reporters asked to be deleted. */
  erase(): Promise<void>;
  /** Lets go what has been kept for its time. */
  retain(): Promise<void>;
  /** Holds the tallies against what they count, and mends what differs. */
  reconcile(): Promise<void>;
  /** Writes the published pages anew. */
  publish(): Promise<void>;
}

/** Everything of one agency, bound together; it does nothing until it is called. */
export interface RunningAgency extends ServedAgency {
  ground: Ground;
  current(): CurrentAgency;
  freshen(): Promise<void>;
  jobs: AgencyJobs;
  /** What `npm run import` and `publish` ask for. @throws StoreUnavailable */
  run(job: Job): Promise<Outcome>;
  /** Resolves when all events under way have ended. */
  idle(): Promise<void>;
  /** Resolves when nothing is done for it any more. */
  stop(): Promise<void>;
}

const LINE_TIMEOUT_MILLISECONDS = 5000;

/** Binds everything of one agency: webhook, pages, forms, the staff's API, and its jobs. Starts nothing. */
export function serveAgency(shared: AgencyGround, one: OneAgency): RunningAgency {
  const { secrets, renderer, log, clock, store, metrics } = shared;
  const { loaded, publicUrl, login, bootstrapCode } = one;
  const { current } = loaded;
  const agencyId = current().agency.id;
  const isHere = shared.afterCommit === 'here';

  const called = lineApi({
    baseUrl: one.line.apiBaseUrl,
    dataBaseUrl: one.line.dataApiBaseUrl,
    accessToken: one.line.channelAccessToken,
    timeoutMs: LINE_TIMEOUT_MILLISECONDS,
    open: shared.openLine,
  });
  const unmeasured = learningQuota(called, agencyId, metrics);
  const line = measuredLine(unmeasured, metrics);
  const publisher = createPublisher({ documents: shared.documents, current, publicUrl, clock, log });
  const documents = isHere ? watchTallies(shared.documents, publisher.touch) : shared.documents;
  const chatMode = createChatMode(line.info, clock);
  const ground = openGround({ agencyId, documents, secrets, clock, chatMode, bootstrapCode, metrics });
  const asked = { ...ground, documents: measuredDocuments(documents, metrics) };
  const pushed = (sent: Sent): void => notePush(metrics, sent);
  const dispatcher = createDispatcher({
    ...{ ground, line: unmeasured, log, clock, current, publicUrl, pushed },
    mailer: shared.mailer,
  });
  const kick = isHere ? dispatcher.kick : () => undefined;
  const delivery = createDelivery({
    ground: asked,
    current,
    conversation: measuredConversation({ step, again, wantsMedia, stepGroup }, metrics),
    line,
    media: { content: line.content, clean: cleanMedia },
    render,
    clock,
    publicUrl,
    kick,
    reload: () => void loaded.refresh(),
    log,
  });
  async function unlessFailed(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log('job_failed', { agency: agencyId, error: errorName(error) });
    }
  }
  const site = { publicUrl, ...(one.liffId === undefined ? {} : { liffId: one.liffId }) };
  const pulse = webhookPulse(ground, clock, login?.channelId);
  const staff = {
    ground: asked,
    current,
    reload: loaded.refresh,
    clock,
    log,
    line,
    kick,
    publicUrl,
    pulse,
    store,
    render: async (page: Page) => (await renderer())(page, site),
    verifyIdToken: login && lineTokens(login.channelId, login.jwksUrl, clock),
  };
  const forms = { ground: asked, current, clock, log };
  const { paths } = ground;
  const pages = openPages({ agencyId, documents, paths, clock, log, current, renderer, site });
  const router = Router().use(
    formsRouter(forms),
    afterPhotos(ground),
    staffRouter(staff, signInRoutes(staff), staffRoutes),
    pagesRouter(
      pages,
      [
        formPages(forms),
        announcementPages(ground),
        paperPages(ground),
        staffPages(login?.way ?? { by: 'nothing' }),
        ...pageRoutes,
      ],
      shared.assets,
    ),
  );

  return {
    ground,
    current,
    publicUrl,
    account: {
      agencyId,
      channelSecret: one.line.channelSecret,
      destination: one.destination,
      delivery: measuredDelivery(delivery, metrics),
      again: pulse.again,
    },
    heard: pulse.beat,
    router,
    freshen: loaded.freshen,
    jobs: {
      cards: dispatcher.prepareCards,
      outbox: async () => void (await dispatcher.runOnce()),
      async chores() {
        try {
          await runCaseChores({ ...staff, ground });
        } catch (error) {
          log('chores_failed', { agency: agencyId, error: errorName(error) });
        }
      },
      erase: () => unlessFailed(() => runErasures({ ground, clock })),
      retain: () => unlessFailed(() => runRetention({ ground, current, clock, log })),
      reconcile: () => unlessFailed(() => reconcileTallies({ ground, current, clock, log })),
      publish: publisher.publish,
    },
    run: publisher.run,
    async idle() {
      await delivery.idle();
      await pulse.idle();
    },
    async stop() {
      await Promise.all([dispatcher.stop(), publisher.stop()]);
    },
  };
}
