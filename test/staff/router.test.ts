import { createServer } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StaffRoute } from '../../bot/staff/route.ts';
import { staffRoute } from '../../bot/staff/route.ts';
import { staffRouter } from '../../bot/staff/router.ts';
import { newSession } from '../../bot/staff/session.ts';
import { openStaffStage, type StaffStage } from './stage.ts';

const routes: readonly StaffRoute[] = [
  staffRoute({
    method: 'post',
    path: '/echo/:word',
    roles: ['officer', 'executive'],
    params: z.object({ word: z.string().max(5) }),
    query: z.object({ n: z.coerce.number().optional() }),
    body: z.strictObject({ words: z.string() }),
    most: 1024,
    handle: async (_parts, { params, query, body, staff }) => ({
      json: { word: params.word, n: query.n, words: body.words, roles: staff.roles },
    }),
  }),
  staffRoute({
    method: 'put',
    path: '/octets',
    roles: ['officer'],
    octets: 16,
    body: z.instanceof(Uint8Array),
    handle: async (_parts, { body }) => ({ octets: body, type: 'application/x-thing', name: 'หนึ่ง.bin' }),
  }),
  staffRoute({
    method: 'get',
    path: '/breaks',
    roles: ['officer'],
    handle: async () => {
      throw new Error('a secret that must not be told');
    },
  }),
];

let stage: StaffStage;
let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  stage = await openStaffStage();
  const app = express().use(staffRouter(stage.parts, express.Router(), routes));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/staff`;
  close = () => new Promise((resolve) => server.close(() => resolve()));
});
afterAll(async () => {
  await close();
  await stage.close();
});

async function bearerOf(...roles: Parameters<StaffStage['addStaff']>[1]): Promise<string> {
  const { id } = await stage.addStaff('บุญมี', roles);
  const { bearer, write } = newSession(stage.ground, id, stage.parts.clock());
  await stage.documents.commit([write]);
  return bearer;
}

async function call(bearer: string | undefined, method: string, path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  if (typeof init.body === 'string') headers.set('content-type', 'application/json');
  const response = await fetch(`${url}${path}`, { ...init, method, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const refused = (text: string) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(JSON.parse(text)).error.code;

const deeds = async () =>
  (await stage.documents.query({ group: 'audit', where: [], orderBy: [], limit: 500 })).map(
    ({ data }) => data.deed,
  );

describe('a call', () => {
  it('of the right role and shape gets what its route answers', async () => {
    const bearer = await bearerOf('executive');
    const { status, text } = await call(bearer, 'POST', '/echo/hi?n=3', { body: '{"words":"สวัสดี"}' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ word: 'hi', n: 3, words: 'สวัสดี', roles: ['executive'] });
  });

  it('without a bearer that opens a session gets 401, before its body is looked at', async () => {
    const wrong = ['', 'x', 'A'.repeat(43), 'A'.repeat(1000)];
    for (const bearer of [undefined, ...wrong]) {
      const { status, text } = await call(bearer, 'POST', '/echo/hi', { body: 'not json at all' });
      expect([status, refused(text)]).toEqual([401, 'not_signed_in']);
    }
  });

  it('with the bearer anywhere but in its header gets 401', async () => {
    const bearer = await bearerOf('officer');
    for (const headers of [{ cookie: `bearer=${bearer}` }, { authorization: `Basic ${bearer}` }]) {
      const reply = await call(undefined, 'GET', `/breaks?bearer=${bearer}`, { headers });
      expect(reply.status).toBe(401);
    }
  });

  it('of a role too low gets 403, and stands in the audit', async () => {
    const bearer = await bearerOf('integrity', 'admin');
    const { status, text } = await call(bearer, 'POST', '/echo/hi', { body: 'not json at all' });
    expect([status, refused(text)]).toEqual([403, 'role_too_low']);
    expect(await deeds()).toContainEqual(
      expect.objectContaining({ action: 'refused', about: 'post /echo/:word' }),
    );
    expect(JSON.stringify(await deeds())).not.toContain('/echo/hi');
  });

  it.each([
    ['a parameter too long', '/echo/toolong', '{"words":"a"}', 400],
    ['a query that is no number', '/echo/hi?n=three', '{"words":"a"}', 400],
    ['a field too many', '/echo/hi', '{"words":"a","more":1}', 400],
    ['a body that is no JSON', '/echo/hi', '{"words":', 400],
    ['a body that is a bare text', '/echo/hi', '"words"', 400],
    ['no body', '/echo/hi', undefined, 400],
    ['a body too large', '/echo/hi', JSON.stringify({ words: 'ก'.repeat(2000) }), 413],
  ])('with %s is refused without an echo', async (_what, path, body, expected) => {
    const bearer = await bearerOf('officer');
    const { status, text } = await call(bearer, 'POST', path, body === undefined ? {} : { body });
    expect(status).toBe(expected);
    expect(text).not.toContain('words"');
    expect(text).not.toContain('กก');
  });

  it('with octets gets them through as they are, and no more than the route allows', async () => {
    const bearer = await bearerOf('officer');
    const body = new Uint8Array([0, 255, 10, 13]);
    const { status, headers } = await call(bearer, 'PUT', '/octets', { body });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-thing');
    expect(headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await call(bearer, 'PUT', '/octets', { body: new Uint8Array(17) })).status).toBe(413);
    expect((await call(bearer, 'PUT', '/octets')).text).toBe('');
  });

  it('to nowhere, or with another method, gets 404', async () => {
    const bearer = await bearerOf('officer');
    for (const [method, path] of [
      ['GET', '/echo/hi'],
      ['POST', '/ECHO/hi'],
      ['GET', '/'],
      ['GET', '/nothing'],
      ['DELETE', '/octets'],
    ] as const) {
      const { status, text } = await call(bearer, method, path);
      expect([status, refused(text)]).toEqual([404, 'not_found']);
    }
  });

  it('on which the server breaks gets 500 with nothing of why, and a line in the log', async () => {
    const bearer = await bearerOf('officer');
    const { status, text } = await call(bearer, 'GET', '/breaks');
    expect([status, refused(text)]).toEqual([500, 'failed']);
    expect(text).not.toContain('secret');
    expect(stage.lines.join('\n')).toContain('staff_failed');
    expect(stage.lines.join('\n')).not.toContain('secret');
  });

  it('is answered with what nobody may keep', async () => {
    for (const path of ['/breaks', '/nothing']) {
      expect((await call(undefined, 'GET', path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});
