/** Two agencies served by one process, each with a LINE account of its own: both are played by stand-ins. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountWrite } from '../../../bot/agency/line-account.ts';
import { type DemoKeys, seedAgency } from '../../../bot/agency/seed.ts';
import { readConfig } from '../../../bot/config/config.ts';
import { createLog } from '../../../bot/log/log.ts';
import { openGround } from '../../../bot/records/open-ground.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { startServer } from '../../../bot/server.ts';
import { newSession } from '../../../bot/staff/session.ts';
import type { DocumentData, Documents } from '../../../bot/store/documents.ts';
import { openStore } from '../../../bot/store/open.ts';
import { storeConfigOf } from '../../../bot/store-config.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { newAgency } from '../../../domain/agency/new-agency.ts';
import { peopleTryOut, standInLogin } from '../../../scripts/try-out.ts';
import { type Simulator, startSimulator } from '../../../simulator/server.ts';
import { type Visitor, visitor } from '../../forms/visitor.ts';

export interface Side {
  id: string;
  name: string;
  host: string;
  channelSecret: string;
  simulator: Simulator;
  /** Somebody at the agency's private form. */
  visitor: Visitor;
  /** Asks the process for something at the agency's host. */
  at(path: string, init?: RequestInit): Promise<Response>;
  /** A resident says something to the agency's account; resolves to what they see. */
  says(userId: string, text: string): Promise<string>;
  /** A bearer of a new session. */
  bearer(staffId: string): Promise<string>;
  /** Everything of the agency's in the store that its own work changes, by path. */
  documents(): Promise<Map<string, DocumentData>>;
}

export interface Pair {
  url: string;
  documents: Documents;
  /** Secret keys of an agency's integrity officers, by staff id. */
  keys: ReadonlyMap<string, DemoKeys>;
  sides: [Side, Side];
  close(): Promise<void>;
}

const secret = (): string => randomBytes(16).toString('hex');
const salt = (): string => randomBytes(16).toString('base64');

const COLLECTIONS = [
  ...['cases', 'messages', 'attachments', 'history', 'receipts', 'routes', 'sessions', 'limits', 'outbox'],
  ...['targets', 'staff', 'staffSessions', 'staffTickets', 'readers', 'keys', 'invites', 'responses'],
  ...['answered', 'tallies', 'months', 'audit', 'settings', 'evidence', 'indicators', 'measures', 'private'],
];

export async function startPair(): Promise<Pair> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-pair-'));
  const outcome = readConfig({ PORT: '1024', DATA_DIR: dataDir, PUBLIC_URL: 'https://khoen.example' });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const accounts = [0, 1].map(() => ({ channelSecret: secret(), accessToken: secret() }));
  const simulators = await Promise.all(
    accounts.map((account) =>
      startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:1/webhook' }),
    ),
  );
  const [ownAccount, otherAccount] = accounts;
  const [own, other] = simulators;
  if (ownAccount === undefined || otherAccount === undefined || own === undefined || other === undefined) {
    throw new Error('there are two of each');
  }
  const store = await openStore(storeConfigOf(outcome.config));
  const { documents } = store;
  const secretKey = new Uint8Array(randomBytes(32));
  const secrets = openSecrets(secretKey);
  const keys = new Map<string, DemoKeys>();
  const ours = await seedAgency(documents, { agency: khoen(salt()), survey: khoenSurvey, demo: demoStaff });
  keys.set('khoen', ours ?? {});
  const second = newAgency(
    {
      id: 'nongkhok',
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
  const account = {
    version: 1 as const,
    channelSecret: otherAccount.channelSecret,
    channelAccessToken: otherAccount.accessToken,
    destination: other.platform.channel.botUserId,
    login: { liffId: '1650000000-AbcdEfgh', channelId: other.login.tokens.channelId },
    apiBaseUrl: other.apiUrl,
  };
  const others = await seedAgency(documents, {
    agency: second,
    survey: khoenSurvey,
    demo: demoStaff,
    more: [accountWrite(secrets, second.id, account)],
  });
  keys.set(second.id, others ?? {});
  const line = {
    channelSecret: ownAccount.channelSecret,
    channelAccessToken: ownAccount.accessToken,
    apiBaseUrl: own.apiUrl,
    dataApiBaseUrl: own.apiUrl,
  };
  const server = await startServer({
    config: {
      ...outcome.config,
      port: 0,
      lineAddresses: { ...outcome.config.lineAddresses, jwksUrl: other.login.jwksUrl },
    },
    secretKey,
    line,
    login: standInLogin(own),
    store,
    log: createLog({ write: () => undefined }),
    bootstrapCode: 'ABCDE23456',
  });
  const url = `http://127.0.0.1:${server.port}`;
  own.platform.channel.webhook.endpoint = `${url}/webhook`;
  other.platform.channel.webhook.endpoint = `${url}/webhook/${second.id}`;

  function side(id: string, name: string, host: string, simulator: Simulator, channelSecret: string): Side {
    const ground = openGround({
      agencyId: id,
      documents,
      secrets,
      clock: Date.now,
      chatMode: async () => 'bot',
      bootstrapCode: undefined,
    });
    return {
      id,
      name,
      host,
      channelSecret,
      simulator,
      visitor: visitor(url, host),
      at: (path, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set('x-forwarded-host', host);
        return fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
      },
      async says(userId, text) {
        const { people, chats } = simulator.platform;
        if (!people.has(userId)) {
          people.set(userId, { userId, name: 'ยายบัว', role: 'resident', blocked: false });
          chats.set(userId, []);
        }
        await simulator.client.sendText(userId, text);
        await simulator.client.idle();
        const { messages } = await simulator.client.chat(userId);
        return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
      },
      async bearer(staffId) {
        const { bearer, write } = newSession(ground, staffId, Date.now());
        await documents.commit([write]);
        return bearer;
      },
      async documents() {
        const all = new Map<string, DocumentData>();
        for (const group of COLLECTIONS) {
          const found = await documents.query({ group, where: [], orderBy: [], limit: 1000 });
          for (const { path, data } of found) if (path.startsWith(`agencies/${id}/`)) all.set(path, data);
        }
        return all;
      },
    };
  }
  for (const [simulator, token] of [
    [own, ownAccount.accessToken],
    [other, otherAccount.accessToken],
  ] as const) {
    const { apiUrl } = simulator;
    const channel = { ...line, channelAccessToken: token, apiBaseUrl: apiUrl, dataApiBaseUrl: apiUrl };
    await peopleTryOut({ simulator, line: channel }, server.current());
  }
  return {
    url,
    documents,
    keys,
    sides: [
      side('khoen', 'องค์การบริหารส่วนตำบลเขิน', 'khoen.example', own, ownAccount.channelSecret),
      side(second.id, second.name, 'nongkhok.example', other, otherAccount.channelSecret),
    ],
    async close() {
      await Promise.all(simulators.map((simulator) => simulator.close()));
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
