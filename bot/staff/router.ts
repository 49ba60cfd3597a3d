import express, { type ErrorRequestHandler, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { commitAudited } from '../audit/commit-audited.ts';
import { errorName } from '../log/error-name.ts';
import type { StaffParts } from './parts.ts';
import { refuse } from './refusals.ts';
import type { StaffAnswer, StaffRoute } from './route.ts';
import { sessionOf } from './session.ts';

const BASE = '/api/staff';
const Bearer = z.string().regex(/^Bearer [A-Za-z0-9_-]{43}$/);
const TooLarge = z.object({ type: z.literal('entity.too.large') });
const BadRequest = z.object({ status: z.int().min(400).max(499) });

const bodyOf = ({ octets, most }: StaffRoute): RequestHandler =>
  octets === undefined
    ? express.json({ limit: most, inflate: false, strict: true })
    : express.raw({ type: () => true, limit: octets, inflate: false });

function answer(response: Response, given: StaffAnswer): void {
  if ('refuse' in given) refuse(response, given.refuse, given.now);
  else if ('json' in given) response.json(given.json);
  else {
    response.type(given.type);
    if (given.name !== undefined) response.attachment(given.name).type(given.type);
    response.send(Buffer.from(given.octets));
  }
}

/** Who calls, before anything of the call is read; roles are read at each call. */
function guarded(parts: StaffParts, route: StaffRoute): RequestHandler {
  const { ground, clock } = parts;
  return async (request, response, next) => {
    const header = Bearer.safeParse(request.get('authorization'));
    if (!header.success) return refuse(response, 'not_signed_in');
    const found = await sessionOf(ground, header.data.slice('Bearer '.length), clock());
    if (found === 'none' || found === 'not_staff') return refuse(response, 'not_signed_in');
    const { staff } = found;
    if (!route.roles.some((role) => staff.roles.includes(role))) {
      const about = `${route.method} ${route.path}`;
      await commitAudited(ground, clock, async () => ({
        writes: [],
        deeds: [{ by: staff.id, action: 'refused', about }],
      }));
      return refuse(response, 'role_too_low');
    }
    response.locals.caller = found;
    next();
  };
}

const Octets = z.instanceof(Buffer).transform((buffer) => new Uint8Array(buffer));

function handled(parts: StaffParts, route: StaffRoute): RequestHandler {
  return async (request, response) => {
    const { staff, session } = response.locals.caller;
    const body = route.octets === undefined ? request.body : Octets.safeParse(request.body).data;
    const { params, query } = request;
    const given = await route.run(parts, { staff, session, params, query, body, now: parts.clock() });
    answer(response, given ?? { refuse: 'bad_shape' });
  };
}

const onError =
  ({ log, ground }: StaffParts): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else if (TooLarge.safeParse(error).success) refuse(response, 'too_large');
    else if (BadRequest.safeParse(error).success) refuse(response, 'bad_shape');
    else {
      log('staff_failed', { agency: ground.agencyId, error: errorName(error) });
      refuse(response, 'failed');
    }
  };

const unstored: RequestHandler = (_request, response, next) => {
  response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  next();
};

/**
 * `/api/staff/*`: `open` needs no session (signing in), everything of `routes` needs one and a role. Answers are
 * JSON; nothing is cached.
 */
export function staffRouter(parts: StaffParts, open: Router, routes: readonly StaffRoute[]): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(BASE, unstored, open);
  for (const route of routes) {
    router[route.method](`${BASE}${route.path}`, guarded(parts, route), bodyOf(route), handled(parts, route));
  }
  router.use(BASE, (_request, response) => refuse(response, 'not_found'));
  router.use(onError(parts));
  return router;
}
