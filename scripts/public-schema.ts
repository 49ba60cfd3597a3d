import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { HomePage } from '../domain/published/home.ts';

/** Where the published JSON schema of `GET /api/public` stands. */
export const PUBLIC_SCHEMA = fileURLToPath(new URL('../docs/api/public.schema.json', import.meta.url));

/** The JSON schema (draft 2020-12) of what `GET /api/public` answers, as the file holds it. */
export function publicSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(HomePage, { target: 'draft-2020-12', io: 'output' });
  const titled = {
    $schema,
    title: 'GET /api/public',
    description: 'The ITA result of an agency and what it publishes beside it. Scores are of 100.',
    ...rest,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
