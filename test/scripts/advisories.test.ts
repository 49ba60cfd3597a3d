import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../scripts/advisories.ts', import.meta.url));

let folder: string;
let registry: Server;
let address: string;
/** What the registry answers: a severity, nothing known, or a refusal. */
let answer: 'none' | 'low' | 'critical' | 'refused';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prongsai-advisories-'));
  registry = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/leaky') {
      response.end(
        JSON.stringify({
          name: 'leaky',
          'dist-tags': { latest: '1.0.0' },
          versions: {
            '1.0.0': { name: 'leaky', version: '1.0.0', dist: { tarball: `${address}/leaky.tgz` } },
          },
        }),
      );
    } else if (answer === 'refused') {
      response.statusCode = 405;
      response.end('{}');
    } else {
      const about = {
        id: answer.length,
        url: 'https://example.com/1',
        title: 'It leaks',
        vulnerable_versions: '<2',
      };
      response.end(JSON.stringify(answer === 'none' ? {} : { leaky: [{ ...about, severity: answer }] }));
    }
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const listening = registry.address();
  address = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : 0}`;
  const own = { name: 'own', version: '1.0.0', dependencies: { leaky: '1.0.0' } };
  const leaky = { version: '1.0.0', resolved: `${address}/leaky.tgz` };
  const packages = { '': own, 'node_modules/leaky': leaky };
  await writeFile(join(folder, 'package.json'), JSON.stringify(own));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...own, lockfileVersion: 3, requires: true, packages }),
  );
});
afterAll(async () => {
  registry.closeAllConnections();
  registry.close();
  await rm(folder, { recursive: true });
});

const run = () =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = {
      ...process.env,
      npm_config_registry: address,
      npm_config_cache: join(folder, 'cache'),
      npm_config_fetch_retries: '0',
    };
    const child = execFile(process.execPath, [ENTRY], { cwd: folder, env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

it.each([
  ['none', 0, 'No known weakness'],
  ['low', 0, '1 known weaknesses in what is deployed, none high or critical'],
  ['critical', 1, '1 known weaknesses in what is deployed; '],
  ['refused', 0, 'Not asked for known weaknesses: 405 Method Not Allowed'],
] as const)(
  'npm run advisories, where the registry answers: %s',
  { timeout: 120_000 },
  async (given, code, words) => {
    answer = given;
    const ended = await run();
    expect(ended.out).toContain(words);
    expect(ended.code).toBe(code);
    expect(ended.err.includes('leaky')).toBe(given === 'low' || given === 'critical');
  },
);
