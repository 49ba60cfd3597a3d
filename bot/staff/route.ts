import type { z } from 'zod';
import type { Role, Staff } from '../../domain/agency/staff.ts';
import type { StaffRefusal } from '../../domain/staff/refusal.ts';
import type { StaffParts } from './parts.ts';

/** One call of a signed-in person, its parts parsed. `now` is milliseconds since the epoch. */
export interface StaffCall<Params, Query, Body> {
  staff: Staff;
  /** The mark of the session the call came with, and when it ends, in milliseconds since the epoch. */
  session: string;
  until: number;
  params: Params;
  query: Query;
  body: Body;
  now: number;
}

/** `octets` are sent as they are; `name` makes them a file to be saved. */
export type StaffAnswer =
  | { json: unknown }
  | { octets: Uint8Array; type: string; name?: string }
  | { refuse: StaffRefusal; now?: unknown };

type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface RouteOf<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As Express writes it, below `/api/staff`: `/cases/:caseId`. */
  path: `/${string}`;
  /** Any one of these is enough; everybody else is refused and written into the audit. */
  roles: readonly Role[];
  params?: Params;
  query?: Query;
  /** JSON, unless `octets` says otherwise. */
  body?: Body;
  /** The body is octets, as a `Uint8Array`; at most so many. */
  octets?: number;
  /** Longest JSON body, in octets; 64 KiB unless said otherwise. */
  most?: number;
  handle(
    parts: StaffParts,
    call: StaffCall<Parsed<Params>, Parsed<Query>, Parsed<Body>>,
  ): Promise<StaffAnswer>;
}

/** A call before its parts are parsed. */
export type RawCall = StaffCall<unknown, unknown, unknown>;

/** What the parts of a call are parsed by; undefined where a route reads none. */
export interface Shapes {
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
}

/** A route as the router and the matrix of roles know it. */
export interface StaffRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  path: `/${string}`;
  roles: readonly Role[];
  octets: number | undefined;
  most: number;
  shapes: Shapes;
  /** Parses and handles; undefined where something is not of its shape. */
  run(parts: StaffParts, raw: RawCall): Promise<StaffAnswer | undefined>;
}

const MOST_JSON = 64 * 1024;

/** A route of the staff's API: its schemas give `handle` its types. */
export function staffRoute<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(route: RouteOf<Params, Query, Body>): StaffRoute {
  const { method, path, roles, params, query, body, octets, most = MOST_JSON } = route;
  const parse = <Schema extends z.ZodType | undefined>(schema: Schema, value: unknown) =>
    schema === undefined ? ({ success: true, data: undefined } as const) : schema.safeParse(value);
  return {
    method,
    path,
    roles,
    octets,
    most,
    shapes: { params, query, body },
    async run(parts, raw) {
      const parsed = {
        params: parse(params, raw.params),
        query: parse(query, raw.query),
        body: parse(body, raw.body),
      };
      if (!parsed.params.success || !parsed.query.success || !parsed.body.success) return undefined;
      const { staff, session, until, now } = raw;
      return route.handle(parts, {
        staff,
        session,
        until,
        now,
        params: parsed.params.data as Parsed<Params>,
        query: parsed.query.data as Parsed<Query>,
        body: parsed.body.data as Parsed<Body>,
      });
    },
  };
}
