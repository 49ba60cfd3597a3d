import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { errorName } from '../log/error-name.ts';
import { publicCaching } from './headers.ts';
import type { Pages } from './pages.ts';

/** Whoever collects pages may read them all. */
export const ROBOTS = 'User-agent: *\nDisallow:\n';

/** What has an answer for programs, not for people. */
const isForPrograms = (path: string): boolean => path.startsWith('/api/') || path.startsWith('/webhook');

/** An address with a percent sign that stands for nothing: express tells of it by this error. */
const isUnreadableAddress = (error: unknown): boolean =>
  error instanceof URIError && 'status' in error && error.status === 400;

const onError =
  ({ log, agencyId, send, agency }: Pages): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    if (response.headersSent || isForPrograms(request.path)) return next(error);
    if (isUnreadableAddress(error)) return send(request, response, { page: 'not_found', agency: agency() });
    log('page_failed', { agency: agencyId, error: errorName(error) });
    await send(request, response, { page: 'unavailable', agency: agency() });
  };

/** A part of the pages: its routes. */
export type PageRoutes = (pages: Pages) => Router;

/**
 * All pages, what they load, and the way home from every address where nothing stands.
 * @param assets answers below `/assets`; absent where something before this process does
 */
export function pagesRouter(pages: Pages, parts: readonly PageRoutes[], assets?: RequestHandler): Router {
  const router = Router({ caseSensitive: true });
  if (assets !== undefined) router.use('/assets', assets);
  router.get('/robots.txt', (_request, response) => {
    response.set('cache-control', publicCaching).type('text').send(ROBOTS);
  });
  for (const part of parts) router.use(part(pages));
  router.get('/*rest', async (request, response, next) => {
    if (isForPrograms(request.path)) return next();
    await pages.send(request, response, { page: 'not_found', agency: pages.agency() });
  });
  router.use(onError(pages));
  return router;
}
