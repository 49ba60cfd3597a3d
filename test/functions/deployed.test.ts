import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { missingIn } from '../../functions/settings.ts';
import { BUILT, buildFunctions } from '../../scripts/build-functions.ts';
import { postWebhook } from '../support/webhook.ts';

import { freePort, startInstance } from './instance.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MOST_OCTETS = 3 * 1024 * 1024;
const SECRETS = ['SECRET_KEY', 'LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'];

let directory: string;
beforeAll(async () => {
  await buildFunctions();
  directory = await mkdtemp(join(tmpdir(), 'prongsai-deploy-'));
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Runs a program of a package in functions/, with nothing of this machine's settings but what is given. */
const run = (program: string, args: readonly string[], env: Record<string, string>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const options = { cwd: root('functions'), env: { PATH: process.env.PATH ?? '', ...env } };
    const child = execFile(
      process.execPath,
      [root(`node_modules/${program}`), ...args],
      options,
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });

const Endpoint = z.object({
  region: z.array(z.string()),
  concurrency: z.number().nullable(),
  secretEnvironmentVariables: z.array(z.object({ key: z.string() })),
  scheduleTrigger: z.object({ schedule: z.string(), timeZone: z.string() }).optional(),
  eventTrigger: z
    .object({ retry: z.boolean(), eventFilterPathPatterns: z.object({ document: z.string() }) })
    .optional(),
  httpsTrigger: z.object({ invoker: z.array(z.string()) }).optional(),
});
const Manifest = z.object({
  endpoints: z.record(z.string(), Endpoint),
  params: z.array(z.object({ name: z.string(), type: z.string(), default: z.unknown().optional() })),
});

/** What `firebase deploy` reads from the built program. */
async function manifest(): Promise<z.infer<typeof Manifest>> {
  const file = join(directory, 'manifest.json');
  const env = { FUNCTIONS_MANIFEST_OUTPUT_PATH: file, GCLOUD_PROJECT: 'demo-prongsai' };
  const { code, said } = await run('firebase-functions/lib/bin/firebase-functions.js', [], env);
  expect([code, said]).toMatchObject([0, expect.any(String)]);
  return Manifest.parse(JSON.parse(await readFile(file, 'utf8')));
}

describe('what a deployment reads from the built program', () => {
  it('names every function, where and when it runs, and what it asks for', async () => {
    const { endpoints, params } = await manifest();
    const places = z.object({
      firestore: z.object({ location: z.string() }),
      hosting: z.object({ rewrites: z.tuple([z.object({ function: z.object({ region: z.string() }) })]) }),
    });
    const { firestore, hosting } = places.parse(JSON.parse(await readFile(root('firebase.json'), 'utf8')));
    const { region } = hosting.rewrites[0].function;
    expect(firestore.location).toBe(region);
    for (const { region: where, secretEnvironmentVariables } of Object.values(endpoints)) {
      expect(where).toEqual([region]);
      expect(secretEnvironmentVariables.map(({ key }) => key)).toEqual(SECRETS);
    }
    const { web, outbox, minute, cards, night, ...others } = endpoints;
    expect(others).toEqual({});
    expect(web).toMatchObject({ concurrency: 40, httpsTrigger: { invoker: ['public'] } });
    expect(outbox?.eventTrigger).toEqual({
      retry: true,
      eventFilterPathPatterns: { document: 'agencies/{agencyId}/outbox/{id}' },
    });
    const times = [minute, cards, night].map((one) => one?.scheduleTrigger);
    expect(times.map((one) => one?.schedule)).toEqual(['* * * * *', '30 8,16 * * *', '15 2 * * *']);
    expect(new Set(times.map((one) => one?.timeZone))).toEqual(new Set(['Asia/Bangkok']));
    const asked = Object.fromEntries(params.map(({ name, type }) => [name, type]));
    expect(asked).toEqual({
      ...Object.fromEntries(SECRETS.map((name) => [name, 'secret'])),
      PUBLIC_URL: 'string',
      AGENCY_ID: 'string',
      LIFF_ID: 'string',
      LINE_LOGIN_CHANNEL_ID: 'string',
      MIN_INSTANCES: 'int',
    });
    expect(params.find(({ name }) => name === 'PUBLIC_URL')?.default).toBe(
      'https://{{ params.PROJECT_ID }}.web.app',
    );
  });
});

describe('an instance', () => {
  const all = {
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    LINE_CHANNEL_SECRET: 'a-secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'a-token',
    PUBLIC_URL: 'https://khoen.example',
  };

  it.each([...SECRETS, 'PUBLIC_URL'])('cannot do without %s', (name) => {
    expect(missingIn({ ...all, [name]: ' ' })).toEqual([name]);
    expect(missingIn(all)).toEqual([]);
  });

  it('does not start without them, and says their names', async () => {
    const env = {
      FUNCTION_TARGET: 'web',
      FUNCTION_SIGNATURE_TYPE: 'http',
      PORT: '0',
      PUBLIC_URL: all.PUBLIC_URL,
    };
    const { code, said } = await run('@google-cloud/functions-framework/build/src/main.js', [], env);
    expect(code).toBeGreaterThan(0);
    expect(said).toContain(`cannot start without ${SECRETS.join(', ')}`);
  });

  it('whose store does not answer says so, and LINE is asked to send again', async () => {
    const instance = await startInstance({
      ...all,
      GCLOUD_PROJECT: 'demo-prongsai',
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${await freePort()}`,
    });
    try {
      expect((await fetch(`${instance.url}/readyz`)).status).toBe(503);
      const body = JSON.stringify({ destination: 'U0', events: [] });
      const answer = await postWebhook(`${instance.url}/webhook`, all.LINE_CHANNEL_SECRET, body);
      expect(answer.status).toBe(500);
    } finally {
      await instance.stop();
    }
  }, 120_000);
});

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

describe('what is uploaded', () => {
  const parsed = async <T extends z.ZodType>(shape: T, path: string): Promise<z.infer<T>> =>
    shape.parse(JSON.parse(await readFile(root(path), 'utf8')));

  it('is one file of bounded size that loads nothing but what is installed beside it', async () => {
    const file = join(BUILT, 'index.cjs');
    expect((await stat(file)).size).toBeLessThan(MOST_OCTETS);
    const program = await readFile(file, 'utf8');
    expect(program.indexOf(root(''))).toBe(-1);
    const { dependencies } = await parsed(Package, 'functions/package.json');
    const loaded = [...program.matchAll(/\b(?:require|import)\(\\?["'`]([^"'`\\]+)\\?["'`]\)/g)].map(
      ([, name]) => name ?? '',
    );
    const packages = loaded
      .filter((name) => !isBuiltin(name) && !name.startsWith('.'))
      .map((name) => name.match(/^(@[^/]+\/)?[^/]+/)?.[0]);
    expect(packages).toEqual(expect.arrayContaining(['firebase-functions', 'firebase-admin', 'sharp']));
    const absent = packages.filter((name) => name !== undefined && dependencies[name] === undefined);
    // One serves only stores on a disk, the other only terminals.
    expect(new Set(absent)).toEqual(new Set(['@firebase-bridge/firestore-admin', 'supports-color']));
  });

  it('is installed in the versions that everything was tested with', async () => {
    const { dependencies } = await parsed(Package, 'functions/package.json');
    const own = await parsed(Lock, 'functions/package-lock.json');
    const tested = await parsed(Lock, 'package-lock.json');
    for (const name of Object.keys(dependencies)) {
      const place = `node_modules/${name}`;
      expect([name, own.packages[place]?.version]).toEqual([name, tested.packages[place]?.version]);
    }
    expect(await readFile(root('functions/package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});
