import fc from 'fast-check';
import type { z } from 'zod';
import {
  Confirmation,
  DraftId,
  Erasing,
  LookupId,
  lookupSubject,
  Question,
  Words,
} from '../../../sealing/form-contract.ts';
import { solveWork } from '../../../sealing/proof-of-work.ts';
import { settled, valuesOf } from '../from-schema.ts';
import { deepJson, hostileText, hostileValue, objectOf, onceIn } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import { type Listed, routesOf } from '../routes.ts';
import type { Stage } from '../stage.ts';
import { asked, targetOf } from '../target.ts';

interface Call {
  route: Listed;
  segments: string[];
  body: unknown;
  /** Whether the arithmetic was done for it: then it is looked at more closely. */
  worked: boolean;
  raw: string | Uint8Array | undefined;
  spoils: Mutation[] | undefined;
  type: string;
  work: string;
}

const BITS = 12;
const LOOKUP = 'A'.repeat(43);
let work: { day: string; nonce: number } | undefined;

/** Work for one look-up id, done once. */
function workDone(day: string): { day: string; nonce: number } {
  if (work?.day !== day) {
    work = { day, nonce: solveWork({ agencyId: 'khoen', day, subject: lookupSubject(LOOKUP) }, BITS) };
  }
  return work;
}

const bodies: Record<string, z.ZodType> = {
  'POST /api/tips/:draft': Confirmation,
  'POST /api/track': Question,
  'POST /api/track/erasure': Erasing,
  'PUT /api/track/:n': Words,
};
const types = fc.constantFrom(
  'application/json',
  'application/json',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/json; charset=nope',
  'multipart/form-data; boundary=x',
);
const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('1', '2', '60', '61', '0', '-1', '999', 'c'.repeat(24), LOOKUP) },
  { weight: 1, arbitrary: valuesOf(DraftId).map(String) },
  { weight: 1, arbitrary: valuesOf(LookupId).map(String) },
  { weight: 1, arbitrary: hostileText },
);

const callOf = (route: Listed): fc.Arbitrary<Call> =>
  fc.record({
    route: fc.constant(route),
    segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
    body: valuesOf(bodies[`${route.method} ${route.path}`]),
    worked: fc.boolean(),
    raw: onceIn(
      6,
      fc.oneof(
        hostileText,
        deepJson,
        fc.uint8Array({ maxLength: 3000 }),
        hostileValue.map((one) => JSON.stringify(one)),
      ),
    ),
    spoils: onceIn(8, mutations),
    type: types,
    work: fc.oneof(
      fc.constantFrom('', '2026-11-24 1', '9999-99-99 99', '2026-11-24 999999999999'),
      fc.string(),
    ),
  });

const written = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 600);
/** What may stand in a header. */
const inHeader = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');

/** Routes that take something without an account: the private form, the follow-up page, and their like. */
const isForm = ({ path }: Listed): boolean => /^\/api\/(tips|track)/.test(path);

function requestOf(call: Call, stage: Stage) {
  const { route, segments, body, worked, raw, spoils, type } = call;
  let nth = 0;
  const path = route.path.replace(/:\w+/g, () => {
    nth += 1;
    return written(segments[nth - 1] ?? '');
  });
  const given = settled(body, stage.harvest);
  const isPlain = typeof given === 'object' && given !== null && !Array.isArray(given);
  const whole =
    worked && isPlain
      ? objectOf([...Object.entries(given), ['lookup', LOOKUP], ['work', workDone('2026-11-24')]])
      : given;
  const plain = raw ?? JSON.stringify(whole) ?? '';
  return {
    method: route.method,
    path,
    headers: { 'content-type': type, 'prongsai-work': inHeader(call.work) },
    body:
      route.method === 'GET' ? undefined : spoils === undefined ? plain : mutated(Buffer.from(plain), spoils),
  };
}

let drawn: fc.Arbitrary<Call> | undefined;

/** `/api/tips` and `/api/track`, routes as the application lists them. */
export const formsApi = targetOf<Call>({
  name: 'forms-api',
  many: 80_000,
  few: 500,
  round: 5000,
  atOnce: 24,
  keepsNothing: false,
  inputs: (stage) => {
    drawn ??= fc.oneof(...routesOf(stage.router).filter(isForm).map(callOf));
    return drawn;
  },
  give: (stage, call, oracle) => asked(stage, oracle, requestOf(call, stage)),
});
