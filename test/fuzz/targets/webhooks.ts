import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { deepJson, hostileText, hostileValue, MARK, objectOf, onceIn } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import { asked, targetOf } from '../target.ts';
import { around, bodyOf, signed } from '../webhooks.ts';

const odd = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: hostileValue });
const digits = fc.nat().map(String);

const message = fc.record(
  {
    type: odd(fc.constantFrom('text', 'image', 'audio', 'video', 'file', 'location', 'sticker', 'flex')),
    id: odd(digits),
    text: odd(
      fc.oneof(fc.constantFrom('เมนู', '1', 'ยกเลิก', 'ถนนเป็นหลุม', '1111 1111 1111 1111'), hostileText),
    ),
    latitude: odd(fc.double({ min: -90, max: 90, noNaN: true })),
    longitude: odd(fc.double({ min: -180, max: 180, noNaN: true })),
    title: odd(hostileText),
    address: odd(hostileText),
    quoteToken: odd(hostileText),
    emojis: hostileValue,
    mention: hostileValue,
  },
  { requiredKeys: ['type', 'id'] },
);

const source = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.nat(50).map((n) => ({ type: 'user', userId: `U${String(n).padStart(32, '0')}` })),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('group'), groupId: fc.constantFrom('C1', 'C2') }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'room', roomId: 'R1' }, { type: 'other' }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('user'), userId: hostileText }) },
  { weight: 1, arbitrary: hostileValue },
);

const event = fc.record(
  {
    type: odd(
      fc.constantFrom(
        'message',
        'message',
        'message',
        'postback',
        'unsend',
        'follow',
        'unfollow',
        'join',
        'leave',
        'beacon',
      ),
    ),
    message: odd(message),
    postback: odd(fc.record({ data: odd(hostileText), params: hostileValue }, { requiredKeys: ['data'] })),
    unsend: odd(fc.record({ messageId: odd(digits) })),
    source,
    mode: odd(fc.constantFrom('active', 'standby')),
    timestamp: odd(fc.nat()),
    webhookEventId: onceIn(20, hostileValue),
    replyToken: onceIn(10, hostileValue),
    deliveryContext: odd(fc.record({ isRedelivery: fc.boolean() })),
    extra: onceIn(10, hostileValue),
  },
  { requiredKeys: ['type', 'source'] },
);

interface Body {
  events: unknown[];
  whole: [string, unknown] | undefined;
  raw: string | undefined;
  spoils: Mutation[] | undefined;
}

const body: fc.Arbitrary<Body> = fc.record({
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
  whole: onceIn(
    15,
    fc.tuple(fc.constantFrom('events', 'destination', '__proto__', 'constructor'), hostileValue),
  ),
  raw: onceIn(
    20,
    fc.oneof(
      hostileText,
      deepJson,
      hostileValue.map((one) => JSON.stringify(one)),
    ),
  ),
  spoils: onceIn(5, mutations),
});

function written({ events, whole, raw, spoils }: Body, around: object): Buffer {
  const fields = objectOf([
    ...Object.entries(around),
    ['events', events],
    ...(whole === undefined ? [] : [whole]),
  ]);
  const plain = Buffer.from(raw ?? JSON.stringify(fields));
  return spoils === undefined ? plain : mutated(plain, spoils);
}

const withIds = (event: unknown): unknown => {
  const ids = around('', randomBytes(16).toString('hex'));
  const given = typeof event === 'object' && event !== null ? Object.entries(event) : [];
  const { webhookEventId, replyToken, timestamp, mode } = ids;
  const named = Object.entries({ webhookEventId, replyToken, timestamp, mode });
  return objectOf([...named, ...given.filter(([, value]) => value !== undefined)]);
};

/** Bodies that LINE has signed, of any shape. */
export const webhookSigned = targetOf<Body>({
  name: 'webhook-signed',
  many: 160_000,
  few: 1000,
  round: 5000,
  atOnce: 32,
  keepsNothing: false,
  inputs: () => body,
  give: (stage, drawn, oracle) => {
    const octets = written({ ...drawn, events: drawn.events.map(withIds) }, bodyOf(stage, []));
    return asked(stage, oracle, signed(stage, octets));
  },
});

interface Unsigned {
  body: Body;
  path: string;
  method: string;
  signature: string | undefined;
  type: string;
}

/** Bodies that nobody signed, or somebody else. */
export const webhookUnsigned = targetOf<Unsigned>({
  name: 'webhook-unsigned',
  many: 300_000,
  few: 2000,
  round: 10_000,
  atOnce: 48,
  keepsNothing: true,
  inputs: () =>
    fc.record({
      body,
      path: fc.oneof(
        fc.constantFrom(
          '/webhook',
          '/webhook',
          '/webhook/khoen',
          '/webhook/__proto__',
          '/webhook/%',
          `/webhook/${MARK}`,
        ),
        hostileText.map((text) => `/webhook/${encodeURIComponent(text.toWellFormed()).slice(0, 2000)}`),
      ),
      method: fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE', 'PATCH', 'OPTIONS'),
      signature: onceIn(
        2,
        fc.oneof(
          fc
            .uint8Array({ minLength: 32, maxLength: 32 })
            .map((octets) => Buffer.from(octets).toString('base64')),
          fc.string(),
          fc.constantFrom('', '=', 'a'.repeat(5000)),
        ),
      ),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data',
        'application/json; charset=utf-7',
        '',
      ),
    }),
  give: (stage, { body: drawn, path, method, signature, type }, oracle) =>
    asked(stage, oracle, {
      method,
      path,
      headers: {
        'content-type': type,
        ...(signature === undefined ? {} : { 'x-line-signature': signature }),
      },
      body: method === 'GET' ? undefined : written(drawn, bodyOf(stage, [])),
    }),
});
