import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../bot/config/config.ts';
import { parseSecretKey } from '../../../bot/config/secret-key.ts';

const secretKey = Buffer.alloc(32, 'k').toString('base64');
const line = {
  LINE_CHANNEL_SECRET: '0123456789abcdef0123456789abcdef',
  LINE_CHANNEL_ACCESS_TOKEN: 'an/invented+token=',
  SECRET_KEY: secretKey,
  PUBLIC_URL: 'https://khoen.example.go.th/',
};

function configOf(env: Record<string, string | undefined>) {
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  return outcome.config;
}

function problemsOf(env: Record<string, string | undefined>): string[] {
  const outcome = readConfig(env);
  return outcome.ok ? [] : outcome.problems;
}

const namesOf = (env: Record<string, string | undefined>) =>
  problemsOf(env).map((problem) => problem.split(' ')[0]);

describe('readConfig', () => {
  it('is the try-out mode with the embedded store when nothing is set', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        mode: 'try-out',
        port: 8080,
        publicUrl: 'http://localhost:8080',
        agencyId: 'khoen',
        dataDir: '.data',
        store: { kind: 'embedded', dataDir: '.data' },
        liff: undefined,
        lineAddresses: {
          apiBaseUrl: 'https://api.line.me',
          dataApiBaseUrl: 'https://api-data.line.me',
          jwksUrl: 'https://api.line.me/oauth2/v2.1/certs',
        },
        email: undefined,
        bootstrapCode: undefined,
        secretKey: undefined,
      },
    });
  });

  it('takes the port into the default address and empty values for unset', () => {
    const config = configOf({ PORT: '9001', SECRET_KEY: '', LINE_CHANNEL_SECRET: '  ' });
    expect(config).toMatchObject({ mode: 'try-out', port: 9001, publicUrl: 'http://localhost:9001' });
  });

  it('listens where it is told to', () => {
    expect(configOf({ LISTEN_HOST: '127.0.0.1' })).toMatchObject({ host: '127.0.0.1' });
    expect(namesOf({ LISTEN_HOST: 'http://127.0.0.1' })).toEqual(['LISTEN_HOST']);
  });

  it('serves a LINE account', () => {
    const config = configOf({ ...line, SECRET_KEY: ` ${secretKey}\n`, BOOTSTRAP_CODE: 'abcde-23456' });
    expect(config).toMatchObject({
      mode: 'line',
      publicUrl: 'https://khoen.example.go.th',
      secretKey: parseSecretKey(secretKey),
      bootstrapCode: 'ABCDE23456',
      line: { channelSecret: line.LINE_CHANNEL_SECRET, apiBaseUrl: 'https://api.line.me' },
    });
  });

  it('chooses the store', () => {
    expect(configOf({ DATA_DIR: '/srv/data' }).store).toEqual({ kind: 'embedded', dataDir: '/srv/data' });
    expect(configOf({ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8085' }).store).toEqual({
      kind: 'emulator',
      host: '127.0.0.1:8085',
      project: 'demo-prongsai',
    });
    expect(configOf({ GOOGLE_CLOUD_PROJECT: 'khoen-sisaket' }).store).toEqual({
      kind: 'project',
      project: 'khoen-sisaket',
    });
  });

  it('reports everything that a LINE account lacks at once', () => {
    expect(namesOf({ LINE_CHANNEL_SECRET: line.LINE_CHANNEL_SECRET })).toEqual([
      'LINE_CHANNEL_ACCESS_TOKEN',
      'SECRET_KEY',
      'PUBLIC_URL',
    ]);
    expect(namesOf({ ...line, PUBLIC_URL: 'http://khoen.example.go.th' })).toEqual(['PUBLIC_URL']);
  });

  it('lets a stand-in for LINE on this machine call this machine, and nothing else', () => {
    const standIn = {
      LINE_API_BASE_URL: 'http://127.0.0.1:4000',
      LINE_DATA_API_BASE_URL: 'http://127.0.0.1:4000',
    };
    expect(configOf({ ...line, ...standIn, PUBLIC_URL: undefined }).mode).toBe('line');
    expect(namesOf({ ...line, ...standIn, PUBLIC_URL: 'http://khoen.example.go.th' })).toEqual([
      'PUBLIC_URL',
    ]);
    expect(namesOf(standIn)).toEqual(['LINE_API_BASE_URL', 'LINE_DATA_API_BASE_URL']);
  });

  it('names halves of pairs', () => {
    expect(namesOf({ LIFF_ID: '1234567890-AbcdEfgh' })).toEqual(['LINE_LOGIN_CHANNEL_ID']);
    expect(namesOf({ ALERT_EMAIL_FROM: 'alert@khoen.example' })).toEqual(['SMTP_URL']);
    expect(namesOf({ GOOGLE_APPLICATION_CREDENTIALS: '/srv/key.json' })).toEqual(['GOOGLE_CLOUD_PROJECT']);
  });

  it('takes no port that only the machine would know', () => {
    expect(namesOf({ PORT: '0' })).toEqual(['PORT']);
    expect(namesOf({ PORT: '1' })).toEqual([]);
  });

  it('names every malformed value and repeats none', () => {
    const wrong: Record<string, string> = {
      PORT: '70000',
      PUBLIC_URL: 'https://somchai:pass@khoen.example',
      AGENCY_ID: 'เขิน',
      LINE_CHANNEL_SECRET: 'split secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'split token',
      LINE_API_BASE_URL: 'ftp://lineapi',
      LINE_DATA_API_BASE_URL: 'javascript:steal',
      LIFF_ID: 'liffliff',
      LINE_LOGIN_CHANNEL_ID: '12ab',
      LINE_LOGIN_JWKS_URL: 'keysplease',
      SECRET_KEY: Buffer.alloc(31, 'q').toString('base64'),
      GOOGLE_CLOUD_PROJECT: 'NOPROJECT',
      FIRESTORE_EMULATOR_HOST: 'portless',
      SMTP_URL: 'https://mailmail',
      ALERT_EMAIL_FROM: 'mailfrom',
      BOOTSTRAP_CODE: 'SHORTY',
    };
    const problems = problemsOf(wrong);
    expect([...new Set(problems.map((problem) => problem.split(' ')[0]))]).toEqual(
      expect.arrayContaining(Object.keys(wrong)),
    );
    for (const value of Object.values(wrong)) expect(problems.join('\n')).not.toContain(value);
  });

  it.each([
    ['one octet short', Buffer.alloc(31, 'k').toString('base64')],
    ['one octet long', Buffer.alloc(33, 'k').toString('base64')],
    ['without padding', secretKey.replace('=', '')],
    ['in the URL alphabet', Buffer.alloc(32, 0xff).toString('base64url').concat('=')],
    ['with a bit too many', secretKey.replace(/.=$/, 'x=')],
    ['in hex', Buffer.alloc(32, 'k').toString('hex')],
  ])('refuses a key %s', (_, key) => {
    expect(namesOf({ ...line, SECRET_KEY: key })).toEqual(['SECRET_KEY']);
  });
});
