/** One agency served as in the cloud, over a store whose operations are counted: nothing runs by itself. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { accountWrite } from '../../../bot/agency/line-account.ts';
import { seedAgency } from '../../../bot/agency/seed.ts';
import { readConfig } from '../../../bot/config/config.ts';
import type { JobParts } from '../../../bot/jobs/each-agency.ts';
import { createLog } from '../../../bot/log/log.ts';
import { lazyRenderer } from '../../../bot/pages/renderer.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { openServing } from '../../../bot/serving.ts';
import { newSession } from '../../../bot/staff/session.ts';
import { countedDocuments } from '../../../bot/store/counted-documents.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { visitor } from '../../forms/visitor.ts';
import { openTestStore } from '../../support/store.ts';
import { someUser } from '../../support/webhook.ts';
import { billed, minus, type Operations } from './operations.ts';

/** Thursday 26 November 2569, nine in the morning in Bangkok. */
const NOW = Date.parse('2026-11-26T02:00:00Z');
const AGENCY = 'khoen';
const HOST = 'khoen.example';

export type Town = Awaited<ReturnType<typeof openTown>>;

export async function openTown() {
  const outcome = readConfig({ PORT: '1024', DATA_DIR: '.data', PUBLIC_URL: `https://${HOST}` });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const account = { channelSecret: 'a-channel-secret', accessToken: 'an-access-token' };
  const [store, simulator] = await Promise.all([
    openTestStore(),
    startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:1/webhook' }),
  ]);
  const counted = countedDocuments(store.documents);
  const documents = billed(counted);
  const secretKey = new Uint8Array(randomBytes(32));
  const secrets = openSecrets(secretKey);
  const sealed = accountWrite(secrets, AGENCY, {
    version: 1,
    channelSecret: account.channelSecret,
    channelAccessToken: account.accessToken,
    destination: simulator.platform.channel.botUserId,
    apiBaseUrl: simulator.apiUrl,
  });
  const agency = { ...khoen(randomBytes(16).toString('base64')), publicUrl: `https://${HOST}` };
  await seedAgency(documents, { agency, survey: khoenSurvey, demo: demoStaff, more: [sealed] });
  let ahead = 0;
  const began = performance.now();
  const clock = (): number => NOW + ahead + Math.round(performance.now() - began);
  const { agencies, app, jobs } = openServing({
    config: outcome.config,
    secretKey,
    documents,
    renderer: lazyRenderer(),
    log: createLog({ write: () => undefined }),
    bootstrapCode: undefined,
    clock,
    afterCommit: 'elsewhere',
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  simulator.platform.channel.webhook.endpoint = `${url}/webhook`;
  const { people, chats } = simulator.platform;
  const meets = (userId: string): void => {
    if (people.has(userId)) return;
    people.set(userId, { userId, name: 'ยายบัว', role: 'resident', blocked: false });
    chats.set(userId, []);
  };
  for (const { id } of demoStaff) meets(id);

  /** A resident says something; resolves to what they see. */
  async function says(userId: string, text: string): Promise<string> {
    meets(userId);
    await simulator.client.sendText(userId, text);
    await simulator.client.idle();
    const { messages } = await simulator.client.chat(userId);
    return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
  }

  return {
    jobs: jobs satisfies JobParts,
    someUser,
    says,
    visitor: visitor(url, HOST),
    later: (milliseconds: number) => {
      ahead += milliseconds;
    },
    async at(path: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers);
      headers.set('x-forwarded-host', HOST);
      const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
      if (response.status >= 400) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response;
    },
    async bearer(staffId: string): Promise<string> {
      const found = await agencies.find(AGENCY);
      if (found === undefined) throw new Error('the agency is not served');
      const { bearer, write } = newSession(found.ground, staffId, clock());
      await store.documents.commit([write]);
      return bearer;
    },
    /** What some work costs. */
    async costOf(work: () => Promise<unknown>): Promise<Operations> {
      const before = { ...documents.operations };
      await work();
      await agencies.idle();
      return minus(documents.operations, before);
    },
    idle: agencies.idle,
    documents: store.documents,
    counts: counted.counts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await agencies.stop();
      await simulator.close();
      await store.close();
    },
  };
}
