import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { allPages } from '../pages/addresses.ts';
import { type Khoen, openKhoen } from '../pages/khoen.ts';

let khoen: Khoen;
let port: number;
beforeAll(async () => {
  khoen = await openKhoen();
  port = Number(new URL(khoen.url).port);
});
afterAll(() => khoen.close());

/** Sends octets as they are; resolves to all that comes back until the server hangs up. */
const raw = (octets: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const answer: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(octets));
    socket.on('data', (chunk) => answer.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(answer).toString('latin1')));
    socket.on('error', reject);
  });
const statuses = (answer: string): number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
const request = (line: string, headers: readonly string[] = [], body = ''): Promise<string> =>
  raw([line, 'Host: khoen.example', 'Connection: close', ...headers, '', body].join('\r\n'));
const at = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${khoen.url}${path}`, { redirect: 'manual', ...init });

describe('two requests in one', () => {
  const inner = 'GET /api/public HTTP/1.1\r\nHost: khoen.example\r\n\r\n';
  const chunked = `0\r\n\r\n${inner}`;
  const both: [name: string, headers: string[], body: string][] = [
    ['a length and chunks', ['Content-Length: 6', 'Transfer-Encoding: chunked'], chunked],
    ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 6'], chunked],
    ['two lengths', ['Content-Length: 0', `Content-Length: ${inner.length}`], inner],
    ['a length that is none', ['Content-Length: +0'], inner],
    ['a coding that hides', ['Transfer-Encoding: xchunked', 'Content-Length: 0'], inner],
    ['a name with a blank', ['Content-Length : 0'], inner],
    ['a folded header', ['X-One: a', ' Transfer-Encoding: chunked'], inner],
    ['a bare line feed', ['X-One: a\nTransfer-Encoding: chunked'], chunked],
  ];
  it.each(both)('%s is refused, and the second is never answered', async (_name, headers, body) => {
    const answer = await request('POST /api/track HTTP/1.1', headers, body);
    expect(statuses(answer)).toEqual([400]);
    expect(answer).not.toContain('"page"');
  });
});

describe('other verbs', () => {
  it('TRACE, CONNECT and invented ones are answered with nothing of what was sent', async () => {
    for (const verb of ['TRACE', 'CONNECT', 'TRACK', 'DEBUG', 'PROPFIND', 'GETS', 'get']) {
      const answer = await request(`${verb} /api/public HTTP/1.1`, ['X-Secret: only-i-know']);
      expect(answer).not.toContain('only-i-know');
      expect(statuses(answer).every((status) => status >= 400)).toBe(true);
    }
  });

  it('a verb in a header or a query changes no verb', async () => {
    for (const method of ['DELETE', 'PUT']) {
      const headers = {
        'x-http-method-override': method,
        'x-method-override': method,
        'x-http-method': method,
      };
      expect((await at(`/api/public?_method=${method}`, { headers })).status).toBe(200);
      expect((await at(`/api/tips/readers?_method=${method}`, { method: 'POST', headers })).status).toBe(400);
    }
  });

  it('HEAD and OPTIONS of the staff’s API open nothing, and tell no origin that it may call', async () => {
    const origin = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    for (const { method, path } of staffRoutes) {
      const address = `/api/staff${path.replaceAll(/:\w+/g, 'a'.repeat(20))}`;
      const options = await at(address, { method: 'OPTIONS', headers: origin });
      expect([...options.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      if (method === 'get') expect((await at(address, { method: 'HEAD' })).status).toBe(401);
    }
  });
});

describe('an address that climbs', () => {
  const climbs = [
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/....//....//package.json',
    '/assets/%252e%252e%252fpackage.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/oit/2570/..%2f..%2fpackage.json',
    '/papers/..%2f..%2fpackage.json/1.pdf',
    '/.env',
    '/.git/config',
    '/firestore.rules',
    '/.data/secret.key',
  ];
  it.each(climbs)('%s leads to no file', async (path) => {
    const answer = await request(`GET ${path} HTTP/1.1`);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400|200) /);
    for (const word of ['"private": true', 'root:x:', 'rules_version', '[core]'])
      expect(answer).not.toContain(word);
    if (statuses(answer)[0] === 200) expect(answer).toMatch(/content-type: text\/html/i);
  });
});

describe('an address that leads away', () => {
  const elsewhere = [
    '//elsewhere.example',
    '//elsewhere.example/%2f..',
    '/\\elsewhere.example',
    '/%5celsewhere.example',
    '/oit//elsewhere.example',
    '/oit/complaint_statistics//elsewhere.example',
    '/rate/land-tax?next=https://elsewhere.example',
    '/staff/sign-in?redirect_uri=https://elsewhere.example',
    '/oit/complaint_statistics?url=//elsewhere.example',
  ];
  it.each(elsewhere)('%s does not', async (path) => {
    const answer = await request(`GET ${path} HTTP/1.1`);
    const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim() ?? '/';
    expect(location).toMatch(/^\/(?![/\\])/);
  });
});

describe('a host that is not ours', () => {
  it('stands in no link, no canonical address and no redirect', async () => {
    for (const path of ['/', '/tip', '/rate/land-tax/qr', '/oit/complaint_statistics', '/nowhere']) {
      for (const name of [
        'host',
        'x-forwarded-host',
        'x-host',
        'forwarded',
        'x-original-url',
        'x-forwarded-proto',
      ]) {
        const answer = await raw(
          [
            `GET ${path} HTTP/1.1`,
            ...(name === 'host' ? [] : ['Host: khoen.example']),
            `${name}: evil.example`,
          ]
            .concat('Connection: close', '', '')
            .join('\r\n'),
        );
        expect(answer).not.toContain('evil.example');
      }
    }
  });

  it('is told to caches to be a part of what was asked for', async () => {
    for (const [, path] of [...allPages, ['api', '/api/public'] as const]) {
      const { headers } = await at(path);
      expect([path, headers.get('vary')?.toLowerCase()]).toEqual([
        path,
        expect.stringContaining('x-forwarded-host'),
      ]);
    }
  });
});

describe('a page of elsewhere', () => {
  it('may read the public API and nothing else', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const open: string[] = [];
    const addresses = [
      ...allPages.map(([, path]) => path),
      '/api/public',
      '/api/tips/readers',
      '/api/staff/me',
    ];
    for (const path of addresses) {
      const { headers: given } = await at(path, { headers });
      if (given.has('access-control-allow-origin')) open.push(path);
      expect(given.has('access-control-allow-credentials')).toBe(false);
    }
    expect(open).toEqual(['/api/public']);
  });

  it('sends no form, no text and no beacon that is taken for a tip, an answer or a sign-in', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of types) {
      for (const path of [
        '/api/track',
        '/api/tips/aaaaaaaaaaaaaaaaaaaaaaaa',
        '/api/staff/sign-in',
        '/api/staff/session',
      ]) {
        const answer = await at(path, {
          method: 'POST',
          headers: {
            'content-type': type,
            origin: 'https://elsewhere.example',
            'sec-fetch-site': 'cross-site',
          },
          body: '{"idToken":"x","ticket":"x"}',
        });
        expect([path, answer.status]).toEqual([path, 400]);
      }
    }
    const before = (
      await khoen.product.documents.query({ group: 'responses', where: [], orderBy: [], limit: 5 })
    ).length;
    const once =
      /name="once" value="([0-9a-f]{30})"/.exec(await (await at('/rate/land-tax')).text())?.[1] ?? '';
    const body = new URLSearchParams({
      once,
      ...Object.fromEntries(
        ['overall', 'process', 'channel', 'staff', 'facilities'].map((id) => [`q.${id}`, '1']),
      ),
    });
    const from = { 'sec-fetch-site': 'cross-site' };
    expect((await at('/rate/land-tax', { method: 'POST', body, headers: from })).status).toBe(200);
    const after = await khoen.product.documents.query({
      group: 'responses',
      where: [],
      orderBy: [],
      limit: 5,
    });
    expect(after).toHaveLength(before);
  });
});

it('private answers are kept by nobody, also where they refuse', async () => {
  const paths = [
    '/tip',
    '/track',
    '/staff',
    '/staff/sign-in',
    '/rate/land-tax',
    '/api/tips/readers',
    '/api/track',
  ];
  const staff = staffRoutes.filter(({ method }) => method === 'get').map(({ path }) => `/api/staff${path}`);
  for (const path of [...paths, ...staff]) {
    const { headers } = await at(path.replaceAll(/:\w+/g, 'a'.repeat(20)));
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.has('set-cookie')).toBe(false);
  }
});
