import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import { z } from 'zod';
import { loadAgency } from '../../bot/agency/loaded.ts';
import type { DemoKeys } from '../../bot/agency/seed.ts';
import { formsRouter } from '../../bot/forms/router.ts';
import { lineApi } from '../../bot/line/api.ts';
import { createLog } from '../../bot/log/log.ts';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import type { Ground } from '../../bot/records/ground.ts';
import { openGround } from '../../bot/records/open-ground.ts';
import { openSecrets, type Secrets } from '../../bot/secrets/secrets.ts';
import { signInRoutes } from '../../bot/staff/account/sign-in.ts';
import { webhookPulse } from '../../bot/staff/health/pulse.ts';
import { lineTokens } from '../../bot/staff/id-token.ts';
import type { StaffParts } from '../../bot/staff/parts.ts';
import { staffRouter } from '../../bot/staff/router.ts';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { newSession } from '../../bot/staff/session.ts';
import { countedDocuments } from '../../bot/store/counted-documents.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { type Role, Staff } from '../../domain/agency/staff.ts';
import { RefusedBody } from '../../domain/staff/refusal.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { openSeededStore } from '../support/bot.ts';

/** What a call was answered: the refusal's code where it was refused, and what stands there now. */
export interface StaffReply {
  status: number;
  json: unknown;
  code: string | undefined;
  now: unknown;
  octets: Uint8Array;
  headers: Headers;
}

export interface StaffStage {
  url: string;
  parts: StaffParts;
  ground: Ground;
  /** The server's secrets, for another agency of the same server. */
  secrets: Secrets;
  documents: Documents;
  keys: DemoKeys;
  simulator: Simulator;
  /** Log lines so far. */
  lines: string[];
  counts: ReturnType<typeof countedDocuments>['counts'];
  /** Time goes on by itself; what is added is added to it, and everybody signs in anew. */
  later(milliseconds: number): void;
  /** Somebody on the staff, in the store. Their id is a LINE user id. */
  addStaff(name: string, roles: Role[], more?: Partial<Staff>): Promise<Staff>;
  /** A bearer of a new session of somebody's. */
  bearer(staffId: string): Promise<string>;
  /** Calls the API as somebody. */
  call(staffId: string, method: string, path: string, body?: unknown): Promise<StaffReply>;
  callWith(bearer: string | undefined, method: string, path: string, body?: unknown): Promise<StaffReply>;
  close(): Promise<void>;
}

/** Tuesday 24 November 2569, one in the afternoon in Bangkok. */
export const TUESDAY = Date.parse('2026-11-24T06:00:00Z');

const AnyJson = z.string().transform((text): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
});

/** The staff's API of a seeded agency on loopback, with the stand-in for LINE. */
export async function openStaffStage(
  from = TUESDAY,
  options: { deadlineMs?: number } = {},
): Promise<StaffStage> {
  const { documents, keys, close } = await openSeededStore(demoStaff, options);
  const counted = countedDocuments(documents);
  const began = performance.now();
  let ahead = 0;
  const clock = (): number => from + ahead + Math.round(performance.now() - began);
  const account = { channelSecret: 'a-channel-secret', accessToken: 'an-access-token' };
  const simulator = await startSimulator({
    ...account,
    port: 0,
    webhookUrl: 'http://127.0.0.1:1/webhook',
    now: clock,
  });
  const line = lineApi({
    baseUrl: simulator.apiUrl,
    dataBaseUrl: simulator.apiUrl,
    accessToken: account.accessToken,
    timeoutMs: 2000,
  });
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const lines: string[] = [];
  const secrets = openSecrets(new Uint8Array(randomBytes(32)));
  const ground = openGround({
    agencyId: 'khoen',
    documents: counted,
    secrets,
    clock,
    chatMode: async () => (await line.info())?.chatMode ?? 'unknown',
    bootstrapCode: undefined,
  });
  const renderer = lazyRenderer();
  const parts: StaffParts = {
    ground,
    current: loaded.current,
    reload: loaded.refresh,
    clock,
    log: createLog({ write: (entry: string) => lines.push(entry) }),
    line,
    kick: () => undefined,
    publicUrl: 'http://localhost',
    pulse: webhookPulse({ documents: counted, paths: ground.paths }, clock),
    store: 'embedded',
    render: async (page) => (await renderer())(page, { publicUrl: 'http://localhost' }),
    verifyIdToken: lineTokens(simulator.login.tokens.channelId, simulator.login.jwksUrl, clock),
  };
  const app = express();
  app.use(formsRouter(parts));
  app.use(staffRouter(parts, signInRoutes(parts), staffRoutes));
  const server = createServer(app);
  // Client and server share a thread here: while one works, the other must not give a connection up.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const bearers = new Map<string, string>();

  async function callWith(
    bearer: string | undefined,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<StaffReply> {
    const headers = new Headers(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` });
    const isOctets = body instanceof Uint8Array;
    if (body !== undefined && !isOctets) headers.set('content-type', 'application/json');
    const sent = isOctets ? new Uint8Array(body) : body === undefined ? null : JSON.stringify(body);
    const response = await fetch(`${url}/api/staff${path}`, { method, headers, body: sent });
    const octets = new Uint8Array(await response.arrayBuffer());
    const json = AnyJson.parse(Buffer.from(octets).toString());
    const refused = RefusedBody.safeParse(json).data;
    const { status, headers: answered } = response;
    return { status, json, code: refused?.error.code, now: refused?.now, octets, headers: answered };
  }

  const stage: StaffStage = {
    url,
    parts,
    ground,
    secrets,
    documents,
    keys,
    simulator,
    lines,
    counts: counted.counts,
    later: (milliseconds) => {
      ahead += milliseconds;
      bearers.clear();
    },
    async addStaff(name, roles, more = {}) {
      const id = simulator.platform.addPerson(name, 'other').userId;
      const staff = Staff.parse({ version: 1, id, name, roles, ...more });
      await documents.commit([{ op: 'set', path: ground.paths.staff(id), data: { ...staff } }]);
      await loaded.refresh();
      return staff;
    },
    async bearer(staffId) {
      const { bearer, write } = newSession(ground, staffId, clock());
      await documents.commit([write]);
      return bearer;
    },
    async call(staffId, method, path, body) {
      const bearer = bearers.get(staffId) ?? (await stage.bearer(staffId));
      bearers.set(staffId, bearer);
      return callWith(bearer, method, path, body);
    },
    callWith,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await simulator.close();
      await close();
    },
  };
  return stage;
}
