import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { lockDemoKeys } from '../../bot/agency/demo-keys.ts';
import { INVITATION_MILLISECONDS, keepInvitation, newCode } from '../../bot/agency/invite.ts';
import { type DemoKeys, seedAgency } from '../../bot/agency/seed.ts';
import type { StaffLogin } from '../../bot/agency/serve-agency.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log/log.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { type RunningServer, startServer } from '../../bot/server.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { type Invitation, readCode } from '../../domain/agency/staff.ts';
import { peopleTryOut, standInLogin } from '../../scripts/try-out.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

/** Tuesday 24 November 2569, one in the afternoon in Bangkok: the office is open, the morning card is past. */
export const TUESDAY_AFTERNOON = Date.parse('2026-11-24T06:00:00Z');
/** Saturday 28 November 2569, eight in the evening in Bangkok: it is not, until Monday. */
export const SATURDAY_EVENING = Date.parse('2026-11-28T13:00:00Z');

const AGENCY = 'khoen';
const caseSeen = z.object({ kind: z.string(), status: z.string(), number: z.string().optional() });

export interface Product {
  simulator: Simulator;
  /** Where its pages are. */
  url: string;
  documents: Documents;
  /** Secret keys of the integrity officers, by staff id. */
  keys: DemoKeys;
  /** What was logged, a line an entry. */
  log: string[];
  /** A code as `npm run invite` makes it. */
  invite(invitation: Invitation): Promise<string>;
  /** Kind, status and number of every case in the store. */
  cases(): Promise<z.infer<typeof caseSeen>[]>;
  /** Lets time go on at once: sessions may end by it. */
  later(milliseconds: number): void;
  close(): Promise<void>;
}

/** A clock that starts at `from` and runs on, in milliseconds since the epoch. */
function clockFrom(from: number): () => number {
  const began = performance.now();
  return () => from + Math.round(performance.now() - began);
}

const secret = (): string => randomBytes(16).toString('hex');

/**
 * The whole product on loopback in a directory of its own, played by the stand-in for LINE, at a time `from`.
 * `beforehand` writes what the store already holds when it starts.
 */
export async function startProduct(
  from = TUESDAY_AFTERNOON,
  loginOf: (simulator: Simulator) => StaffLogin = standInLogin,
  variables: Record<string, string> = {},
  beforehand: (documents: Documents) => Promise<unknown> = async () => undefined,
): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-product-'));
  const outcome = readConfig({ PORT: '1024', DATA_DIR: dataDir, ...variables });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const config = { ...outcome.config, port: 0 };
  const running = clockFrom(from);
  let ahead = 0;
  const clock = (): number => running() + ahead;
  const secretKey = new Uint8Array(randomBytes(32));
  const account = { channelSecret: secret(), accessToken: secret() };
  const simulator = await startSimulator({
    ...account,
    port: 0,
    webhookUrl: 'http://127.0.0.1:1/webhook',
    name: 'อบต.เขิน',
    now: clock,
  });
  const store = await openStore(storeConfigOf(config));
  const { documents } = store;
  const agency = khoen(randomBytes(16).toString('base64'));
  const keys = (await seedAgency(documents, { agency, survey: khoenSurvey, demo: demoStaff })) ?? {};
  await beforehand(documents);
  const secrets = openSecrets(secretKey).forAgency(AGENCY);
  await lockDemoKeys({ documents, secrets, agencyId: AGENCY }, keys, clock());
  const line = {
    channelSecret: account.channelSecret,
    channelAccessToken: account.accessToken,
    apiBaseUrl: simulator.apiUrl,
    dataApiBaseUrl: simulator.apiUrl,
  };
  const log: string[] = [];
  const server: RunningServer = await startServer({
    config,
    secretKey,
    line,
    login: loginOf(simulator),
    store,
    log: createLog({ write: (entry: string) => log.push(entry) }),
    bootstrapCode: 'ABCDE23456',
    clock,
  });
  simulator.platform.channel.webhook.endpoint = `http://127.0.0.1:${server.port}/webhook`;
  await peopleTryOut({ simulator, line }, server.current());
  return {
    simulator,
    url: `http://127.0.0.1:${server.port}`,
    documents,
    keys,
    log,
    async invite(invitation) {
      const shown = newCode();
      const code = readCode(shown);
      if (code === undefined) throw new Error('a new code reads as one');
      const codeMark = secrets.codeMark(code);
      const until = clock() + INVITATION_MILLISECONDS;
      await keepInvitation(documents, { agencyId: AGENCY, codeMark, until, invitation });
      return shown;
    },
    async cases() {
      const found = await documents.query({
        collection: pathsOf(AGENCY).cases,
        where: [],
        orderBy: [],
        limit: 100,
      });
      return found.map(({ data }) => caseSeen.parse(data));
    },
    later: (milliseconds) => {
      ahead += milliseconds;
    },
    async close() {
      await simulator.close();
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
