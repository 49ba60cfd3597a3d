import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { z } from 'zod';
import type { Service } from '../../domain/agency/agency.ts';
import { openEit } from '../../domain/agency/eit.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Page } from '../../domain/published/page.ts';
import type { RatePage } from '../../domain/published/rate.ts';
import { FormChannel, FormFields, readForm } from '../../domain/survey/form.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { frameWithoutLine } from '../pages/frame.ts';
import type { Pages } from '../pages/pages.ts';
import type { PageRoutes } from '../pages/router.ts';
import { keepResponse } from './keep-response.ts';
import type { FormParts } from './parts.ts';

/** A form's identity, drawn when it is shown: 30 hex digits. */
const Once = z.string().regex(/^[0-9a-f]{30}$/);
const ONCE_OCTETS = 15;
/** A comment of a thousand Thai letters is nine times as long in a form. */
const MOST_FORM_OCTETS = 24 * 1024;

/** The same page object for as long as the agency is the same, so that it is rendered once. */
function perAgency(current: () => CurrentAgency, make: (current: CurrentAgency) => Page): () => Page {
  let made: { of: CurrentAgency; page: Page } | undefined;
  return () => {
    const now = current();
    if (made?.of !== now) made = { of: now, page: make(now) };
    return made.page;
  };
}

const channelOf = ({ query }: Request): FormChannel => {
  const channel = FormChannel.safeParse(query.channel);
  return channel.success ? channel.data : 'web';
};

/** A browser says where a form was sent from; only our own page counts, and browsers that say nothing. */
const isFromElsewhere = (request: Request): boolean => {
  const site = request.get('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

const BadRequest = z.object({ status: z.int().min(400).max(499) });

/** A form that is too long, packed, or of no known letters is no answer, as an empty one is none. */
const unread: ErrorRequestHandler = (error: unknown, _request, _response, next) =>
  BadRequest.safeParse(error).success ? next() : next(error);

function surveyRoutes(parts: FormParts, pages: Pages): Router {
  const { ground, current, clock } = parts;
  const router = Router({ caseSensitive: true });

  const serviceOf = ({ params }: Request): Service | undefined =>
    current().agency.services.find(({ id }) => id === params.service);

  const missing: RequestHandler = (request, response) =>
    pages.send(request, response, { page: 'not_found', agency: pages.agency() });

  const newOnce = (): string => Buffer.from(ground.random(ONCE_OCTETS)).toString('hex');

  const eitNow = (): Pick<RatePage, 'eit'> => {
    const eit = openEit(current().agency, dayOf(clock()));
    return eit === undefined ? {} : { eit: { url: eit.url, until: eit.to } };
  };

  const ratePage = (
    request: Request,
    service: Service,
    more: Partial<Pick<RatePage, 'state' | 'given' | 'once'>>,
  ): RatePage => ({
    page: 'rate',
    agency: pages.agency(),
    service,
    survey: current().survey,
    channel: channelOf(request),
    once: newOnce(),
    state: 'empty',
    given: {},
    ...eitNow(),
    ...more,
  });

  router.get(
    '/rate',
    perAgencyHandler(pages, current, ({ agency }) => ({
      page: 'rate_list',
      agency: pages.agency(),
      services: agency.services,
    })),
  );

  router.get('/rate/:service', async (request, response, next) => {
    const service = serviceOf(request);
    if (service === undefined) return missing(request, response, next);
    const state = request.query.done === '1' ? 'done' : 'empty';
    await pages.send(request, response, ratePage(request, service, { state }));
  });

  router.get('/rate/:service/qr', async (request, response, next) => {
    const service = serviceOf(request);
    if (service === undefined) return missing(request, response, next);
    await pages.send(request, response, { page: 'rate_poster', agency: pages.agency(), service });
  });

  const form = express.urlencoded({
    extended: false,
    limit: MOST_FORM_OCTETS,
    inflate: false,
    parameterLimit: 100,
  });
  router.post(
    '/rate/:service',
    form,
    unread,
    async (request: Request, response: Response, next: NextFunction) => {
      const service = serviceOf(request);
      if (service === undefined) return missing(request, response, next);
      const fields = FormFields.safeParse(request.body);
      const given = fields.success ? fields.data : {};
      const once = Once.safeParse(given.once);
      const channel = channelOf(request);
      const shown = (state: RatePage['state']) =>
        pages.send(request, response, ratePage(request, service, { state, given }));
      if (isFromElsewhere(request) || !once.success) return shown('invalid');
      const read = readForm(current().survey, given, { service: service.id, channel, day: dayOf(clock()) });
      if (!read.ok) return shown(read.unanswered.length > 0 ? 'unanswered' : 'invalid');
      if ((await keepResponse(parts, read.response, once.data)) !== 'kept') return shown('busy');
      const kept = channel === 'web' ? '' : `channel=${channel}&`;
      response.redirect(303, `/rate/${service.id}?${kept}done=1`);
    },
  );
  return router;
}

const perAgencyHandler = (
  pages: Pages,
  current: () => CurrentAgency,
  make: (current: CurrentAgency) => Page,
): RequestHandler => {
  const page = perAgency(current, make);
  return (request, response) => pages.send(request, response, page());
};

/** `/tip`, `/track` and `/rate`: nothing on them depends on who asks. */
export const formPages =
  (parts: FormParts): PageRoutes =>
  (pages) => {
    const router = Router({ caseSensitive: true });
    const { current } = parts;
    for (const page of ['tip', 'track'] as const) {
      router.get(
        `/${page}`,
        perAgencyHandler(pages, current, () => ({
          page,
          agency: frameWithoutLine(current()),
        })),
      );
    }
    router.use(surveyRoutes(parts, pages));
    return router;
  };
