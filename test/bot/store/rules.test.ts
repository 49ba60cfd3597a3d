import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectionNames } from '../../../bot/backup/collections.ts';
import { emulatorHost } from '../../support/store.ts';

const rules = readFileSync(new URL('../../../firestore.rules', import.meta.url), 'utf8');

test('firestore.rules allow nothing to anybody', () => {
  const code = rules.replaceAll(/\/\/.*$/gm, '');
  expect(code).toMatch(/match \/\{document=\*\*\} \{\s*allow read, write: if false;\s*\}/);
  expect(code.match(/\ballow\b/g)).toHaveLength(1);
  expect(code.match(/\bmatch\b/g)).toHaveLength(2);
});

/** An emulator takes `owner` for the server, and believes whoever a token without a signature says it is. */
const OWNER = 'Bearer owner';
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signedIn = `Bearer ${base64url({ alg: 'none', typ: 'JWT' })}.${base64url({ sub: 'somebody', admin: true })}.`;

function rulesOnEmulator(host: string): void {
  const project = `demo-${randomUUID()}`;
  const documents = `http://${host}/v1/projects/${project}/databases/(default)/documents`;
  /** One document of every collection there is, and some of those below others. */
  const kept = [
    'agencies/khoen',
    'districts/d',
    ...collectionNames
      .filter((name) => name !== 'agencies' && name !== 'districts')
      .map((name) => `agencies/khoen/${name}/one`),
    ...['messages', 'attachments', 'history'].map((name) => `agencies/khoen/cases/one/${name}/1`),
    'agencies/khoen/evidence/one/versions/1',
    'agencies/khoen/proposals/one/matter/content',
  ];

  async function call(method: string, address: string, who: string | undefined, body?: unknown) {
    const headers = {
      'content-type': 'application/json',
      ...(who === undefined ? {} : { authorization: who }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await fetch(address, { method, headers, ...sent })).status;
  }
  const write = (path: string, who: string | undefined) =>
    call('PATCH', `${documents}/${path}`, who, { fields: { a: { stringValue: 'x' } } });
  const read = (path: string, who: string | undefined) => call('GET', `${documents}/${path}`, who);

  beforeAll(async () => {
    const files = [{ name: 'firestore.rules', content: rules }];
    const address = `http://${host}/emulator/v1/projects/${project}:securityRules`;
    expect(await call('PUT', address, undefined, { rules: { files } })).toBe(200);
    for (const path of kept) expect(await write(path, OWNER)).toBe(200);
  });

  test.each(kept)(
    '%s is read and written by the server, and by no client, signed in or not',
    async (path) => {
      expect(await read(path, OWNER)).toBe(200);
      for (const client of [undefined, signedIn]) {
        expect(await read(path, client)).toBe(403);
        expect(await write(path, client)).toBe(403);
        expect(await write(`${path}/more/one`, client)).toBe(403);
        expect(await call('DELETE', `${documents}/${path}`, client)).toBe(403);
      }
      expect(await write(path, OWNER)).toBe(200);
    },
  );

  test.each(collectionNames)('%s is neither listed nor asked by a client', async (name) => {
    const collection = name === 'agencies' || name === 'districts' ? name : `agencies/khoen/${name}`;
    const query = { structuredQuery: { from: [{ collectionId: name, allDescendants: true }] } };
    const ask = (who: string | undefined) => call('POST', `${documents}:runQuery`, who, query);
    expect(await read(collection, OWNER)).toBe(200);
    expect(await ask(OWNER)).toBe(200);
    for (const client of [undefined, signedIn]) {
      expect(await read(collection, client)).toBe(403);
      expect(await ask(client)).toBe(403);
    }
  });
}

const host = emulatorHost;
if (host !== undefined) describe('on an emulator', () => rulesOnEmulator(host));
