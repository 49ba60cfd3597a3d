import { createServer, type RequestListener } from 'node:http';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { campaign } from './campaign.ts';
import { createHarvest } from './harvest.ts';
import { MARK } from './hostile.ts';
import { faultOfGrowth } from './memory.ts';
import { readOptions } from './options.ts';
import { faultOfLine } from './oracle.ts';
import { asked, type Ground, targetOf } from './target.ts';

type Stage = Ground & { close(): Promise<void> };
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A program that is not in order, in the place of ours. */
async function openBroken(listener: RequestListener, said: string[] = [], hangMs = 60_000): Promise<Stage> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const caller = createCaller(typeof address === 'object' && address !== null ? address.port : 0, hangMs);
  async function close(): Promise<void> {
    caller.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  opened.push(close);
  return { caller, harvest: createHarvest(), lines: () => said.splice(0), close: async () => undefined };
}

const inOrder = JSON.stringify({
  error: { code: 'bad_shape', message: 'The request is not of the documented shape.' },
});

/** Numbers from 0 to 999 at a route; 500 of them are tried. */
const numbers = targetOf<number, Stage>({
  name: 'numbers',
  many: 500,
  few: 500,
  round: 500,
  atOnce: 4,
  keepsNothing: false,
  inputs: () => fc.nat(999),
  give: (stage, n, oracle) =>
    asked(stage, oracle, { method: 'POST', path: `/api/${n}`, headers: {}, body: `${MARK}${n}` }),
});
const numberOf = (url = ''): number => Number(url.split('/').at(-1));
const tried = (open: () => Promise<Stage>) => campaign(numbers, { seed: 7, inputs: 500, open });

it('finds nothing where all is in order, and gives as many inputs as were asked for', async () => {
  let given = 0;
  const ended = await tried(() =>
    openBroken((_request, response) => {
      given += 1;
      response.writeHead(400, { 'content-type': 'application/json' }).end(inOrder);
    }),
  );
  expect([ended.failure, ended.given, given]).toEqual([undefined, 500, 500]);
});

it('finds a route that fails for some inputs, and shows the smallest one', async () => {
  const ended = await tried(() =>
    openBroken((request, response) => {
      const isBad = numberOf(request.url) >= 700;
      response.writeHead(isBad ? 500 : 400, { 'content-type': 'application/json' });
      response.end(
        isBad ? JSON.stringify({ error: { code: 'failed', message: 'It was not done.' } }) : inOrder,
      );
    }),
  );
  expect(ended.failure?.fault).toContain('status 500');
  expect(ended.failure?.input).toMatch(/\b700\b/);
});

it.each([
  ['words of the inside', 'text/html', 'Error: x\n    at handler (bot/server.ts:1:1)'],
  ['a refusal of another shape', 'application/json', '{"message":"no"}'],
  ['a refusal of another shape', 'text/html', '<h1>Bad Request</h1>'],
  [
    'a refusal that repeats what was sent',
    'application/json',
    JSON.stringify({ error: { code: 'bad', message: `not: ${MARK}` } }),
  ],
])('finds %s', async (fault, type, body) => {
  const ended = await tried(() =>
    openBroken((_request, response) => {
      response.writeHead(400, { 'content-type': type }).end(body);
    }),
  );
  expect(ended.failure?.fault).toContain(fault);
});

it('finds a refusal whose words depend on what was sent', async () => {
  const ended = await tried(() =>
    openBroken((request, response) => {
      const message = `There is no number ${numberOf(request.url) % 2}.`;
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'not_found', message } }));
    }),
  );
  expect(ended.failure?.fault).toContain('words change');
});

it('finds a request that is never answered, and one that is cut off', async () => {
  const silent = await tried(() => openBroken(() => undefined, [], 300));
  expect(silent.failure?.fault).toContain('hang');
  const cutting = await tried(() => openBroken((request) => request.socket.destroy()));
  expect(cutting.failure?.fault).toContain('cut off');
});

it('finds lines of the log that are none of the catalogue, tell of a failure, or hold what was sent', async () => {
  const line = (fields: object) =>
    JSON.stringify({ level: 'info', time: '2026-11-24T06:00:00.000Z', ...fields });
  expect(faultOfLine(line({ code: 'stopping' }))).toBeUndefined();
  expect(faultOfLine(line({ code: 'stopping', words: 'x' }))).toContain('other fields');
  expect(faultOfLine(line({ code: 'invented' }))).toContain('not of the catalogue');
  expect(faultOfLine('TypeError: x')).toContain('not of the catalogue');
  expect(faultOfLine(line({ code: 'stopping', words: MARK }))).toContain('repeats');
  expect(faultOfLine(line({ level: 'error', code: 'staff_failed', error: 'TypeError' }))).toContain(
    'the log says',
  );
  const ended = await tried(async () =>
    openBroken(
      (_request, response) => {
        response.writeHead(400, { 'content-type': 'application/json' }).end(inOrder);
      },
      ['hello'],
    ),
  );
  expect(ended.failure?.fault).toContain('not of the catalogue');
});

it('tells memory that grows with each input from memory that settles', () => {
  const MEBIBYTE = 1024 * 1024;
  const samples = (octetsOf: (n: number) => number) =>
    Array.from({ length: 9 }, (_, n) => ({ given: n * 5000, octets: 80 * MEBIBYTE + octetsOf(n) }));
  expect(faultOfGrowth(samples((n) => n * 5000 * 2048))).toContain('memory grows');
  expect(faultOfGrowth(samples((n) => Math.min(n, 1) * 15 * MEBIBYTE))).toBeUndefined();
  expect(faultOfGrowth(samples((n) => (n % 2) * MEBIBYTE))).toBeUndefined();
});

it('reads what is asked for, and refuses what it does not know', () => {
  const options = readOptions(['--seed', '7', '--target', 'receipts', '--inputs', '10'], () => 1);
  expect(options).toEqual({ seed: 7, target: 'receipts', inputs: 10, isShort: false });
  expect(readOptions([], () => 42)?.seed).toBe(42);
  expect(readOptions(['--short'], () => 42)?.isShort).toBe(true);
  expect(readOptions(['--sede', '7'], () => 1)).toBeUndefined();
  expect(readOptions(['--inputs', 'many'], () => 1)).toBeUndefined();
});
