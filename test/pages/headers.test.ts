import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPages } from './addresses.ts';
import { type Khoen, openKhoen, YEAR } from './khoen.ts';
import { openStage } from './stage.ts';

let khoen: Khoen;
beforeAll(async () => {
  khoen = await openKhoen();
}, 60_000);
afterAll(() => khoen.close());

/** As a cache asks: `fetch` on its own would say that it takes nothing but a fresh answer. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${khoen.url}${path}`, { headers: { 'cache-control': 'max-age=0', ...headers }, redirect: 'manual' });

/** Directives by name. */
function policyOf({ headers }: Response): Map<string, string> {
  const directives = (headers.get('content-security-policy') ?? '').split(/; ?/);
  return new Map(directives.map((one) => [one.split(' ', 1)[0] ?? '', one.slice(one.indexOf(' ') + 1)]));
}

const hashesOf = (html: string): string =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)]
    .map(([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    .join(' ');

/** Where a page's script stands, as its HTML says. */
async function aScript(): Promise<string> {
  const address = /<script type="module" src="([^"]+)"/.exec(await (await get('/tip')).text())?.[1];
  if (address === undefined) throw new Error('the private form has no script');
  return address;
}

const files = [
  `/oit/${YEAR}/complaint_statistics.csv`,
  `/oit/${YEAR}/complaint_statistics.xlsx`,
  `/oit/${YEAR}/satisfaction_survey.csv`,
  `/oit/${YEAR}/satisfaction_survey.xlsx`,
];
const answersForPrograms = ['/api/public', '/api/tips/readers', '/api/nothing', '/healthz', '/readyz'];
const everything = [
  ...allPages.map(([, path]) => path),
  ...files,
  ...answersForPrograms,
  '/oit/complaint_statistics',
  '/assets/nothing.js',
  '/robots.txt',
];

const isPrivate = (path: string): boolean => /^\/(tip|track|rate\/[\w-]+(\?|$))/.test(path);

it.each(everything)('%s is not sniffed, not framed, and tells nobody who came', async (path) => {
  const answer = await get(path);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-dns-prefetch-control': 'off',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': path === '/api/public' ? 'cross-origin' : 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  });
  expect(answer.headers.has('x-powered-by')).toBe(false);
  expect(answer.headers.has('set-cookie')).toBe(false);
  const policy = policyOf(answer);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/);
});

it('a script has the same headers, and a year in caches', async () => {
  const { headers } = await get(await aScript());
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
});

describe.each(allPages)('%s', (_name, path) => {
  it('has a policy that fits its own HTML and nothing else', async () => {
    const answer = await get(path);
    const html = await answer.text();
    const policy = policyOf(answer);
    expect(policy.get('style-src')).toBe(hashesOf(html));
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(policy.get('script-src')).toBe(scripts.length === 0 ? undefined : "'self'");
    for (const tag of scripts) expect(tag).toMatch(/^<script type="module" src="\/assets\/[\w-]+\.js"/);
    expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/);
    expect(html).not.toMatch(/<(iframe|object|embed|base)\b/);
  });

  it('is kept a minute by caches and asked for anew with its tag, or is kept by nobody', async () => {
    const answer = await get(path);
    const caching = answer.headers.get('cache-control');
    const tag = answer.headers.get('etag');
    if (isPrivate(path)) {
      expect(caching).toBe('no-store');
      expect(tag).toBe(null);
      return;
    }
    expect(Number(/s-maxage=(\d+)/.exec(caching ?? '')?.[1])).toBeLessThanOrEqual(60);
    expect(caching).toMatch(/stale-while-revalidate=\d+/);
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await get(path, { 'if-none-match': tag ?? '' });
    expect(again.status).toBe(answer.status === 200 ? 304 : answer.status);
    if (again.status === 304) {
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(tag);
      expect(again.headers.get('content-security-policy')).toBe(
        answer.headers.get('content-security-policy'),
      );
    }
    expect((await get(path, { 'if-none-match': 'W/"another"' })).status).toBe(answer.status);
  });
});

it.each([...files, '/api/public'])(
  '%s is kept a minute by caches and asked for anew with its tag',
  async (path) => {
    const answer = await get(path);
    const tag = answer.headers.get('etag') ?? '';
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/s-maxage=60, stale-while-revalidate=\d+/);
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await get(path, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  },
);

it('files of different tables and kinds have different tags', async () => {
  const tags = await Promise.all(files.map(async (path) => (await get(path)).headers.get('etag')));
  expect(new Set(tags).size).toBe(files.length);
});

it.each(['/api/tips/readers', '/api/nothing', '/healthz', '/readyz'])(
  '%s is kept by nobody',
  async (path) => {
    expect((await get(path)).headers.get('cache-control')).toBe('no-store');
  },
);

it('says that it is reached over HTTPS alone where it is', async () => {
  const secured = await openStage('https://khoen.example', '1234567890-abcdefgh');
  const answers = await Promise.all(
    ['/privacy', '/healthz', '/api/public'].map((path) => fetch(`${secured.url}${path}`)),
  );
  for (const { headers } of answers) {
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  }
  expect((await get('/privacy')).headers.has('strict-transport-security')).toBe(false);
  await secured.close();
});
