import { readdir, readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assetHeaders, publicCaching } from '../../bot/pages/headers.ts';
import { EXPIRING } from '../../bot/records/sweep.ts';
import { buildHosting } from '../../scripts/build-hosting.ts';
import { allPages } from '../pages/addresses.ts';
import { openStage } from '../pages/stage.ts';
import { readIndexes } from '../support/documents-indexes.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const Firebase = z.object({
  firestore: z.object({ rules: z.string(), indexes: z.string() }),
  functions: z.tuple([z.object({ source: z.string(), runtime: z.string(), ignore: z.array(z.string()) })]),
  hosting: z.object({
    public: z.string(),
    rewrites: z.array(z.object({ source: z.string(), function: z.object({ functionId: z.string() }) })),
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
  emulators: z.record(z.string(), z.unknown()),
});
const parsed = async <T extends z.ZodType>(shape: T, path: string): Promise<z.infer<T>> =>
  shape.parse(JSON.parse(await readFile(root(path), 'utf8')));

const config = await parsed(Firebase, 'firebase.json');
const { rewrites, headers } = config.hosting;
let files: string[];
beforeAll(async () => {
  await buildHosting();
  const names = await readdir(root(config.hosting.public), { recursive: true, withFileTypes: true });
  const place = root(config.hosting.public);
  files = names
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath}/${one.name}`.slice(place.length));
});

/** @see https://firebase.google.com/docs/hosting/full-config#glob_pattern_matching */
const matches = (path: string, source: string): boolean =>
  source.startsWith('!') ? !matches(path, source.slice(1)) : matchesGlob(path, source);

/** Who answers: a file where one stands, else the first rewrite that matches, else the page for 404. */
function answers(path: string): string {
  const { pathname } = new URL(path, 'https://khoen.example');
  if (files.includes(pathname)) return pathname;
  return rewrites.find(({ source }) => matches(pathname, source))?.function.functionId ?? '404.html';
}

/** Headers by a path, those of later rules over those of earlier ones. */
const headersOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    headers
      .filter(({ source }) => matches(path, source))
      .flatMap((rule) => rule.headers.map(({ key, value }) => [key.toLowerCase(), value])),
  );

const programs = [
  '/api/public',
  '/api/tips/readers',
  '/api/tips/some/1',
  '/api/track',
  '/api/staff/session',
  '/webhook',
  '/webhook/nam-kliang',
  '/oit/2570/complaint_statistics.csv',
  '/staff',
  '/staff/cases',
];

describe('what Hosting does by itself', () => {
  it.each([...allPages.map(([, path]) => path), ...programs])('leaves %s to the program', (path) => {
    expect(answers(path)).toBe('web');
    expect(headersOf(path)).toEqual({});
  });

  it('answers with every script and style sheet, with the headers that the program gives them', () => {
    const assets = files.filter((name) => name.startsWith('/assets/'));
    expect(assets.length).toBeGreaterThan(10);
    for (const name of assets) {
      expect(name).toMatch(/-[\w-]{8}\.\w+$/);
      expect(headersOf(name)).toEqual({
        ...assetHeaders,
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('keeps for a minute, not for a year, that a script is gone', () => {
    expect(answers('/assets/gone-00000000.js')).toBe('404.html');
    expect(files).toContain('/404.html');
    const last = headers.at(-1);
    expect(last?.source).toBe('404.html');
    expect(Object.fromEntries(last?.headers.map(({ key, value }) => [key, value]) ?? [])).toMatchObject({
      'Cache-Control': publicCaching,
    });
  });

  it("answers with robots.txt as the program would: Google's server for functions keeps it from any", async () => {
    const stage = await openStage();
    const { body, headers: given } = await fetch(`${stage.url}/robots.txt`).then(async (answer) => ({
      body: await answer.text(),
      headers: answer.headers,
    }));
    await stage.close();
    expect(await readFile(root(`${config.hosting.public}/robots.txt`), 'utf8')).toBe(body);
    expect(headersOf('/robots.txt')['cache-control']).toBe(given.get('cache-control'));
  });

  it('has no file but those, and none that Hosting would take for a page', () => {
    const others = files.filter((name) => !name.startsWith('/assets/'));
    expect(others.sort()).toEqual(['/404.html', '/robots.txt']);
    expect(files.filter((name) => /\.(br|gz|map)$/.test(name))).toEqual([]);
  });
});

describe('what is deployed beside it', () => {
  it('is the program on the Node that its package names, and not its sources', async () => {
    const [{ source, runtime, ignore }] = config.functions;
    const { engines, main } = await parsed(
      z.object({ engines: z.object({ node: z.string() }), main: z.string() }),
      `${source}/package.json`,
    );
    expect(runtime).toBe(`nodejs${engines.node}`);
    expect(ignore.some((pattern) => matchesGlob(main, pattern))).toBe(false);
    expect(ignore).toContain('*.ts');
  });

  it('is rules that exist, and indexes with a TTL policy wherever documents expire', async () => {
    expect(await readFile(root(config.firestore.rules), 'utf8')).toContain('allow read, write: if false');
    expect(config.firestore.indexes).toBe('firestore.indexes.json');
    const policies = readIndexes().fieldOverrides.filter(({ ttl }) => ttl === true);
    const expiring = policies.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);
    expect(expiring).toEqual(expect.arrayContaining(EXPIRING.map((group) => `${group}.expireAt`)));
  });

  it('can be tried with emulators of all three', () => {
    expect(Object.keys(config.emulators)).toEqual(
      expect.arrayContaining(['functions', 'firestore', 'hosting']),
    );
  });
});
