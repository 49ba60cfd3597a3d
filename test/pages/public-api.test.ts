import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PUBLIC_SCHEMA, publicSchema } from '../../scripts/public-schema.ts';
import { type Khoen, openKhoen } from './khoen.ts';
import { openStage, wholePage } from './stage.ts';

const Json = z.record(z.string(), z.json());

let khoen: Khoen;
beforeAll(async () => {
  khoen = await openKhoen();
}, 60_000);
afterAll(() => khoen.close());

/** The committed file, as a validator that is not ours reads it; what it finds wrong, by place. */
async function openValidator(): Promise<(answer: unknown) => string[]> {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(Json.parse(JSON.parse(await readFile(PUBLIC_SCHEMA, 'utf8'))));
  return (answer) =>
    validate(answer) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.keyword}`);
}

const answerOf = async (url: string) => Json.parse(await (await fetch(`${url}/api/public`)).json());

it('the schema in docs is the one that the answer is made by', async () => {
  expect(await readFile(PUBLIC_SCHEMA, 'utf8'), 'npm run api:schema').toBe(publicSchema());
});

it('what is answered fits the schema: the whole product, and a page with everything', async () => {
  const wrong = await openValidator();
  const answer = await answerOf(khoen.url);
  expect(wrong(answer)).toEqual([]);
  expect(answer.result).toBeDefined();
  const stage = await openStage();
  await stage.publish(wholePage);
  expect(wrong(await answerOf(stage.url))).toEqual([]);
  await stage.close();
});

it('the schema takes no other answer', async () => {
  const wrong = await openValidator();
  const answer = await answerOf(khoen.url);
  const { cases: _cases, ...caseless } = answer;
  expect(wrong(caseless)).toEqual([' required']);
  expect(wrong({ ...answer, updatedOn: '24 พ.ย. 2569' })).toContain('/updatedOn format');
  expect(wrong({ ...answer, version: 2 })).toEqual(['/version const']);
  expect(wrong({ ...answer, reporter: 'U1' })).toEqual([' additionalProperties']);
  const high = { ...Json.parse(answer.result), overall: { origin: 'derived', value: 100.5 } };
  expect(wrong({ ...answer, result: high })).toEqual(['/result/overall/value maximum']);
});

it('anybody may read it from another page; nothing published is an error and is kept by nobody', async () => {
  const { headers } = await fetch(`${khoen.url}/api/public`);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  const empty = await openStage();
  const answer = await fetch(`${empty.url}/api/public`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ error: { code: 'unavailable', message: expect.any(String) } });
  await empty.close();
});
