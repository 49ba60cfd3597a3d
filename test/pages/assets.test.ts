import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type PagesStage } from './stage.ts';

let stage: PagesStage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

interface Got {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

const get = (path: string, accept?: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const headers = accept === undefined ? {} : { 'accept-encoding': accept };
    const call = request(`${stage.url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    call.on('error', reject);
    call.end();
  });

async function script(): Promise<string> {
  const names = await readdir(new URL('../../dist/liff/assets/', import.meta.url));
  const name = names.find((one) => /^tip-[\w-]+\.js$/.test(one));
  if (name === undefined) throw new Error('the form has no script');
  return `/assets/${name}`;
}

it('sends scripts packed to whoever takes them packed, the same octets to everybody', async () => {
  const address = await script();
  const plain = await get(address);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await get(address, 'gzip');
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  const smallest = await get(address, 'gzip, br');
  expect(smallest.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(smallest.body).equals(plain.body)).toBe(true);
  expect(smallest.body.length).toBeLessThan(plain.body.length / 2);
  for (const { headers } of [plain, packed, smallest]) {
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers.vary).toBe('Accept-Encoding');
  }
});

it('has nothing else among the scripts: no way up, no other names', async () => {
  for (const path of [
    '/assets/',
    '/assets/../pages/render.js',
    '/assets/%2e%2e/pages/render.js',
    '/assets/no.js',
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
});

it('lets search engines read what is public', async () => {
  const { status, headers, body } = await get('/robots.txt');
  expect([status, headers['content-type'], body.toString()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'User-agent: *\nDisallow:\n',
  ]);
});
