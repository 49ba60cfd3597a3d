import { createHash } from 'node:crypto';
import { z } from 'zod';

const Fields = z.record(z.string(), z.unknown());

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Fields.safeParse(value);
  if (!fields.success) return JSON.stringify(value) ?? 'null';
  const named = Object.entries(fields.data).filter(([, field]) => field !== undefined);
  return `{${named
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(',')}}`;
}

/** Names a value as it now is: a change that was made to another one is refused. */
export const editionOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
