import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const draft = 'c'.repeat(24);
const lookup = randomBytes(32).toString('base64url');
const honest = fc.record(
  {
    lookup: fc.oneof(fc.constant(lookup), fc.string()),
    work: fc.oneof(
      fc.constant({ day: '2026-11-24', nonce: 1 }),
      fc.json(),
      fc.record({ day: fc.string(), nonce: fc.double() }),
    ),
    edition: fc.string(),
    parts: fc.oneof(fc.integer(), fc.double(), fc.constant(4)),
    readers: fc.oneof(fc.array(fc.string()), fc.constant('x')),
    recovery: fc.oneof(fc.boolean(), fc.string()),
    sealed: fc.base64String(),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  honest.map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constant('{"__proto__":{"lookup":1}}'),
);
const path = fc.oneof(
  fc.constantFrom(
    '/api/track',
    `/api/tips/${draft}`,
    `/api/tips/${draft}/1`,
    '/api/track/3',
    '/api/tips/readers',
  ),
  fc.string().map((words) => `/api/tips/${encodeURIComponent(words)}/${encodeURIComponent(words)}`),
  fc.string().map((words) => `/api/track/${encodeURIComponent(words)}`),
  fc.constantFrom('/api/tips/%', '/api/tips/%E0%A4/1', '/api/track/../../..'),
);

it('answers any bad shape with a reason of its own, echoes nothing, and never fails', async () => {
  const request = fc.record({
    method: fc.constantFrom('POST', 'PUT', 'DELETE'),
    path,
    body,
    type: fc.constantFrom(
      'application/json',
      'application/octet-stream',
      'text/plain',
      'application/json; charset=nope',
    ),
    work: fc.oneof(fc.constant('2026-11-24 1'), fc.constant(''), fc.constant('9999-99-99 99')),
  });
  const before = await store.documents.query({ group: 'messages', where: [], orderBy: [], limit: 10 });
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const response = await fetch(`${bot.url}${asked.path}`, {
        method: asked.method,
        headers: { 'content-type': asked.type, 'prongsai-work': asked.work },
        body: asked.body,
      });
      const answer = await response.text();
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(answer).toMatch(/^\{"error":\{"code":"[a-z_]+","message":"[A-Za-z0-9 ,.;'-]+"\}\}$/);
    }),
    { numRuns: 400 },
  );
  expect(await store.documents.query({ group: 'messages', where: [], orderBy: [], limit: 10 })).toEqual(
    before,
  );
  expect(bot.lines.join('')).not.toContain('form_failed');
});
