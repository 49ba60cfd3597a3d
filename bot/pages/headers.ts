import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
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

/** What goes with a page beside what {@link protect} gives it: it uses what this server serves and nothing else. */
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

/** Answers with JSON, files and pages of errors alike: nothing runs, nothing is framed. */
const NOTHING_RUNS = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

const protections = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING_RUNS },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
const reached = { securely: protections(true), otherwise: protections(false) };

const ours = {
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/**
 * Gives everything that is answered to a `GET` what protects it: nothing runs, nothing is kept, nobody is told who came.
 * @param publicUrl how the world reaches it
 */
export function protect(publicUrl: string, request: Request, response: Response, next: NextFunction): void {
  response.set(ours);
  reached[publicUrl.startsWith('https://') ? 'securely' : 'otherwise'](request, response, next);
}
