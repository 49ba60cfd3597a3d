import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HTTP_LIMITS } from '../../bot/http-limits.ts';
import { faultOfLine } from '../fuzz/oracle.ts';
import { openStage, type Stage } from '../fuzz/stage.ts';
import { signed } from '../fuzz/webhooks.ts';
import { type Line, openLine } from './port.ts';

const CONNECTIONS = 40;
/** Short enough to be waited for; the program's own are {@link HTTP_LIMITS}. */
const limits = {
  ...HTTP_LIMITS,
  headersMilliseconds: 1500,
  requestMilliseconds: 3000,
  checkMilliseconds: 200,
  connections: CONNECTIONS,
};

let stage: Stage;
const lines: Line[] = [];
beforeAll(async () => {
  stage = await openStage(limits);
});
afterAll(() => stage.close());
afterEach(async () => {
  for (const { socket } of lines) socket.destroy();
  await Promise.all(lines.splice(0).map(({ closed }) => closed));
  expect(await isWell()).toBe(true);
  expect(stage.lines().flatMap((line) => faultOfLine(line) ?? [])).toEqual([]);
});

function line(): Line {
  const opened = openLine(stage.port);
  lines.push(opened);
  return opened;
}

async function isWell(): Promise<boolean> {
  const answered = await stage.caller.ask({ method: 'GET', path: '/healthz', headers: {} });
  return 'status' in answered && answered.status === 200;
}

describe('before a request is there', () => {
  it('a head of more than 16 KiB is refused, and its connection closed', async () => {
    for (const head of [
      `x-a: ${'a'.repeat(20_000)}`,
      Array.from({ length: 900 }, (_, n) => `x-${n}: ${'b'.repeat(20)}`).join('\r\n'),
    ]) {
      const one = line();
      one.write(`GET / HTTP/1.1\r\nhost: localhost\r\n${head}\r\n\r\n`);
      const { status, text } = await one.closed;
      expect(status).toBe(431);
      expect(text).not.toContain('aaaa');
    }
  });

  it('an address of 20,000 octets is refused; one of 10,000 leads nowhere', async () => {
    const long = line();
    long.write(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    expect((await long.closed).status).toBe(431);
    const shorter = await stage.caller.ask({ method: 'GET', path: `/${'a'.repeat(10_000)}`, headers: {} });
    expect('status' in shorter && shorter.status).toBe(404);
  });

  it('headers that do not end are waited for so long, and no longer, while others are served', async () => {
    const slow = Array.from({ length: 20 }, line);
    for (const { write } of slow) write('GET / HTTP/1.1\r\nhost: localhost\r\n');
    const dripping = setInterval(() => {
      for (const { socket, write } of slow) if (!socket.destroyed) write('x-a: b\r\n');
    }, 100);
    expect(await isWell()).toBe(true);
    const ended = await Promise.all(slow.map(({ closed }) => closed));
    clearInterval(dripping);
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set([408]));
  });

  it('beyond so many connections at a time one more is closed, and there is room again when others go', async () => {
    const idle = Array.from({ length: CONNECTIONS * 2 }, line);
    await Promise.race(idle.map(({ closed }) => closed));
    for (const { socket } of idle) socket.destroy();
    await Promise.all(idle.map(({ closed }) => closed));
    expect(await isWell()).toBe(true);
  });
});

describe('a body', () => {
  const doors = [
    '/webhook',
    '/api/track',
    '/api/tips/cccccccccccccccccccccccc/1',
    '/api/staff/sign-in',
    '/rate/mai',
  ];

  it.each(doors)('that does not come to its end is not waited for: %s', async (path) => {
    const one = line();
    const type = path.endsWith('/1') ? 'application/octet-stream' : 'application/json';
    const method = path.endsWith('/1') ? 'PUT' : 'POST';
    one.write(
      `${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n\r\n{"a`,
    );
    const { status } = await one.closed;
    expect([404, 408]).toContain(status);
  });

  it('in chunks without end is refused at its limit, and cut off', async () => {
    const one = line();
    one.write('POST /webhook HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n');
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x20), Buffer.from('\r\n')]);
    const sending = setInterval(() => {
      if (!one.socket.destroyed && one.socket.writableLength < 1_000_000) one.write(chunk);
    }, 5);
    const { status } = await one.closed;
    clearInterval(sending);
    // Which limit is met first, of size or of time, depends on who is faster.
    expect([408, 413]).toContain(status);
  });

  it.each(doors)('that is packed is not unpacked: %s', async (path) => {
    const body = gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20));
    const isPart = path.endsWith('/1');
    const answered = await stage.caller.ask({
      method: isPart ? 'PUT' : 'POST',
      path,
      headers: {
        'content-type': isPart
          ? 'application/octet-stream'
          : path === '/rate/mai'
            ? 'application/x-www-form-urlencoded'
            : 'application/json',
        'content-encoding': 'gzip',
      },
      body,
    });
    expect('status' in answered && [400, 401, 404, 413].includes(answered.status)).toBe(true);
  });

  it('of the counter survey that is too long, or packed, is shown as a form that could not be read', async () => {
    const service = /\/rate\/([a-z0-9-]+)/.exec(await textOf('/rate'))?.[1];
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const [headers, body] of [
      [type, `comment=${'a'.repeat(30_000)}`],
      [{ ...type, 'content-encoding': 'gzip' }, gzipSync('once=1')],
      [{ 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' }, 'once=1'],
    ] as const) {
      const answered = await stage.caller.ask({ method: 'POST', path: `/rate/${service}`, headers, body });
      expect('status' in answered && answered.status).toBe(200);
      expect('body' in answered && answered.body.toString()).toContain('name="once"');
    }
  });

  it('nested twenty thousand deep is of no shape that anything takes', async () => {
    for (const deep of [
      '['.repeat(20_000) + ']'.repeat(20_000),
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ]) {
      const hook = await stage.caller.ask(signed(stage, deep));
      expect('status' in hook && hook.status).toBe(400);
      const inside = `{"destination":"${stage.simulator.platform.channel.botUserId}","events":[{"type":"beacon","x":${deep}}]}`;
      const carried = await stage.caller.ask(signed(stage, inside));
      expect('status' in carried && carried.status).toBe(200);
      for (const path of ['/api/track', '/api/staff/sign-in']) {
        const headers = { 'content-type': 'application/json' };
        const answered = await stage.caller.ask({ method: 'POST', path, headers, body: deep });
        expect('status' in answered && [400, 413].includes(answered.status), path).toBe(true);
      }
    }
  });
});

async function textOf(path: string): Promise<string> {
  const answered = await stage.caller.ask({ method: 'GET', path, headers: {} });
  return 'body' in answered ? answered.body.toString() : '';
}
