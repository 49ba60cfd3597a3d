/** A whole deployment in order, on loopback, in which one thing at a time is spoilt. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { accountWrite, type LineAccount } from '../../bot/agency/line-account.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { type ConfigOutcome, readConfig } from '../../bot/config/config.ts';
import { type DoctorParts, examine } from '../../bot/doctor/examine.ts';
import { runDoctorTask } from '../../bot/doctor/stored.ts';
import { declaredMenu } from '../../bot/line/declared-menu.ts';
import { ensureRichMenu } from '../../bot/line/rich-menu.ts';
import { richMenuApi } from '../../bot/line/rich-menu-api.ts';
import { createLog } from '../../bot/log/log.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { startServer } from '../../bot/server.ts';
import type { DocumentData, Documents } from '../../bot/store/documents.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { newAgency } from '../../domain/agency/new-agency.ts';
import { IndexFile } from '../../domain/doctor/indexes.ts';
import { TIP_LOG_FILTER } from '../../domain/doctor/log-filter.ts';
import type { Report } from '../../domain/doctor/report.ts';
import { standInLogin } from '../../scripts/try-out.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { type SmtpServer, startSmtp } from '../support/smtp.ts';
import { type AtGoogle, deployed, type GoogleStandIn, startGoogle } from './google.ts';

export type Env = Record<string, string | undefined>;

export interface World {
  dataDir: string;
  documents: Documents;
  simulator: Simulator;
  google: GoogleStandIn;
  smtp: SmtpServer;
  /** The second agency's account, as it is sealed in the store. */
  otherAccount: LineAccount;
  /** How the program was started; a test changes it for itself. */
  env: Env;
  /** How far this machine's clock is before everybody's. */
  aheadMs: number;
  /** The store does not answer the doctor so, where it is set. */
  storeAnswer: 'unreachable' | 'busy' | undefined;
  googleToken: string | undefined;
  agency(id: string): ReturnType<typeof pathsOf>;
  /** Writes a document, whatever was there; `undefined` takes it away. */
  put(path: string, data: DocumentData | undefined): Promise<void>;
  sealAccount(account: LineAccount): Promise<void>;
  signIn(userId: string): Promise<number>;
  /** The doctor's own door, with everything real but what `world` says. */
  examine(agencyId?: string): Promise<Report>;
  /** Everything in order again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

const root = new URL('../../', import.meta.url);
const hex = (): string => randomBytes(16).toString('hex');
/** As long as LINE's long-lived tokens. */
const accessToken = (): string => randomBytes(129).toString('base64');
const salt = (): string => randomBytes(16).toString('base64');
const LIFF = { liffId: '1650000000-AbcdEfgh', channelId: '1650000000' };
export const OTHER = 'nongkhok';

function inOrder(rules: string, indexes: IndexFile): AtGoogle {
  return {
    rules,
    database: { name: 'database', pointInTimeRecoveryEnablement: 'POINT_IN_TIME_RECOVERY_DISABLED' },
    backupSchedules: [],
    ...deployed(indexes),
    sinks: [
      { name: '_Required', filter: 'LOG_ID("cloudaudit.googleapis.com/activity")' },
      { name: '_Default', exclusions: [{ name: 'tips', filter: TIP_LOG_FILTER }] },
    ],
    refuses: undefined,
  };
}

function settingsOf(env: Env): ConfigOutcome {
  return readConfig(env);
}

