import fc from 'fast-check';
import { z } from 'zod';
import type { Harvest } from './harvest.ts';
import { hostileText, hostileValue, objectOf } from './hostile.ts';

/** Stands for a value that the server gave away under one of these names; told apart when it is sent. */
class Seen {
  readonly names: readonly string[];
  readonly nth: number;
  constructor(names: readonly string[], nth: number) {
    this.names = names;
    this.nth = nth;
  }
}

/** What of a JSON schema is drawn from; whatever else it says is left to the server to refuse. */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof Schema>;

const MOST_DEPTH = 8;
const SAFE = { least: -1_000_000, most: 1_000_000 };
const day = fc
  .date({ min: new Date('2023-10-01'), max: new Date('2027-09-30'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('ถนนหน้าศาลาเป็นหลุม', 'หมู่ 3', 'ก', 'works', '1') },
  { weight: 1, arbitrary: hostileText },
);

/** Fields that hold what only the server gives away. */
const IS_NAMED = /^(id|edition|handle|mark|cursor|sha256|unit|category|place|assignee|caseId|value)$|Id$/;
/** What else a field of such a name may be called where the server gives it away. */
const ALSO: Record<string, readonly string[]> = {
  caseId: ['id'],
  into: ['id', 'number'],
  with: ['id', 'number'],
  to: ['handle', 'id'],
  assignee: ['handle'],
  unit: ['id'],
  category: ['id'],
  place: ['id'],
  mark: ['mark'],
};

const seen = (name: string): fc.Arbitrary<unknown> =>
  fc.nat(39).map((nth) => new Seen([name, ...(ALSO[name] ?? [])], nth));

function textOf({ pattern, format, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date') return day.map((text) => text.slice(0, 10));
  if (format === 'date-time') return day;
  if (format === 'uri')
    return fc.constantFrom('https://example.org/a', 'http://127.0.0.1:1/', 'javascript:alert(1)');
  if (pattern === undefined) return words.map((text) => text.slice(0, maxLength));
  return matching(pattern);
}

const known = new Map<string, fc.Arbitrary<unknown>>();

/** Texts that match a pattern, mostly; drawing up what matches costs much, and is done once for each. */
function matching(pattern: string): fc.Arbitrary<unknown> {
  const made = known.get(pattern);
  if (made !== undefined) return made;
  let drawn: fc.Arbitrary<unknown> = words;
  try {
    drawn = fc.oneof({ weight: 9, arbitrary: fc.stringMatching(new RegExp(pattern)) }, words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  known.set(pattern, drawn);
  return drawn;
}

function numberOf({ minimum = SAFE.least, maximum = SAFE.most }: Schema): fc.Arbitrary<unknown> {
  const min = Math.max(Math.ceil(minimum), Number.MIN_SAFE_INTEGER);
  const max = Math.min(Math.floor(maximum), Number.MAX_SAFE_INTEGER);
  return min <= max ? fc.integer({ min, max }) : fc.constant(minimum);
}

/** Draws values that a schema takes, as far as JSON Schema can say what it takes. */
function drawing(root: Schema) {
  const definitions = z.record(z.string(), z.unknown()).catch({}).parse(root.$defs);

  function object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    const fields = Object.entries(properties).map(([name, field]) => {
      const value = fc.oneof(
        { weight: IS_NAMED.test(name) ? 1 : 9, arbitrary: draw(field, depth + 1) },
        { weight: IS_NAMED.test(name) ? 9 : 1, arbitrary: seen(name) },
      );
      return required.includes(name)
        ? value.map((one) => [name, one] as const)
        : fc.option(value, { nil: undefined }).map((one) => [name, one] as const);
    });
    return fc.tuple(...fields).map((drawn) => objectOf(drawn.filter(([, value]) => value !== undefined)));
  }

  function draw(value: unknown, depth: number): fc.Arbitrary<unknown> {
    const read = Schema.safeParse(value);
    if (!read.success || depth > MOST_DEPTH) return hostileValue;
    const schema = read.data;
    const { $ref, anyOf, oneOf, allOf, items, prefixItems, type } = schema;
    if ($ref !== undefined) return draw(definitions[$ref.split('/').at(-1) ?? ''] ?? root, depth + 1);
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choices = anyOf ?? oneOf;
    if (choices !== undefined && choices.length > 0)
      return fc.oneof(...choices.map((one) => draw(one, depth + 1)));
    if (allOf?.[0] !== undefined) return draw(allOf[0], depth + 1);
    switch (Array.isArray(type) ? type[0] : type) {
      case 'object':
        return object(schema, depth);
      case 'array':
        if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => draw(one, depth + 1)));
        return fc.array(draw(items, depth + 1), { maxLength: 4 });
      case 'string':
        return textOf(schema);
      case 'integer':
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return hostileValue;
    }
  }
  return draw(root, 0);
}

/** One place of a value is spoilt; counted through all places, depth first. */
export interface Spoiling {
  place: number;
  how: 'replace' | 'drop' | 'wrap' | 'add';
  name: string;
  value: unknown;
}

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  place: fc.nat(60),
  how: fc.constantFrom('replace', 'replace', 'drop', 'wrap', 'add'),
  name: fc.constantFrom('__proto__', 'constructor', 'prototype', 'extra', 'id', 'version'),
  value: hostileValue,
});

function spoilt(value: unknown, { place, how, name, value: hostile }: Spoiling): unknown {
  let left = place;
  const walk = (one: unknown): unknown => {
    left -= 1;
    if (left === -1) {
      if (how === 'wrap') return [one];
      if (how === 'drop') return undefined;
      const isPlain =
        typeof one === 'object' && one !== null && !Array.isArray(one) && !(one instanceof Seen);
      return how === 'add' && isPlain ? objectOf([...Object.entries(one), [name, hostile]]) : hostile;
    }
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null || one instanceof Seen) return one;
    return objectOf(Object.entries(one).map(([key, field]) => [key, walk(field)] as const));
  };
  return walk(value);
}

/** Values of a schema, whole or with one place spoilt; sometimes something else altogether. */
export function valuesOf(schema: z.ZodType | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined) return fc.oneof(fc.constant({}), hostileValue);
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const whole = drawing(Schema.parse(json));
  return fc.oneof(
    { weight: 10, arbitrary: whole },
    { weight: 5, arbitrary: fc.tuple(whole, spoiling).map(([value, spoils]) => spoilt(value, spoils)) },
    { weight: 1, arbitrary: hostileValue },
  );
}

/** A value given away under a name. */
export const seenValue = seen;

/** The value with what was seen in its places, as it is sent. */
export function settled(value: unknown, harvest: Harvest): unknown {
  if (value instanceof Seen) {
    for (const name of value.names) {
      const given = harvest.give(name, value.nth);
      if (given !== undefined) return given;
    }
    return 'a'.repeat(20);
  }
  if (Array.isArray(value)) return value.map((one) => settled(one, harvest));
  if (typeof value !== 'object' || value === null) return value;
  return objectOf(Object.entries(value).map(([key, field]) => [key, settled(field, harvest)] as const));
}
