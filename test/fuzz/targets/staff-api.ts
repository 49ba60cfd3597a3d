import fc from 'fast-check';
import type { StaffRoute } from '../../../bot/staff/route.ts';
import { staffRoutes } from '../../../bot/staff/routes.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { seenValue, settled, valuesOf } from '../from-schema.ts';
import { deepJson, hostileText, hostileValue, onceIn } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import type { Stage } from '../stage.ts';
import { asked, targetOf } from '../target.ts';

interface Call {
  /** Its place in the list of routes. */
  route: number;
  at: string;
  who: number;
  params: unknown;
  ofSchema: boolean;
  segments: unknown[];
  query: unknown;
  body: unknown;
  /** Sent instead of what the body would be. */
  raw: string | undefined;
  spoils: Mutation[] | undefined;
}

const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const segment = (name: string) =>
  fc.oneof(
    { weight: 12, arbitrary: seenValue(name) },
    { weight: 2, arbitrary: seenValue('id') },
    { weight: 1, arbitrary: seenValue('handle') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('0', '1', '2026-11', '2569', '2570', 'units', 'profile', 'a'.repeat(24)),
    },
    { weight: 2, arbitrary: hostileText },
  );
const octets = fc.oneof(fc.uint8Array({ maxLength: 4000 }), fc.constant(new Uint8Array(600_000)));

/** Those of the staff who may call a route, by their numbers. */
const allowed = ({ roles }: StaffRoute): number[] =>
  demoStaff.flatMap((staff, nth) => (staff.roles.some((role) => roles.includes(role)) ? [nth] : []));

const callOf = (route: StaffRoute, nth: number): fc.Arbitrary<Call> =>
  fc.record({
    route: fc.constant(nth),
    at: fc.constant(`${route.method} ${route.path}`),
    who: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...allowed(route)) },
      { weight: 1, arbitrary: fc.nat(5) },
    ),
    params: valuesOf(route.shapes.params),
    ofSchema: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    segments: fc.tuple(...namesIn(route.path).map(segment)),
    query: route.method === 'get' ? valuesOf(route.shapes.query) : fc.constant({}),
    body: route.octets === undefined ? valuesOf(route.shapes.body) : octets,
    raw: onceIn(
      12,
      fc.oneof(
        { weight: 3, arbitrary: hostileText },
        { weight: 1, arbitrary: deepJson },
        hostileValue.map((one) => JSON.stringify(one)),
      ),
    ),
    spoils: onceIn(10, mutations),
  });

/** As it stands in an address: lone surrogates have no place in one. */
const written = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

function pathOf(route: StaffRoute, { params, ofSchema, segments, query }: Call, { harvest }: Stage): string {
  const drawn = settled(params, harvest);
  const fields = new Map(typeof drawn === 'object' && drawn !== null ? Object.entries(drawn) : []);
  let nth = 0;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const given = settled(segments[nth], harvest);
    nth += 1;
    return written(ofSchema ? (fields.get(name) ?? given) : given).slice(0, 300);
  });
  const asks = settled(query, harvest);
  const parts = typeof asks === 'object' && asks !== null ? Object.entries(asks) : [];
  const said = parts.map(([name, value]) => `${written(name)}=${written(value).slice(0, 2000)}`).join('&');
  return `/api/staff${path}${said === '' ? '' : `?${said}`}`;
}

function bodyOf(
  route: StaffRoute,
  { body, raw, spoils }: Call,
  { harvest }: Stage,
): string | Uint8Array | undefined {
  if (route.method === 'get') return undefined;
  const plain = raw ?? (body instanceof Uint8Array ? body : (JSON.stringify(settled(body, harvest)) ?? ''));
  return spoils === undefined ? plain : mutated(Buffer.from(plain), spoils);
}

/** Somebody put themself or another off the staff: they are put back on it, and sign in anew. */
const MAY_END = /\/session$|\/people\//;

const calls = fc.oneof(...staffRoutes.map(callOf));

/** Every route of the staff's API, taken from its list, by people of every role. */
export const staffApi = targetOf<Call>({
  name: 'staff-api',
  many: 50_000,
  few: 900,
  round: 4000,
  atOnce: 24,
  keepsNothing: false,
  inputs: () => calls,
  async give(stage, call, oracle) {
    const bearer = await stage.bearer(call.who);
    const route = staffRoutes[call.route];
    if (route === undefined) return 'there is no such route';
    const path = pathOf(route, call, stage);
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const method = route.method.toUpperCase();
    const fault = await asked(stage, oracle, { method, path, headers, body: bodyOf(route, call, stage) });
    if (method !== 'GET' && MAY_END.test(route.path)) {
      for (let nth = 0; nth < 6; nth += 1) await stage.bearer(nth, true);
    }
    return fault;
  },
});
