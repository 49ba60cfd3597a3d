import type { Rendered } from '../../domain/published/rendered.ts';

/** Caches keep a page for a minute, and show it ten minutes longer while they ask for a newer one. */
export const publicCaching = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';

const quoted = (sources: readonly string[]): string => sources.map((source) => `'${source}'`).join(' ');

function contentPolicy({ allows, caching }: Rendered): string {
  const { styles, scripts, connect, media } = allows;
  const directives = [
    "default-src 'none'",
    `style-src ${quoted(styles)}`,
    `img-src 'self' data:${caching === 'private' && scripts ? ' blob:' : ''}`,
    ...(scripts ? ["script-src 'self'", "worker-src 'self'"] : []),
    `connect-src ${["'self'", ...connect].join(' ')}`,
    ...(media ? ['media-src blob:'] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return directives.join('; ');
}

/** What goes with a page beside {@link commonHeaders}: it uses what this server serves and nothing else. */
export const pageHeaders = (rendered: Rendered): Record<string, string> => ({
  'content-security-policy': contentPolicy(rendered),
  'cache-control': rendered.caching === 'public' ? publicCaching : 'no-store',
});

/** What goes with a script: a worker is bound by its own answer's policy, and calls this server. */
export const assetHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  'cache-control': 'public, max-age=31536000, immutable',
};

/** What goes with everything that is answered to a `GET`: nothing runs, nothing is kept, nobody is told who came. */
export const commonHeaders = (publicUrl: string): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});
