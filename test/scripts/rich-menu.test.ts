import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readConfig } from '../../bot/config/config.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const script = fileURLToPath(new URL('../../scripts/rich-menu.ts', import.meta.url));
const token = 'an-invented-token';

let dataDir: string;
/** The store of an agency that is a เทศบาล by its settings, its program not running. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-menu-'));
  const read = readConfig({ DATA_DIR: dataDir });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const store = await openStore(storeConfigOf(read.config));
  const agency = {
    ...khoen(Buffer.alloc(16).toString('base64')),
    name: 'เทศบาลตำบลเขิน',
    shortName: 'ทต.เขิน',
  };
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: [] });
  await store.close();
});
afterAll(() => rm(dataDir, { recursive: true }));

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
  DATA_DIR: dataDir,
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
  expect((await line.client.state()).richMenu).toMatchObject({
    chatBarText: 'เมนู',
    areas: expect.arrayContaining([
      expect.objectContaining({ action: expect.objectContaining({ label: 'ติดต่อ เทศบาล' }) }),
    ]),
  });
  const again = await run(settings());
  expect(again.status).toBe(0);
  expect(again.out).toContain('up to date');
});

it('says so where there is no agency to call by its name', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'prongsai-menu-'));
  const { status, err } = await run({ ...settings(), DATA_DIR: empty });
  await rm(empty, { recursive: true });
  expect(status).toBe(1);
  expect(err).toContain('อ่านข้อมูลหน่วยงานไม่ได้');
  expect((await line.client.state()).richMenu).toBeNull();
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
