import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { commitAudited } from '../audit/commit-audited.ts';
import { errorName } from '../log/error-name.ts';
import type { StaffParts } from './parts.ts';
import { refuse } from './refusals.ts';
import type { StaffAnswer, StaffRoute } from './route.ts';
import { type Caller, sessionOf } from './session.ts';

const BASE = '/api/staff';
const Bearer = z.string().regex(/^Bearer [A-Za-z0-9_-]{43}$/);
const TooLarge = z.object({ type: z.literal('entity.too.large') });
const BadRequest = z.object({ status: z.int().min(400).max(499) });
const Octets = z.instanceof(Buffer).transform((buffer) => new Uint8Array(buffer));

function answer(response: Response, given: StaffAnswer): void {
  if ('refuse' in given) refuse(response, given.refuse, given.now);
  else if ('json' in given) response.json(given.json);
  else {
    response.type(given.type);
    if (given.name !== undefined) response.attachment(given.name).type(given.type);
    response.send(Buffer.from(given.octets));
  }
}

/** Who calls, before anything of the call is read. */
async function callerOf({ ground, clock }: StaffParts, request: Request) {
  const header = Bearer.safeParse(request.get('authorization'));
  if (!header.success) return 'none';
  return sessionOf(ground, header.data.slice('Bearer '.length), clock());
}

/** Somebody tried what is for other roles: refused, and written down. */
async function recordRefusal(
  { ground, clock }: StaffParts,
  { staff }: Caller,
  route: StaffRoute,
): Promise<void> {
  const about = `${route.method} ${route.path}`;
  await commitAudited(ground, clock, async () => ({
    writes: [],
    deeds: [{ by: staff.id, action: 'refused', about }],
  }));
}

/** Reads the body of a call, once it is known whose it is: octets as they are, or JSON. */
function bodyReader({
  octets,
  most,
}: StaffRoute): (request: Request, response: Response) => Promise<unknown> {
  const read =
    octets === undefined
      ? express.json({ limit: most, inflate: false, strict: true })
      : express.raw({ type: () => true, limit: octets, inflate: false });
  return (request, response) =>
    new Promise((resolve, reject) => {
      read(request, response, (error?: unknown) => {
        if (error !== undefined) reject(error);
        else resolve(octets === undefined ? request.body : Octets.safeParse(request.body).data);
      });
    });
}

/** Session, then role, then shape, then what the route does; the roles are read at each call. */
function handled(parts: StaffParts, route: StaffRoute) {
  const readBody = bodyReader(route);
  return async (request: Request, response: Response): Promise<void> => {
    const caller = await callerOf(parts, request);
    if (caller === 'none') return refuse(response, 'not_signed_in');
    if (caller === 'not_staff') return refuse(response, 'no_longer_staff');
    if (!route.roles.some((role) => caller.staff.roles.includes(role))) {
      await recordRefusal(parts, caller, route);
      return refuse(response, 'role_too_low');
    }
    const body = await readBody(request, response);
    const { params, query } = request;
    const given = await route.run(parts, { ...caller, params, query, body, now: parts.clock() });
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

/**
 * `/api/staff/*`: `open` needs no session (signing in), everything of `routes` needs one and a role. Answers are
 * JSON; nothing is cached.
 */
export function staffRouter(parts: StaffParts, open: Router, routes: readonly StaffRoute[]): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(BASE, (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });
  router.use(BASE, open);
  for (const route of routes) router[route.method](`${BASE}${route.path}`, handled(parts, route));
  router.use(BASE, (_request, response) => refuse(response, 'not_found'));
  router.use(BASE, onError(parts));
  return router;
}
