import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccount } from '../../bot/agency/line-account.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { openStore } from '../../bot/store/open.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const ENTRY = fileURLToPath(new URL('../../scripts/agency.ts', import.meta.url));
const account = { channelSecret: 'a-channel-secret', accessToken: 'an-access-token' };
const SECRET_KEY = randomBytes(32).toString('base64');

let folder: string;
let simulator: Simulator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prongsai-agency-'));
  simulator = await startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:1/webhook' });
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

/** `npm run agency -- …`; `typed` is what somebody answers to its questions. */
const run = (given: string[], typed = '') =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      SECRET_KEY,
      LINE_CHANNEL_SECRET: account.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: account.accessToken,
      LINE_API_BASE_URL: simulator.apiUrl,
      LINE_DATA_API_BASE_URL: simulator.apiUrl,
    };
    const child = spawn(process.execPath, [ENTRY, ...given], { env });
    const said = { out: '', err: '' };
    child.stdout.on('data', (octets: Buffer) => {
      said.out += octets.toString();
    });
    child.stderr.on('data', (octets: Buffer) => {
      said.err += octets.toString();
    });
    child.once('close', (code) => resolve({ code: code ?? -1, ...said }));
    child.stdin.end(typed);
  });

async function secretsFile(more: Record<string, unknown> = {}): Promise<string> {
  const file = join(folder, `${randomBytes(4).toString('hex')}.json`);
  const { channelSecret, accessToken: channelAccessToken } = account;
  const secrets = { channelSecret, channelAccessToken, apiBaseUrl: simulator.apiUrl, ...more };
  await writeFile(file, JSON.stringify(secrets));
  return file;
}

const flags = (more: Record<string, string>): string[] =>
  Object.entries({
    id: 'nongkhok',
    name: 'องค์การบริหารส่วนตำบลหนองคอก',
    short: 'อบต.หนองคอก',
    district: 'อำเภอน้ำเกลี้ยง',
    province: 'จังหวัดศรีสะเกษ',
    phone: '045-111-111',
    villages: '12',
    'public-url': 'https://nongkhok.example',
    ...more,
  }).flatMap(([name, value]) => [`--${name}`, value]);

describe('npm run agency', () => {
  it('adds an agency that LINE knows, keeps its secrets sealed, and says what comes next', async () => {
    const added = await run(['add', ...flags({ secrets: await secretsFile() })]);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain('https://nongkhok.example/webhook/nongkhok');
    expect(added.out).toMatch(/[A-Z2-9]{5}-[A-Z2-9]{5}/);
    const store = await openStore({ dataDir: join(folder, 'store') });
    const { documents } = store;
    const secrets = openSecrets(new Uint8Array(Buffer.from(SECRET_KEY, 'base64')));
    const kept = await readAccount(documents, secrets, 'nongkhok');
    const stranger = openSecrets(new Uint8Array(randomBytes(32)));
    const foreign = await readAccount(documents, stranger, 'nongkhok');
    const stored = JSON.stringify(await documents.read('agencies/nongkhok/private/line'));
    await store.close();
    expect(kept).toMatchObject({
      channelSecret: account.channelSecret,
      destination: simulator.platform.channel.botUserId,
    });
    expect(foreign).toBe('unreadable');
    expect(stored).not.toContain(account.channelSecret);
  });

  it('asks for what it needs', async () => {
    const answers = ['banphai', 'เทศบาลตำบลบ้านไผ่', 'ทต.บ้านไผ่', 'อำเภอกันทรารมย์', 'จังหวัดศรีสะเกษ'];
    const typed = [...answers, '045 222 222', '9', 'https://banphai.example'];
    const secrets = [account.channelSecret, account.accessToken, '', ''];
    const asked = await run(['add'], `${[...typed, ...secrets].join('\n')}\n`);
    expect(asked.out).toContain('จำนวนหมู่');
    expect(asked.code).toBe(0);
    expect(asked.out).not.toContain(account.channelSecret);
    expect((await run(['show', 'banphai'])).out).toContain('โทร 045 222 222');
  });

  it.each([
    ['odd characters in the id', { id: 'Nong_Khok' }, 'ใช้ได้เฉพาะ a-z'],
    ['a path out of the collection', { id: '../khoen' }, 'ใช้ได้เฉพาะ a-z'],
    ['an address with a path', { id: 'other', 'public-url': 'https://a.example/b' }, 'https://'],
    ['no villages', { id: 'other', villages: 'many' }, '1 ถึง 99'],
    ['an id that is taken', { 'public-url': 'https://new.example' }, 'อยู่แล้ว'],
    ['an address that is taken', { id: 'other' }, 'เป็นของหน่วยงาน nongkhok'],
  ])('refuses %s', async (_, wrong, said) => {
    const refused = await run(['add', ...flags({ ...wrong, secrets: await secretsFile() })]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(said);
  });

  it('refuses a token that LINE does not know, and secrets that are not whole, and never repeats them', async () => {
    const foreign = await secretsFile({ channelAccessToken: 'another-token' });
    const unknown = await run(['add', ...flags({ id: 'other', secrets: foreign })]);
    expect([unknown.code, unknown.err.includes('ไม่รู้จักโทเคน')]).toEqual([1, true]);
    const half = await secretsFile({ liffId: '1650000000-AbcdEfgh' });
    const incomplete = await run(['add', ...flags({ id: 'other', secrets: half })]);
    expect([incomplete.code, incomplete.err.includes('--secrets')]).toEqual([1, true]);
    for (const { out, err } of [unknown, incomplete]) {
      expect(out + err).not.toMatch(/another-token|a-channel-secret/);
    }
  });

  it('lists the agencies, and shows one', async () => {
    expect((await run(['list'])).out).toContain('nongkhok   องค์การบริหารส่วนตำบลหนองคอก');
    expect((await run(['show', 'nongkhok'])).out).toContain('ปิดผนึกไว้');
    expect((await run(['show', 'nowhere'])).code).toBe(1);
    expect((await run(['show', '../khoen'])).err).toContain('ใช้ได้เฉพาะ a-z');
    expect((await run(['remove'])).err).toContain('npm run agency -- add');
  });
});
