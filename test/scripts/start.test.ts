import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE } from '../../bot/agency/demo-keys.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { passphraseGroups } from '../../sealing/passphrase.ts';
import { createControlClient } from '../../simulator/client.ts';
import { startSimulator } from '../../simulator/server.ts';
import { faultsOfOutput } from '../support/log/check-line.ts';

/** What people send the running program. */
const SAID = ['ไฟถนนดับหน้าวัด', 'แจ้งทุจริต', 'ABCDE23456'];

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));

/** The machine may be busy with all the other tests. */
const START_MILLISECONDS = 120_000;
const LONGEST_MILLISECONDS = 300_000;

let dataDir: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-start-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Run {
  out: string;
  err: string;
  ended: Promise<number>;
}

/** What `npm start` starts once everything is installed, with nothing of this machine's settings. */
function start(env: Record<string, string>): Run {
  const started = spawn(process.execPath, [join(scripts, 'start.ts')], {
    env: { DATA_DIR: dataDir, ...env },
  });
  child = started;
  const run: Run = {
    out: '',
    err: '',
    ended: once(started, 'close').then(() => started.exitCode ?? -1),
  };
  started.stdout.on('data', (octets) => {
    run.out += String(octets);
  });
  started.stderr.on('data', (octets) => {
    run.err += String(octets);
  });
  return run;
}

/** The addresses that it prints when it runs: of the page to try out, and of the agency's pages. */
async function addresses(run: Run): Promise<{ tryOut: string; pages: string }> {
  await expect.poll(() => run.out, { timeout: START_MILLISECONDS }).toContain('Ctrl+C');
  const [tryOut = '', pages = ''] = run.out.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  return { tryOut, pages };
}

async function end(run: Run): Promise<number> {
  child?.kill('SIGTERM');
  const code = await run.ended;
  expect(run.err).toContain('"code":"stopping"');
  expect(faultsOfOutput(run.out + run.err, new Set(SAID))).toEqual([]);
  return code;
}

/** What `npm run invite` prints beside the running program. */
async function invite(words: string[]): Promise<string> {
  const env = { DATA_DIR: dataDir };
  const inviting = promisify(execFile)(process.execPath, [join(scripts, 'invite.ts'), ...words], { env });
  return (await inviting).stdout;
}

describe('started without any setting', () => {
  it(
    'plays the whole of LINE for อบต.เขิน, ends when told, and starts again on the same files',
    async () => {
      const port = String(await freePort());
      const first = start({ PORT: port });
      const { tryOut, pages } = await addresses(first);
      expect(first.out).toContain(`${pages}/staff`);
      expect(first.out).toContain(passphraseGroups(DEMO_PASSPHRASE).join(' '));
      expect(first.out).not.toContain("first admin's code");
      expect((await fetch(`${tryOut}/`)).status).toBe(200);
      expect(await (await fetch(`${pages}/`)).text()).toContain('องค์การบริหารส่วนตำบลเขิน');

      const client = createControlClient(tryOut);
      const { channel, people, richMenu } = await client.state();
      expect(channel.name).toBe('อบต.เขิน');
      expect(richMenu?.areas).toHaveLength(6);
      expect(people.map(({ userId }) => userId)).toContain(demoOfficerId);
      const resident = people.find(({ role }) => role === 'resident');
      await client.sendText(resident?.userId ?? '', 'ไฟถนนดับหน้าวัด');
      await client.idle();
      const heard = JSON.stringify((await client.chat(resident?.userId ?? '')).messages);
      expect(heard).toContain('ยังไม่ถึงเจ้าหน้าที่');

      const { userId: newcomer } = await client.addPerson('มานี มีใจ', 'officer');
      const invited = await invite(['--name', 'มานี มีใจ', '--role', 'officer', '--unit', 'works']);
      await client.sendText(newcomer, /^[A-Z2-9]{5}-[A-Z2-9]{5}$/m.exec(invited)?.[0] ?? 'no code');
      await client.idle();
      expect(JSON.stringify((await client.chat(newcomer)).messages.at(-1))).toContain('มานี');
      expect(await end(first)).toBe(0);

      const second = start({ PORT: port });
      await addresses(second);
      expect(second.out).toContain(`${pages}/staff`);
      expect(await end(second)).toBe(0);
    },
    LONGEST_MILLISECONDS,
  );
});

