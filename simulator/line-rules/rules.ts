/**
 * The few pieces that LINE's message rules are put together from. A rule looks at one value and tells what
 * is wrong with it; it never throws and never changes anything.
 */

/** What LINE answers in `details[]`: where, and what is wrong, in LINE's words. */
export type Problem = { property: string; message: string };

/** `property` is the path of `value` in the request body, such as `messages[0].text`. */
export type Rule = (value: unknown, property: string) => Problem[];

export function problem(property: string, message: string): Problem[] {
  return [{ property, message }];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * Length as a reader counts it: a Thai vowel or tone mark does not count alone.
 * @see https://developers.line.biz/en/docs/messaging-api/text-character-count/
 */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

type TextBounds = { min?: number; max: number; unit?: 'utf16' | 'grapheme' };

export function text({ min = 1, max, unit = 'utf16' }: TextBounds): Rule {
  return (value, property) => {
    if (typeof value !== 'string') return problem(property, 'Must be a string');
    // A text has never more grapheme clusters than UTF-16 units: most need no segmenting.
    const short = unit === 'utf16' || value.length <= max;
    const length = short ? value.length : graphemeCount(value);
    if (length === 0 && min > 0) return problem(property, 'May not be empty');
    if (length < min || length > max) {
      return problem(property, `Length must be between ${min === 1 ? 0 : min} and ${max}`);
    }
    return [];
  };
}

export function oneOf(...allowed: string[]): Rule {
  return (value, property) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : problem(property, `Must be one of the following values: [${allowed.join(', ')}]`);
}

export function matching(pattern: RegExp, message: string): Rule {
  return (value, property) =>
    typeof value === 'string' && pattern.test(value) ? [] : problem(property, message);
}

/** Both bounds are allowed values. */
export function number({ min, max = Number.MAX_SAFE_INTEGER, integer = false }: NumberBounds): Rule {
  return (value, property) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return problem(property, 'Must be a number');
    if (integer && !Number.isInteger(value)) return problem(property, 'Must be an integer');
    return value < min || value > max ? problem(property, `Must be between ${min} and ${max}`) : [];
  };
}
type NumberBounds = { min: number; max?: number; integer?: boolean };

export const boolean: Rule = (value, property) =>
  typeof value === 'boolean' ? [] : problem(property, 'Must be true or false');

/** @see https://developers.line.biz/en/reference/messaging-api/#box (`#RRGGBB` or `#RRGGBBAA`) */
export const color = matching(/^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/, 'invalid color code');

/**
 * An address that LINE's servers fetch: HTTPS only, percent-encoded.
 * @see https://developers.line.biz/en/reference/messaging-api/#url-encoding
 */
export function httpsUrl(max = 2000): Rule {
  const length = text({ max });
  return (value, property) => {
    const found = length(value, property);
    if (found.length > 0 || typeof value !== 'string') return found;
    if (!/^https:/i.test(value)) return problem(property, 'invalid uri scheme');
    return URL.canParse(value) && /^[\x21-\x7e]+$/.test(value) ? [] : problem(property, 'invalid uri');
  };
}

export function list(item: Rule, { min, max }: { min: number; max: number }): Rule {
  return (value, property) => {
    if (!Array.isArray(value)) return problem(property, 'Must be an array');
    if (value.length < min || value.length > max) {
      return problem(property, `Size must be between ${min} and ${max}`);
    }
    return value.flatMap((each: unknown, index) => item(each, `${property}[${index}]`));
  };
}

export type Shape = { required?: Record<string, Rule>; optional?: Record<string, Rule> };

/**
 * An object with exactly these properties; others are refused. A property that is `undefined` counts as
 * absent, as it is in JSON.
 */
export function record({ required = {}, optional = {} }: Shape): Rule {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, property) => {
    if (!isRecord(value)) return problem(property, 'Must be an object');
    const at = (key: string) => (property === '' ? key : `${property}.${key}`);
    const missing = Object.keys(required)
      .filter((key) => value[key] === undefined)
      .flatMap((key) => problem(at(key), 'must be specified'));
    const wrong = Object.entries(value).flatMap(([key, each]) => {
      if (each === undefined) return [];
      const rule = known.get(key);
      return rule === undefined ? problem(at(key), 'invalid property') : rule(each, at(key));
    });
    return [...missing, ...wrong];
  };
}

/** Objects told apart by their `type`. */
export function byType(rules: Record<string, Rule>): Rule {
  const types = oneOf(...Object.keys(rules));
  return (value, property) => {
    if (!isRecord(value)) return problem(property, 'Must be an object');
    const { type } = value;
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule === undefined ? types(type, `${property}.type`) : rule(value, property);
  };
}

/** Several rules about the same value; all their problems are told. */
export function all(...rules: Rule[]): Rule {
  return (value, property) => rules.flatMap((rule) => rule(value, property));
}

/** For what another rule has already named, such as `type`. */
export const anything: Rule = () => [];
