import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { printed, wrapped } from '../../scripts/doctor-page.ts';
import { OTHER, openWorld, type World } from './world.ts';

const ENTRY = fileURLToPath(new URL('../../scripts/doctor.ts', import.meta.url));
/** A busy machine may take long to start a program. */
const LONG = 120_000;
const PATIENCE = 30_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => world.mend());
afterAll(() => world.close());

/** `npm run doctor -- …`, beside the running program. */
async function run(...given: string[]) {
  const child = spawn(process.execPath, [ENTRY, ...given], { env: { PATH: process.env.PATH, ...world.env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (octets: Buffer) => {
    said.out += octets.toString();
  });
  child.stderr.on('data', (octets: Buffer) => {
    said.err += octets.toString();
  });
  const [code] = await once(child, 'close');
  return { code: z.int().parse(code), ...said };
}

const Json = z.object({
  version: z.literal(1),
  counts: z.object({ fine: z.int(), unchecked: z.int(), do: z.int() }),
  deployment: z.array(z.object({ line: z.string(), state: z.string(), why: z.string() })),
  agencies: z.array(z.object({ id: z.string(), findings: z.array(z.looseObject({ line: z.string() })) })),
});

describe('npm run doctor', () => {
  it('looks through the program that is running, and ends with 0 where nothing is to be done', {
    timeout: LONG,
  }, async () => {
    const { code, out, err } = await run('--agency', 'khoen', '--json');
    expect(err).toBe('');
    const report = Json.parse(JSON.parse(out));
    expect(report.agencies.flatMap(({ findings }) => findings).filter(({ state }) => state === 'do')).toEqual(
      [],
    );
    expect(report.counts).toEqual({ fine: 21, unchecked: 1, do: 0 });
    expect(report.deployment.map(({ why }) => why)).toContain('ownServer');
    expect(code).toBe(0);
  });

  it('shows every agency to people, ends with 1 where something is to be done, and repeats no secret', {
    timeout: LONG,
  }, async () => {
    await world.simulator.client.setChannel({ chatMode: 'chat' });
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('องค์การบริหารส่วนตำบลเขิน (khoen)');
    expect(out).toContain(`องค์การบริหารส่วนตำบลหนองคอก (${OTHER})`);
    expect(out).toContain('✗ แชตของบัญชี (chatMode)');
    expect(out).toContain('→ ปิด “แชต” ที่ LINE Official Account Manager');
    const {
      LINE_CHANNEL_SECRET: secret = '',
      LINE_CHANNEL_ACCESS_TOKEN: token = '',
      SECRET_KEY: key = '',
    } = world.env;
    for (const hidden of [secret, token, key]) expect(out).not.toContain(hidden);
  });

  it('takes what it is told as known, for the deployment or for one agency', { timeout: LONG }, async () => {
    await world.put(world.agency(OTHER).doctor, undefined);
    await world.put(world.agency('khoen').doctor, undefined);
    expect((await run('--acknowledge', 'logs')).code).toBe(0);
    expect((await run('--acknowledge', 'redelivery', '--agency', OTHER)).out).toContain('รับทราบแล้ว');
    const report = await world.examine();
    expect(report.deployment).toContainEqual(expect.objectContaining({ line: 'requestLogs', state: 'fine' }));
    const other = report.agencies.find(({ id }) => id === OTHER)?.findings;
    expect(other).toContainEqual(expect.objectContaining({ line: 'redelivery', why: 'acknowledged' }));
  });

  it.each([
    ['a flag that is none', ['--everything'], 'npm run doctor'],
    ['what cannot be acknowledged', ['--acknowledge', 'recovery'], 'npm run doctor'],
    ['an agency that is none', ['--agency', 'nowhere'], 'ไม่มีหน่วยงาน nowhere'],
    ['odd characters', ['--agency', '../khoen'], 'ไม่มีหน่วยงาน'],
    [
      'an acknowledgement for nobody',
      ['--acknowledge', 'redelivery', '--agency', 'nowhere'],
      'ไม่มีหน่วยงาน nowhere',
    ],
  ])('ends with 2 for %s', { timeout: LONG }, async (_, given, said) => {
    const { code, out, err } = await run(...given);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('opens the store itself where no program runs, and says that nothing is in it', {
    timeout: LONG,
  }, async () => {
    world.env.DATA_DIR = join(world.dataDir, 'another');
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('ไม่มีหน่วยงาน khoen');
  });

  it('says that a Firestore cannot be read, and what could not be asked', { timeout: LONG }, async () => {
    world.env.GOOGLE_CLOUD_PROJECT = world.google.project;
    world.env.GOOGLE_APPLICATION_CREDENTIALS = join(world.dataDir, 'no-credentials.json');
    const { code, out } = await run('--json');
    expect(code).toBe(1);
    const { deployment } = Json.parse(JSON.parse(out));
    expect(deployment).toContainEqual(expect.objectContaining({ line: 'store', why: 'unreachable' }));
    expect(deployment).toContainEqual(expect.objectContaining({ line: 'rules', why: 'noGoogle' }));
  });

  it('says what is missing where the settings are not complete', { timeout: LONG }, async () => {
    delete world.env.SECRET_KEY;
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('SECRET_KEY');
    expect(out).toContain('✗ ค่าที่ตั้ง');
  });
});

describe('what only time shows', () => {
  const findings = async (line: string) =>
    (await world.examine('khoen')).agencies[0]?.findings.find((one) => one.line === line);

  it('redelivery is on once an event came again', { timeout: LONG }, async () => {
    await world.put(world.agency('khoen').pulse, {});
    expect(await findings('redelivery')).toMatchObject({ why: 'ask' });
    const { client } = world.simulator;
    const { userId } = await client.addPerson('ยายสา');
    await client.setFaults({ webhooks: { drop: { count: 1 } } });
    await client.sendText(userId, 'สวัสดี');
    expect(await client.idle()).toBe(true);
    await vi.waitFor(
      async () => expect(await findings('redelivery')).toMatchObject({ why: 'seen' }),
      PATIENCE,
    );
  });

  it('the providers are one once somebody on the staff signed in, and may be two where only others did', {
    timeout: LONG,
  }, async () => {
    await world.put(world.agency('khoen').pulse, {});
    expect(await findings('provider')).toMatchObject({ why: 'unknown' });
    expect(await world.signIn(`U${'5'.repeat(32)}`)).toBe(403);
    await vi.waitFor(
      async () => expect(await findings('provider')).toMatchObject({ why: 'other' }),
      PATIENCE,
    );
    expect(await world.signIn(demoOfficerId)).toBe(200);
    await vi.waitFor(async () => expect(await findings('provider')).toMatchObject({ why: 'same' }), PATIENCE);
  });
});

describe('the page on a terminal', () => {
  it('fits a narrow one, breaks Thai between words, and needs no colour', async () => {
    await world.put(world.agency('khoen').pulse, {});
    world.env.AGENCY_ID = 'nowhere';
    const report = await world.examine();
    const lines = printed(report, { columns: 48, colour: false });
    const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });
    const isCommand = (line: string): boolean => /^ {4,6}npm run /.test(line);
    const texts = lines.filter((line) => line.startsWith('    ') && !isCommand(line));
    expect(texts.filter((line) => [...letters.segment(line)].length > 48)).toEqual([]);
    expect(lines.some(isCommand)).toBe(true);
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(printed(report, { colour: true }).join('\n')).toContain('\u001b');
    const thai = wrapped('เปิดการตั้งเวลาอัตโนมัติ', 14);
    expect(thai.length).toBeGreaterThan(1);
    expect(thai.join('')).toBe('เปิดการตั้งเวลาอัตโนมัติ');
    expect(thai.filter((line) => /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(line))).toEqual([]);
  });
});
