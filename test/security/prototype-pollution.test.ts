import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readResultFile } from '../../bot/publish/read-result.ts';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { faultOfLine } from '../fuzz/oracle.ts';
import { openStage, type Stage } from '../fuzz/stage.ts';
import { around, bodyOf, signed } from '../fuzz/webhooks.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const shapeOf = (): string =>
  JSON.stringify(PROTOTYPES.map((one) => Reflect.ownKeys(one).map(String).sort()));
const before = shapeOf();

/** As text: an object of the language would lose the key. */
const POLLUTIONS = [
  '"__proto__":{"polluted":true,"roles":["admin"],"version":1}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
  '"a":{"__proto__":{"polluted":true}},"toString":"x","hasOwnProperty":1,"toJSON":{}',
];
const bodies = POLLUTIONS.flatMap((one) => [`{${one}}`, `[{${one}}]`]);
const QUERY =
  '?__proto__[polluted]=1&__proto__.polluted=1&constructor[prototype][polluted]=1&a[__proto__][polluted]=1&q=__proto__';

/** What a few routes answer to everybody, which nothing sent here may change. */
async function standing(): Promise<string> {
  const paths = ['/healthz', '/api/tips/readers', '/api/staff/me', '/nowhere', '/rate', '/privacy'];
  const answers: string[] = [];
  for (const path of paths) {
    const answered = await stage.caller.ask({ method: 'GET', path, headers: {} });
    answers.push(
      'body' in answered ? `${answered.status} ${answered.body.toString('base64').length}` : 'lost',
    );
  }
  return answers.join('\n');
}

function untouched(): void {
  expect(shapeOf()).toBe(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(stage.lines().flatMap((line) => faultOfLine(line) ?? [])).toEqual([]);
}

it('of the staff API: no route takes a prototype from a body or a query', async () => {
  const stood = await standing();
  for (const { method, path, octets } of staffRoutes) {
    if (octets !== undefined || path === '/session') continue;
    const at = path
      .replace(/:part/, 'units')
      .replace(/:month/, '2026-10')
      .replace(/:\w+/g, `__${'proto'.repeat(5)}__`);
    const sent = method === 'get' ? [undefined] : bodies.slice(0, 3);
    for (const body of sent) {
      const bearer = await stage.bearer(5);
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
      const answered = await stage.caller.ask({
        method: method.toUpperCase(),
        path: `/api/staff${at}${QUERY}`,
        headers,
        body,
      });
      expect('status' in answered && answered.status, `${method} ${at}`).toBeLessThan(500);
    }
  }
  untouched();
  expect(await standing()).toBe(stood);
});

it('of the forms, the webhook and the pages', async () => {
  const stood = await standing();
  const json = { 'content-type': 'application/json' };
  for (const body of bodies) {
    for (const path of [
      '/api/track',
      '/api/track/erasure',
      '/api/tips/cccccccccccccccccccccccc',
      '/api/staff/sign-in',
      '/api/staff/session',
    ]) {
      await stage.caller.ask({ method: 'POST', path, headers: json, body });
    }
    await stage.caller.ask(signed(stage, body));
    await stage.caller.ask(
      signed(stage, `{"destination":"${stage.simulator.platform.channel.botUserId}","events":[${body}]}`),
    );
  }
  const userId = `U${randomBytes(16).toString('hex')}`;
  for (const word of [
    '__proto__',
    'constructor',
    'constructor.prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
  ]) {
    for (const doing of [
      { type: 'message', message: { type: 'text', id: '1', text: word } },
      ...['menu', 'case', 'mine', word.replace('.', '')].map((at) => ({
        type: 'postback',
        postback: { data: `v1|-|${at}|${word}` },
      })),
    ]) {
      const event = { ...around(userId, randomBytes(8).toString('hex')), ...doing };
      const answered = await stage.caller.ask(signed(stage, JSON.stringify(bodyOf(stage, [event]))));
      expect('status' in answered && answered.status).toBe(200);
    }
    for (const path of [
      `/papers${QUERY}`,
      `/rate/${word}${QUERY}`,
      `/oit/2569/${word}`,
      `/papers/${word}`,
      `/${word}${QUERY}`,
      `/webhook/${word}`,
    ]) {
      const answered = await stage.caller.ask({ method: 'GET', path, headers: {} });
      expect('status' in answered && answered.status, path).toBeLessThan(500);
    }
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = `__proto__[polluted]=1&__proto__=1&constructor=1&q.__proto__=5&once=${'a'.repeat(30)}`;
  await stage.caller.ask({ method: 'POST', path: '/rate/mai', headers: form, body });
  untouched();
  expect(await standing()).toBe(stood);
});

it('of a file with results: neither a heading nor a cell nor JSON', async () => {
  const csv =
    '__proto__,constructor,prototype\r\npolluted,1,2\r\nปีงบประมาณ,2566\r\n__proto__,97.1\r\ni1,constructor\r\n';
  for (const text of [csv, `{${POLLUTIONS.join(',')}}`]) {
    const read = await readResultFile(Buffer.from(text), 2566);
    expect(read.ok).toBe(false);
  }
  untouched();
});
