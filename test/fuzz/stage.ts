import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Router } from 'express';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readConfig } from '../../bot/config/config.ts';
import { HTTP_LIMITS, type HttpLimits } from '../../bot/http-limits.ts';
import { createLog } from '../../bot/log/log.ts';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { randomOctets } from '../../bot/secrets/random.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { startServer } from '../../bot/server.ts';
import { openServing } from '../../bot/serving.ts';
import { newSession } from '../../bot/staff/session.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { standInLogin } from '../../scripts/try-out.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { type Caller, createCaller } from './caller.ts';
import { createHarvest, type Harvest } from './harvest.ts';

const AGENCY = 'khoen';
/** Tuesday 24 November 2569, one in the afternoon in Bangkok. */
const TUESDAY = Date.parse('2026-11-24T06:00:00Z');

/** The whole program over a store of its own, LINE's stand-in beside it, and those who may call its API. */
export interface Stage {
  port: number;
  caller: Caller;
  simulator: Simulator;
  channelSecret: string;
  documents: Documents;
  harvest: Harvest;
  /** The routes of the agency, to be read off. */
  router: Router;
  /** A bearer of one of the staff, by a number; whoever was put off the staff is put back on it. */
  bearer(nth: number, isAnew?: boolean): Promise<string>;
  /** Log lines since they were last asked for. */
  lines(): string[];
  close(): Promise<void>;
}

export async function openStage(limits: HttpLimits = HTTP_LIMITS): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-fuzz-'));
  const outcome = readConfig({ PORT: '1024', DATA_DIR: dataDir });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const config = { ...outcome.config, port: 0 };
  const began = performance.now();
  const clock = (): number => TUESDAY + Math.round(performance.now() - began);
  const secretKey = new Uint8Array(randomBytes(32));
  const channelSecret = randomBytes(16).toString('hex');
  const accessToken = randomBytes(16).toString('hex');
  const simulator = await startSimulator({
    channelSecret,
    accessToken,
    port: 0,
    webhookUrl: 'http://127.0.0.1:1/webhook',
    now: clock,
  });
  simulator.platform.channel.quotaLimit = null;
  const store = await openStore(storeConfigOf(config));
  const { documents } = store;
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(documents, { agency, survey: khoenSurvey, demo: demoStaff });
  const secrets = openSecrets(secretKey).forAgency(AGENCY);
  for (const { id, name } of demoStaff) {
    simulator.platform.people.set(id, { userId: id, name, role: 'other', blocked: false });
    simulator.platform.chats.set(id, []);
  }
  const line = {
    channelSecret,
    channelAccessToken: accessToken,
    apiBaseUrl: simulator.apiUrl,
    dataApiBaseUrl: simulator.apiUrl,
  };
  let lines: string[] = [];
  const log = createLog({ write: (entry: string) => lines.push(entry) });
  const login = standInLogin(simulator);
  const shared = { config, secretKey, line, login, log, bootstrapCode: 'ABCDE23456', clock };
  const server = await startServer({ ...shared, store, limits });
  // The same routes once more, bound to nothing, so that they can be listed.
  const listed = openServing({ ...shared, documents, renderer: lazyRenderer(), afterCommit: 'elsewhere' });
  const served = await listed.agencies.find();
  if (served === undefined) throw new Error('the agency is not served');
  const caller = createCaller(server.port);
  const paths = pathsOf(AGENCY);
  const bearers = new Map<string, string>();

  return {
    port: server.port,
    caller,
    simulator,
    channelSecret,
    documents,
    harvest: createHarvest(),
    router: served.router,
    async bearer(nth, isAnew = false) {
      const staff = demoStaff[nth % demoStaff.length];
      if (staff === undefined) throw new Error('there is nobody on the staff');
      const known = bearers.get(staff.id);
      if (known !== undefined && !isAnew) return known;
      const ground = { documents, paths, secrets, random: randomOctets };
      const { bearer, write } = newSession(ground, staff.id, clock());
      await documents.commit([{ op: 'set', path: paths.staff(staff.id), data: { ...staff } }, write]);
      bearers.set(staff.id, bearer);
      return bearer;
    },
    lines() {
      const since = lines;
      lines = [];
      return since;
    },
    async close() {
      caller.close();
      await listed.agencies.stop();
      await server.close();
      await simulator.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