describe('started for a real account', () => {
  it(
    'serves it without anybody invented, takes no tip while nobody could read one, and makes one admin',
    async () => {
      const port = String(await freePort());
      const channel = { channelSecret: 'a-secret', accessToken: 'a-token' };
      const line = await startSimulator({
        ...channel,
        port: 0,
        webhookUrl: `http://127.0.0.1:${port}/webhook`,
      });
      const run = start({
        PORT: port,
        LINE_CHANNEL_SECRET: channel.channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: channel.accessToken,
        LINE_API_BASE_URL: line.apiUrl,
        LINE_DATA_API_BASE_URL: line.apiUrl,
        SECRET_KEY: Buffer.alloc(32, 'k').toString('base64'),
        BOOTSTRAP_CODE: 'ABCDE-23456',
      });
      await expect.poll(() => run.out, { timeout: START_MILLISECONDS }).toContain('Ctrl+C');
      expect(run.out).not.toContain('try it out');
      expect(await readdir(dataDir)).not.toContain('demo-keys.json');

      const { userId } = await line.client.addPerson('ปลัดจริง');
      const says = async (words: string) => {
        await line.client.sendText(userId, words);
        await line.client.idle();
        return JSON.stringify((await line.client.chat(userId)).messages.at(-1));
      };
      expect(await says('แจ้งทุจริต')).toContain('1205');
      expect(await says('ABCDE23456')).toContain('ผู้ดูแล');
      expect(line.platform.wrongMessages).toEqual([]);
      expect(await end(run)).toBe(0);
      await line.close();
    },
    LONGEST_MILLISECONDS,
  );

  it(
    'names all that is missing or malformed in one list, repeats no value, and does not start',
    async () => {
      const run = start({
        PORT: '99999',
        LINE_CHANNEL_SECRET: 'two words',
        LINE_CHANNEL_ACCESS_TOKEN: 'zwei-Worte mit-Luecke',
        PUBLIC_URL: 'http://not-safe.example',
      });
      expect(await run.ended).toBe(1);
      const lines = run.err.trim().split('\n');
      expect(lines[0]).toContain('The settings are not complete');
      const names = lines.slice(1).map((line) => line.trim().split(' ')[0]);
      expect(names.toSorted()).toEqual([
        'LINE_CHANNEL_ACCESS_TOKEN',
        'LINE_CHANNEL_SECRET',
        'PORT',
        'PUBLIC_URL',
        'SECRET_KEY',
      ]);
      for (const value of ['two words', 'zwei-Worte', 'not-safe', '99999'])
        expect(run.err).not.toContain(value);
      expect(run.out).toBe('');
    },
    LONGEST_MILLISECONDS,
  );

  it.each([
    ['is not there', undefined],
    ['is cut off', '{"type":"service_account"'],
  ])(
    'says in words that Google lets it in nowhere, where the file of credentials %s',
    async (_, content) => {
      const credentials = join(dataDir, 'key.json');
      if (content !== undefined) await writeFile(credentials, content);
      const run = start({
        PORT: String(await freePort()),
        SECRET_KEY: randomBytes(32).toString('base64'),
        LINE_CHANNEL_SECRET: randomBytes(16).toString('hex'),
        LINE_CHANNEL_ACCESS_TOKEN: 'a-token',
        PUBLIC_URL: 'https://prongsai.example',
        GOOGLE_CLOUD_PROJECT: 'prongsai-test',
        GOOGLE_APPLICATION_CREDENTIALS: credentials,
      });
      expect(await run.ended).toBe(1);
      const lines = run.err.trim().split('\n');
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toContain('GOOGLE_APPLICATION_CREDENTIALS');
      expect(run.out).toBe('');
    },
    LONGEST_MILLISECONDS,
  );
});
