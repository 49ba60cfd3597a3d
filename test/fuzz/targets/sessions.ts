import fc from 'fast-check';
import { staffRoutes } from '../../../bot/staff/routes.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { deepJson, hostileText, hostileValue, objectOf, onceIn } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import type { Stage } from '../stage.ts';
import { asked, targetOf } from '../target.ts';

/** What may stand in a header, as Node lets it be sent. */
const inHeader = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 6000);
const token = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((octets) => Buffer.from(octets).toString('base64url'));

interface Knock {
  header: string | undefined;
  route: number;
}

/** Bearers of no session, at every route. */
export const bearers = targetOf<Knock>({
  name: 'bearers',
  many: 200_000,
  few: 1000,
  round: 10_000,
  atOnce: 48,
  keepsNothing: true,
  inputs: () =>
    fc.record({
      header: fc.oneof(
        { weight: 4, arbitrary: token.map((one) => `Bearer ${one}`) },
        { weight: 2, arbitrary: hostileText.map((text) => `Bearer ${inHeader(text)}`) },
        { weight: 1, arbitrary: hostileText.map(inHeader) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'Basic YTpi',
            'bearer x',
            'Bearer',
            `Bearer ${'A'.repeat(42)}\u00e9`,
            undefined,
          ),
        },
      ),
      route: fc.nat(staffRoutes.length - 1),
    }),
  give(stage, { header, route }, oracle) {
    const { method = 'get', path = '/me' } = staffRoutes[route] ?? {};
    const headers = {
      'content-type': 'application/json',
      ...(header === undefined ? {} : { authorization: header }),
    };
    return asked(stage, oracle, {
      method: method.toUpperCase(),
      path: `/api/staff${path.replace(/:\w+/g, 'a')}`,
      headers,
      body: method === 'get' ? undefined : '{}',
    });
  },
});

interface SignIn {
  claims: readonly (readonly [string, unknown])[];
  spoils: Mutation[] | undefined;
  /** Sent instead of a token. */
  text: string | undefined;
  raw: string | undefined;
  isTicket: boolean;
}

/** ID tokens of other claims, spoilt ones, other texts; tickets that nobody gave away. */
export const idTokens = targetOf<SignIn>({
  name: 'id-tokens',
  many: 30_000,
  few: 300,
  round: 5000,
  atOnce: 12,
  keepsNothing: false,
  inputs: () =>
    fc.record({
      claims: fc.array(
        fc.tuple(
          fc.constantFrom(
            'sub',
            'aud',
            'iss',
            'exp',
            'iat',
            'nbf',
            'amr',
            '__proto__',
            'constructor',
            'name',
          ),
          fc.oneof(
            fc.constantFrom<unknown>(0, 1, 9e15, -1, [], ['1650000000'], demoStaff[0]?.id),
            hostileValue,
          ),
        ),
        { maxLength: 3 },
      ),
      spoils: onceIn(2, mutations),
      text: onceIn(
        5,
        fc.oneof(
          hostileText,
          fc.tuple(token, token, token).map((parts) => parts.join('.')),
        ),
      ),
      raw: onceIn(
        15,
        fc.oneof(
          hostileText,
          deepJson,
          hostileValue.map((one) => JSON.stringify(one)),
        ),
      ),
      isTicket: fc.boolean(),
    }),
  async give(stage, { claims, spoils, text, raw, isTicket }, oracle) {
    const compact = text ?? (await tokenOf(stage, claims));
    const sent = spoils === undefined ? compact : mutated(Buffer.from(compact), spoils).toString('latin1');
    return asked(stage, oracle, {
      method: 'POST',
      path: `/api/staff/${isTicket ? 'session' : 'sign-in'}`,
      headers: { 'content-type': 'application/json' },
      body: raw ?? JSON.stringify(isTicket ? { ticket: sent } : { idToken: sent }),
    });
  },
});

async function tokenOf(
  { simulator }: Stage,
  claims: readonly (readonly [string, unknown])[],
): Promise<string> {
  const { tokens } = simulator.login;
  const iat = Math.floor(simulator.platform.now() / 1000);
  const whole = {
    iss: 'https://access.line.me',
    sub: demoStaff[0]?.id,
    aud: tokens.channelId,
    exp: iat + 3600,
    iat,
  };
  try {
    return await tokens.sign(
      Object.fromEntries(Object.entries(objectOf([...Object.entries(whole), ...claims]))),
    );
  } catch {
    return tokens.issue(demoStaff[0]?.id ?? '');
  }
}

interface Turning {
  route: number;
  who: number;
  cursor: string;
  spoils: Mutation[] | undefined;
  isSeen: boolean;
}

const lists = [
  '/cases?view=all',
  '/audit?x=1',
  '/tips?x=1',
  '/proposals?x=1',
  '/register?year=2570&preset=first_half',
  '/survey-comments?year=2570',
];

/** Cursors: spoilt ones of this server's own, at the list that gave them and at others, and any text. */
export const cursors = targetOf<Turning>({
  name: 'cursors',
  many: 25_000,
  few: 300,
  round: 5000,
  atOnce: 24,
  keepsNothing: false,
  inputs: () =>
    fc.record({
      route: fc.nat(lists.length - 1),
      who: fc.nat(5),
      cursor: fc.oneof(hostileText, token, fc.base64String({ maxLength: 200 })),
      spoils: onceIn(2, mutations),
      isSeen: fc.boolean(),
    }),
  async give(stage, { route, who, cursor, spoils, isSeen }, oracle) {
    const bearer = await stage.bearer(who);
    const given = isSeen
      ? (stage.harvest.give('cursor', who) ?? stage.harvest.give('next', who) ?? cursor)
      : cursor;
    const text = String(given);
    const sent = spoils === undefined ? text : mutated(Buffer.from(text), spoils).toString();
    const place = encodeURIComponent(sent.toWellFormed()).slice(0, 4000);
    return asked(stage, oracle, {
      method: 'GET',
      path: `/api/staff${lists[route]}&cursor=${place}&after=${place}`,
      headers: { authorization: `Bearer ${bearer}` },
    });
  },
});