export async function openWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-doctor-'));
  const rules = await readFile(new URL('firestore.rules', root), 'utf8');
  const indexes = IndexFile.parse(
    JSON.parse(await readFile(new URL('firestore.indexes.json', root), 'utf8')),
  );
  const account = { channelSecret: hex(), accessToken: accessToken() };
  const simulator = await startSimulator({
    ...account,
    port: 0,
    webhookUrl: 'http://127.0.0.1:1/webhook',
    webhooks: { timeoutMs: 8000, redeliveryDelaysMs: [50] },
  });
  const secretKey = new Uint8Array(randomBytes(32));
  const base: Env = {
    DATA_DIR: dataDir,
    LISTEN_HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1',
    SECRET_KEY: Buffer.from(secretKey).toString('base64'),
    LINE_CHANNEL_SECRET: account.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: account.accessToken,
    LINE_API_BASE_URL: simulator.apiUrl,
    LINE_DATA_API_BASE_URL: simulator.apiUrl,
    LINE_LOGIN_JWKS_URL: simulator.login.jwksUrl,
    LIFF_ID: LIFF.liffId,
    LINE_LOGIN_CHANNEL_ID: LIFF.channelId,
    LINE_LOGIN_CHANNEL_SECRET: simulator.login.tokens.channelSecret,
  };
  const outcome = settingsOf(base);
  if (!outcome.ok || outcome.config.mode !== 'line') throw new Error('the settings are in order');
  const { config } = outcome;
  const store = await openStore(storeConfigOf(config));
  const { documents } = store;
  const secrets = openSecrets(secretKey);
  const otherAccount: LineAccount = {
    version: 1,
    channelSecret: account.channelSecret,
    channelAccessToken: account.accessToken,
    destination: simulator.platform.channel.botUserId,
    apiBaseUrl: simulator.apiUrl,
  };
  await seedAgency(documents, { agency: khoen(salt()), survey: khoenSurvey, demo: demoStaff });
  const other = newAgency(
    {
      id: OTHER,
      name: 'องค์การบริหารส่วนตำบลหนองคอก',
      shortName: 'อบต.หนองคอก',
      district: 'อำเภอน้ำเกลี้ยง',
      province: 'จังหวัดศรีสะเกษ',
      phone: '045-111-111',
      villages: 12,
      publicUrl: 'https://nongkhok.example',
    },
    salt(),
  );
  await seedAgency(documents, {
    agency: other,
    survey: khoenSurvey,
    demo: demoStaff,
    more: [accountWrite(secrets, OTHER, otherAccount)],
  });
  const login = standInLogin(simulator);
  const log = createLog({ write: () => undefined });
  const server = await startServer({
    config: { ...config, port: 0 },
    secretKey,
    line: config.line,
    login,
    store,
    log,
    bootstrapCode: 'ABCDE23456',
  });
  const url = `http://127.0.0.1:${server.port}`;
  const menu = await declaredMenu(khoen(''));
  await ensureRichMenu(richMenuApi(config.line), menu.menu, menu.image);
  const google = await startGoogle(inOrder(rules, indexes));
  const smtp = await startSmtp();
  const recipient = await identityToRecipient(await generateX25519Identity());
  const paths = pathsOf(config.agencyId);
  const touched = new Map<string, DocumentData | undefined>();

  async function write(path: string, data: DocumentData | undefined): Promise<void> {
    await documents.commit([data === undefined ? { op: 'delete', path } : { op: 'set', path, data }]);
  }
  const liffApp = () => ({
    liffId: LIFF.liffId,
    view: { type: 'full' as const, url },
    description: 'โปร่งใส',
    permanentLinkPattern: 'concat' as const,
    scope: ['openid' as const],
    botPrompt: 'none' as const,
  });
  const readers = (await documents.read(paths.readers))?.data ?? {};
  await write(paths.readers, { ...readers, recovery: { recipient, office: 'none' } });
  await write(paths.pulse, { redelivered: '2026-11-01', loginKnown: LIFF.channelId });

  const world: World = {
    dataDir,
    documents,
    simulator,
    google,
    smtp,
    otherAccount,
    env: {},
    aheadMs: 0,
    storeAnswer: undefined,
    googleToken: undefined,
    agency: pathsOf,
    async put(path, data) {
      if (!touched.has(path)) touched.set(path, (await documents.read(path))?.data);
      await write(path, data);
    },
    async sealAccount(changed) {
      const write = accountWrite(secrets, OTHER, changed);
      if (write.op === 'create') await world.put(write.path, write.data);
    },
    async signIn(userId) {
      const idToken = await simulator.login.tokens.issue(userId);
      const response = await fetch(`${url}/api/staff/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ idToken }),
      });
      return response.status;
    },
    examine(agencyId) {
      const parts: DoctorParts = {
        settings: settingsOf(world.env),
        keptSecretKey: async () => secretKey,
        stored: async (_config, task) => world.storeAnswer ?? runDoctorTask(documents, task),
        google: {
          addresses: {
            rules: `${google.url}/rules`,
            firestore: `${google.url}/firestore`,
            logging: `${google.url}/logging`,
          },
          token: async () => world.googleToken,
        },
        wanted: { rules, indexes },
        clock: () => Date.now() + world.aheadMs,
      };
      return examine(parts, agencyId);
    },
    async mend() {
      for (const [path, data] of touched) await write(path, data);
      touched.clear();
      world.env = { ...base, PUBLIC_URL: url };
      Object.assign(world, { aheadMs: 0, storeAnswer: undefined, googleToken: google.token });
      Object.assign(google, inOrder(rules, indexes));
      smtp.answers.clear();
      const { channel } = simulator.platform;
      Object.assign(channel, {
        chatMode: 'bot',
        quotaLimit: 300,
        quotaUsed: 0,
        secret: account.channelSecret,
      });
      Object.assign(channel.webhook, { endpoint: `${url}/webhook`, active: true });
      simulator.login.apps.splice(0, simulator.login.apps.length, liffApp());
      await simulator.client.setFaults({
        webhooks: { drop: 0 },
        calls: { status429: 0, status500: 0, timeout: 0, reset: 0 },
      });
      await ensureRichMenu(richMenuApi(config.line), menu.menu, menu.image);
    },
    async close() {
      await server.close();
      await Promise.all([simulator.close(), google.close(), smtp.close()]);
      await rm(dataDir, { recursive: true });
    },
  };
  await world.mend();
  return world;
}
