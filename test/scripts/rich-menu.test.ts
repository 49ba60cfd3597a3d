import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const script = fileURLToPath(new URL('../../scripts/rich-menu.ts', import.meta.url));
const token = 'an-invented-token';

let line: Simulator;
beforeEach(async () => {
  line = await startSimulator({
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/webhook',
    channelSecret: 'an-invented-secret',
    accessToken: token,
  });
});
afterEach(() => line.close());

const settings = () => ({
  LINE_CHANNEL_SECRET: 'an-invented-secret',
  LINE_CHANNEL_ACCESS_TOKEN: token,
  LINE_API_BASE_URL: line.apiUrl,
  LINE_DATA_API_BASE_URL: line.apiUrl,
  SECRET_KEY: Buffer.alloc(32, 'k').toString('base64'),
});

const run = (env: Record<string, string>) =>
  new Promise<{ status: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [script], { env }, (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });

it('creates the menu, then says that it is up to date', async () => {
  expect(await run(settings())).toMatchObject({ status: 0, err: '' });
  expect((await line.client.state()).richMenu).toMatchObject({ chatBarText: 'เมนู' });
  const again = await run(settings());
  expect(again.status).toBe(0);
  expect(again.out).toContain('up to date');
});

it('explains a wrong token without showing it', async () => {
  const { status, out, err } = await run({ ...settings(), LINE_CHANNEL_ACCESS_TOKEN: 'of-somebody-else' });
  expect(status).toBe(1);
  expect(err).toContain('LINE_CHANNEL_ACCESS_TOKEN is not valid');
  expect(out + err).not.toContain('of-somebody-else');
});

it('names what is missing', async () => {
  const { status, err } = await run({ LINE_CHANNEL_SECRET: 'an-invented-secret' });
  expect(status).toBe(1);
  for (const name of ['LINE_CHANNEL_ACCESS_TOKEN', 'SECRET_KEY', 'PUBLIC_URL']) expect(err).toContain(name);
  expect(await run({})).toMatchObject({ status: 1 });
});
