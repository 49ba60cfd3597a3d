import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lineApi } from '../../../bot/line/api.ts';
import { CONNECTIONS, httpCaller, type OpenCaller } from '../../../bot/line/http-caller.ts';
import { pooledCaller } from '../../../bot/line/pooled-caller.ts';
import { type Simulator, startSimulator } from '../../../simulator/server.ts';

const accessToken = 'an access token for tests';
const key = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const words = (text: string) => [{ type: 'text' as const, text }];

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/',
    channelSecret: 'a secret',
    accessToken,
    webhooks: { redeliveryDelaysMs: [], timeoutMs: 100 },
  });
});
afterEach(() => simulator.close());

const textsOf = async (userId: string) =>
  (await simulator.client.chat(userId)).messages.map(({ message }) => message.text);

const callers: Record<string, OpenCaller> = {
  'by what Node has': httpCaller,
  'by undici': pooledCaller,
};

describe.each(Object.entries(callers))('calls %s', (_how, open) => {
  const apiAt = (url: string, more: Partial<Parameters<typeof lineApi>[0]> = {}) =>
    lineApi({
      baseUrl: url,
      dataBaseUrl: url,
      accessToken,
      timeoutMs: 400,
      contentTimeoutMs: 1500,
      open,
      ...more,
    });

  describe('pushing', () => {
    it('sends once however often a retry key comes, and takes the repeat for success', async () => {
      const { userId } = await simulator.client.addPerson('ยายบุญมา');
      const api = apiAt(simulator.apiUrl);
      expect(await api.push(userId, words('หนึ่ง'), key(1))).toEqual({ ok: true });
      expect(await api.push(userId, words('หนึ่ง'), key(1))).toEqual({ ok: true });
      expect(await api.multicast([userId], words('สอง'), key(2))).toEqual({ ok: true });
      expect(await textsOf(userId)).toEqual(['หนึ่ง', 'สอง']);
    });

    it('tells a refusal with its status', async () => {
      const api = apiAt(simulator.apiUrl);
      expect(await api.push('nobody', words('ก'), key(1))).toEqual({
        ok: false,
        failure: 'refused',
        status: 400,
      });
      expect(await api.reply('no-token', words('ก'))).toEqual({ ok: false, failure: 'refused', status: 400 });
      const wrong = apiAt(simulator.apiUrl, { accessToken: 'wrong' });
      expect(await wrong.push('nobody', words('ก'), key(1))).toEqual({
        ok: false,
        failure: 'refused',
        status: 401,
      });
    });

    it.each(['timeout', 'reset'] as const)(
      'does not know what became of a call after a %s, and does not try again',
      async (fault) => {
        const { userId } = await simulator.client.addPerson('ยายบุญมา');
        await simulator.client.setFaults({ calls: { [fault]: { count: 1, when: 'after' } } });
        const api = apiAt(simulator.apiUrl);
        expect(await api.push(userId, words('หนึ่ง'), key(1))).toEqual({ ok: false, failure: 'unreachable' });
        expect(await textsOf(userId)).toEqual(['หนึ่ง']);
        const { log } = await simulator.client.state();
        expect(log.filter(({ path }) => path.endsWith('/push'))).toHaveLength(1);
      },
    );

    it('is unreachable where nobody listens', async () => {
      await simulator.close();
      const api = apiAt(simulator.apiUrl);
      expect(await api.reply('token', words('ก'))).toEqual({ ok: false, failure: 'unreachable' });
      simulator = await startSimulator({
        port: 0,
        webhookUrl: 'http://127.0.0.1:9/',
        channelSecret: 's',
        accessToken,
      });
    });

    it('uses one connection for calls that follow one another', async () => {
      let connections = 0;
      const server = createServer((_request, response) => response.end('{}')).on('connection', () => {
        connections += 1;
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const api = apiAt(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/base/`);
      for (let n = 0; n < 5; n += 1) {
        await api.reply('token', words('ก'));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(connections).toBe(1);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
  });

  it('does not send, once a connection is free, what nobody waits for any more', async () => {
    const paths: string[] = [];
    const held = Promise.withResolvers<void>();
    const server = createServer(async (request, response) => {
      paths.push(request.url ?? '');
      await held.promise;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const call = open(
      `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
      accessToken,
      30_000,
    );
    const all = Array.from({ length: CONNECTIONS }, (_, n) => call('GET', `/${n}`, {}));
    await vi.waitFor(() => expect(paths).toHaveLength(CONNECTIONS), { timeout: 20_000 });
    expect(await call('POST', '/late', { body: '{}', timeoutMs: 50 })).toBeUndefined();
    held.resolve();
    expect((await Promise.all(all)).map((answer) => answer?.status)).toEqual(all.map(() => 200));
    expect((await call('GET', '/last', {}))?.status).toBe(200);
    expect(paths).not.toContain('/late');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  describe('content', () => {
    const voice = new Uint8Array(20_000).map((_, index) => index % 251);

    it('is what was sent, once LINE has prepared it', async () => {
      await simulator.client.setChannel({ transcodingMs: 300 });
      const { userId } = await simulator.client.addPerson('ยายบุญมา');
      const id = await simulator.client.sendMedia(userId, { type: 'audio', content: voice, duration: 900 });
      expect([...(await apiAt(simulator.apiUrl).content(id))]).toEqual([...voice]);
    });

    it('is gone where LINE has it no more', async () => {
      expect(await apiAt(simulator.apiUrl).content('123')).toBe('gone');
    });

    it('is cut short, but longer than the limit, where it is longer', async () => {
      const { userId } = await simulator.client.addPerson('ยายบุญมา');
      const id = await simulator.client.sendMedia(userId, { type: 'audio', content: voice, duration: 900 });
      const got = await apiAt(simulator.apiUrl, { mostContentOctets: 1000 }).content(id);
      expect(got.length).toBeGreaterThan(1000);
      expect(got.length).toBeLessThanOrEqual(voice.length);
    });

    it('throws where LINE fails, or is never ready', async () => {
      await simulator.client.setChannel({ transcodingMs: 60_000 });
      const { userId } = await simulator.client.addPerson('ยายบุญมา');
      const id = await simulator.client.sendMedia(userId, { type: 'audio', content: voice, duration: 900 });
      const api = apiAt(simulator.apiUrl, { contentTimeoutMs: 500 });
      await expect(api.content(id)).rejects.toThrow('preparing');
      await simulator.client.setFaults({ calls: { status500: { count: 1 } } });
      await expect(api.content(id)).rejects.toThrow('did not hand out');
    });
  });

  describe('the account', () => {
    it('tells whether chats can be read elsewhere', async () => {
      const api = apiAt(simulator.apiUrl);
      expect(await api.info()).toEqual({ chatMode: 'bot' });
      await simulator.client.setChannel({ chatMode: 'chat' });
      expect(await api.info()).toEqual({ chatMode: 'chat' });
      await simulator.client.setFaults({ calls: { status500: { count: 1 } } });
      expect(await api.info()).toBeUndefined();
    });

    it('tells the quota, with and without a limit', async () => {
      const api = apiAt(simulator.apiUrl);
      const { userId } = await simulator.client.addPerson('ยายบุญมา');
      await simulator.client.setChannel({ quotaLimit: 200 });
      await api.push(userId, words('หนึ่ง'), key(1));
      expect(await api.quota()).toEqual({ limit: 200, used: 1 });
      await simulator.client.setChannel({ quotaLimit: null });
      expect(await api.quota()).toEqual({ limit: undefined, used: 1 });
      await simulator.client.setFaults({ calls: { status429: { count: 1 } } });
      expect(await api.quota()).toBeUndefined();
    });
  });
});
