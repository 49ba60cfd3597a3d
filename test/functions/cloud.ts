import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirestoreController, FirestoreMock } from '@firebase-bridge/firestore-admin';
import { registerTrigger } from '@firebase-bridge/firestore-functions/v2';
import {
  type CloudEventFunction,
  cloudEvent,
  type HttpFunction,
  http,
} from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { CloudFunction } from 'firebase-functions/core';
import { vi } from 'vitest';
import { z } from 'zod';
import { seedAgency } from '../../bot/agency/seed.ts';
import { openStore } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { BUILT } from '../../scripts/build-functions.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const isFunction = (value: unknown): boolean => typeof value === 'function';
const overHttp = z.custom<HttpFunction>(isFunction);
const NAMES = ['web', 'outbox', 'minute', 'cards', 'night'] as const;
type Name = (typeof NAMES)[number];

/** What the built file gives to whoever deploys it; its trigger as an event and as a change of the store reach it. */
const Built = z.strictObject({
  web: overHttp,
  outbox: z.custom<CloudEventFunction<unknown>>(isFunction),
  minute: overHttp,
  cards: overHttp,
  night: overHttp,
});
const Trigger = z.object({ outbox: z.custom<CloudFunction<never>>(isFunction) });

/** The embedded store's engine, as the built program loads it. */
const Bridge = z.object({ FirestoreMock: z.custom<typeof FirestoreMock>(isFunction) });

export const account = { channelSecret: 'a-secret', accessToken: 'a-token' };

/** Everything that an instance is given by its deployment, for a stand-in for LINE. */
export const settings = (simulator: Simulator, dataDir: string): Record<string, string> => ({
  SECRET_KEY: randomBytes(32).toString('base64'),
  LINE_CHANNEL_SECRET: account.channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: account.accessToken,
  LINE_API_BASE_URL: simulator.apiUrl,
  LINE_DATA_API_BASE_URL: simulator.apiUrl,
  PUBLIC_URL: 'http://127.0.0.1',
  AGENCY_ID: 'khoen',
  LIFF_ID: '',
  LINE_LOGIN_CHANNEL_ID: '',
  DATA_DIR: dataDir,
});

/** The built program, in the server that Google runs functions in, over the embedded store. */
export interface Cloud {
  simulator: Simulator;
  /** Where the functions are called. */
  urls: Record<Name, string>;
  /** Whether the program has loaded a package. */
  loads(name: string): boolean;
  /** What the program's store holds in all collections of a name. */
  stored(group: string): Promise<Record<string, unknown>[]>;
  /** From now on the trigger fires; `fired` counts its runs, `failed` holds what it threw. */
  watch(): { fired(): number; failed: unknown[]; stop(): void };
  close(): Promise<void>;
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });

async function seed(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir: join(dataDir, 'store') });
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
  await store.close();
}

/** One in a process: the program reads its settings from the environment, once. */
export async function startCloud(): Promise<Cloud> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-functions-'));
  await seed(dataDir);
  const simulator = await startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:9/webhook' });
  for (const [name, value] of Object.entries(settings(simulator, dataDir))) vi.stubEnv(name, value);
  /** The program's own database, as it opens it. */
  const databases: FirestoreController[] = [];
  const require = createRequire(import.meta.url);
  const Store = Bridge.parse(require('@firebase-bridge/firestore-admin')).FirestoreMock;
  const create = Store.prototype.createDatabase;
  vi.spyOn(Store.prototype, 'createDatabase').mockImplementation(function (this: FirestoreMock, ...given) {
    const database = create.apply(this, given);
    databases.push(database);
    return database;
  });
  const loaded = new Set<string>();
  const hooks = registerHooks({
    resolve(name, context, next) {
      if (context.parentURL?.endsWith('/functions/lib/index.cjs') === true) loaded.add(name);
      return next(name, context);
    },
  });
  const built: unknown = { ...require(join(BUILT, 'index.cjs')) };
  const { outbox: onEvent, ...others } = Built.parse(built);
  const { outbox } = Trigger.parse(built);
  for (const [name, called] of Object.entries(others)) http(name, called);
  cloudEvent('outbox', onEvent);
  const servers = NAMES.map(getTestServer);
  const urls = { web: '', outbox: '', minute: '', cards: '', night: '' };
  for (const [at, server] of servers.entries()) urls[NAMES[at] ?? 'web'] = await listening(server);
  simulator.platform.channel.webhook.endpoint = `${urls.web}/webhook`;
  const { people, chats } = simulator.platform;
  for (const { id, name } of demoStaff) {
    people.set(id, { userId: id, name, role: 'officer', blocked: false });
    chats.set(id, []);
  }
  const opened = (): FirestoreController => {
    const [database] = databases;
    if (database === undefined) throw new Error('the program has opened no store yet');
    return database;
  };
  return {
    simulator,
    urls,
    loads: (name) => loaded.has(name),
    async stored(group) {
      const { docs } = await opened().firestore().collectionGroup(group).get();
      return docs.map((one) => one.data());
    },
    watch() {
      let count = 0;
      const failed: unknown[] = [];
      const stop = registerTrigger(opened(), outbox, {
        onAfter: () => {
          count += 1;
        },
        onError: ({ cause }) => failed.push(cause),
      });
      return { fired: () => count, failed, stop };
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      hooks.deregister();
      await simulator.close();
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
