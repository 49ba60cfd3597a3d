import fc from 'fast-check';
import { hostileText, MARK } from '../hostile.ts';
import { type Listed, routesOf } from '../routes.ts';
import { asked, targetOf } from '../target.ts';

interface Visit {
  method: string;
  path: string;
  segments: string[];
  query: string;
  headers: Record<string, string>;
  body: string;
}

/** As it stands in an address: sometimes left as it is, as far as a request line takes it. */
const written = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%2F/gi, '%2F').slice(0, 3000);
const segment = fc.oneof(
  fc.constantFrom(
    '2566',
    '2569',
    '2570',
    '0',
    '1',
    '2599',
    'e10',
    'o28',
    'complaint_statistics',
    'table.csv',
    '1.pdf',
    'a'.repeat(24),
  ),
  fc.constantFrom(
    'contact',
    'service_statistics',
    'measures',
    'mai',
    'tax',
    '..',
    '%2e%2e',
    '.env',
    'index.html',
    '%',
    '%E0%A4%A',
  ),
  hostileText.map(written),
);
const name = fc.oneof(
  fc.constantFrom(
    'q',
    'p',
    'kind',
    'year',
    'done',
    'channel',
    'print',
    'table',
    '__proto__',
    'constructor',
    'a[b]',
    'a[__proto__][x]',
    'q[]',
  ),
  hostileText.map(written),
);
const query = fc.oneof(
  fc.constant(''),
  fc
    .array(
      fc.tuple(
        name,
        fc.oneof(fc.constantFrom('1', '99', 'manual', '2570', '-1', '1e9'), hostileText.map(written)),
      ),
      { maxLength: 5 },
    )
    .map((pairs) => `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`.slice(0, 6000)),
);
const inHeader = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 4000);
const header = fc.tuple(
  fc.constantFrom(
    'host',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-for',
    'accept',
    'accept-language',
    'accept-encoding',
    'if-none-match',
    'if-modified-since',
    'range',
    'cookie',
    'origin',
    'referer',
    'sec-fetch-site',
    'user-agent',
    'x-http-method-override',
    'expect',
  ),
  fc.oneof(
    fc.constantFrom(
      '*/*',
      'gzip',
      'br;q=0',
      'bytes=0-1',
      'bytes=-1',
      'bytes=9999999-',
      'bytes=1-0,5-',
      'localhost',
      'evil.example',
      MARK,
      'a:99999',
      '[::1',
      '',
    ),
    hostileText.map(inHeader),
  ),
);
const form = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom('once', 'q.speed', 'q.service', 'comment', '__proto__'), name),
      fc.oneof(fc.constantFrom('5', 'a'.repeat(30)), hostileText.map(written)),
    ),
    { maxLength: 8 },
  )
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));

const visitTo = ({ method, path }: Listed): fc.Arbitrary<Visit> =>
  fc.record({
    method: fc.constantFrom(method, method, method, method, 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
    path: fc.constant(path),
    segments: fc.array(segment, { minLength: 5, maxLength: 5 }),
    query,
    headers: fc.array(header, { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
    body: fc.oneof(form, hostileText),
  });

const anywhere = fc
  .array(segment, { minLength: 0, maxLength: 5 })
  .map((segments) => ({ method: 'GET', path: `/${segments.join('/')}` }))
  .chain(visitTo);

const isPage = ({ path }: Listed): boolean =>
  !path.startsWith('/api/staff') && !/^\/api\/(tips|track)/.test(path);

let drawn: fc.Arbitrary<Visit> | undefined;

/** Every public address, as the application lists them, and any other: paths, query strings, headers, the counter survey. */
export const pages = targetOf<Visit>({
  name: 'pages',
  many: 120_000,
  few: 1000,
  round: 10_000,
  atOnce: 24,
  keepsNothing: false,
  inputs: (stage) => {
    drawn ??= fc.oneof(
      { weight: 1, arbitrary: anywhere },
      { weight: 6, arbitrary: fc.oneof(...routesOf(stage.router).filter(isPage).map(visitTo)) },
    );
    return drawn;
  },
  give: (stage, { method, path, segments, query, headers, body }, oracle) => {
    let nth = 0;
    const at = path.replace(/[:*]\w+/g, () => {
      nth += 1;
      return segments[nth - 1] ?? '';
    });
    const isBare = method === 'GET' || method === 'HEAD';
    const sent = isBare ? headers : { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return asked(stage, oracle, { method, path: at + query, headers: sent, body: isBare ? undefined : body });
  },
});
