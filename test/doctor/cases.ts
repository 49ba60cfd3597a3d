import { randomBytes } from 'node:crypto';
import { declaredMenu } from '../../bot/line/declared-menu.ts';
import { toLineRichMenu } from '../../bot/line/rich-menu.ts';
import { richMenuApi } from '../../bot/line/rich-menu-api.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import type { Line, State, Why } from '../../domain/doctor/finding.ts';
import { OTHER, type World } from './world.ts';

/** One way in which a line can stand, and what brings it about in a deployment that is in order. */
export interface Case {
  line: Line;
  state: State;
  why: string;
  given(world: World): Promise<unknown> | unknown;
  /** Whose line; the default agency's, or the deployment's, where absent. */
  of?: string;
}

const one = <L extends Line>(
  line: L,
  state: State,
  why: Why<L>,
  given: Case['given'],
  of?: string,
): Case => ({
  line,
  state,
  why,
  given,
  ...(of === undefined ? {} : { of }),
});

const nothing = (): void => undefined;
const LINE_NAMES = ['SECRET', 'ACCESS_TOKEN'].map((name) => `LINE_CHANNEL_${name}`);

/** As the program is started for trying out. */
function tryOut(world: World): void {
  for (const name of [...LINE_NAMES, 'LINE_API_BASE_URL', 'LINE_DATA_API_BASE_URL', 'SECRET_KEY']) {
    delete world.env[name];
  }
}
const onProject = (world: World): void => {
  world.env.GOOGLE_CLOUD_PROJECT = world.google.project;
};
const onEmulator = (world: World): void => {
  world.env.FIRESTORE_EMULATOR_HOST = '127.0.0.1:1';
};
const mailBy = (world: World, url: string): void => {
  Object.assign(world.env, { SMTP_URL: url, ALERT_EMAIL_FROM: 'prongsai@khoen.example' });
};
const noLogin = (world: World): void => {
  delete world.env.LIFF_ID;
  delete world.env.LINE_LOGIN_CHANNEL_ID;
};
/** LINE's calls under a path break off. */
const breaks = (world: World, path: string): Promise<void> =>
  world.simulator.client.setFaults({ calls: { reset: { probability: 1, path } } });
const own = (world: World) => world.agency('khoen');
const at = (world: World) => world.simulator.platform.channel;

const acknowledged = (world: World, what: string): Promise<void> =>
  world.put(own(world).doctor, { version: 1, acknowledged: { [what]: '2026-11-20' } });

async function withoutStaff(world: World, isOut: (roles: readonly string[]) => boolean): Promise<void> {
  for (const { id, roles } of demoStaff) if (isOut(roles)) await world.put(own(world).staff(id), undefined);
}

async function withReaders(
  world: World,
  change: (readers: { officers: unknown[] }) => object,
): Promise<void> {
  const found = (await world.documents.read(own(world).readers))?.data ?? {};
  const officers: unknown[] = Array.isArray(found.officers) ? found.officers : [];
  await world.put(own(world).readers, { ...found, ...change({ officers }) });
}

async function withoutRecovery(world: World): Promise<unknown> {
  const { recovery, ...rest } = (await world.documents.read(own(world).readers))?.data ?? {};
  await world.put(own(world).readers, rest);
  return recovery;
}

/** The lines about Google: what each answer means, the same for all of them. */
const asked = (line: 'rules' | 'indexes' | 'pitr' | 'backups' | 'requestLogs', path: string): Case[] => [
  one(line, 'unchecked', 'noGoogle', (world) => {
    onProject(world);
    world.googleToken = undefined;
  }),
  one(line, 'unchecked', 'denied', (world) => {
    onProject(world);
    world.google.refuses = { path, status: 403 };
  }),
  one(line, 'unchecked', 'silent', (world) => {
    onProject(world);
    world.google.refuses = { path, status: 503 };
  }),
];
const ofDatabase = (line: 'rules' | 'indexes' | 'pitr' | 'backups', path: string): Case[] => [
  one(line, 'fine', 'notOurs', nothing),
  one(line, 'unchecked', 'emulated', onEmulator),
  ...asked(line, path),
];

export const deploymentCases: Case[] = [
  one('environment', 'fine', 'complete', nothing),
  one('environment', 'do', 'incomplete', (world) => delete world.env.LINE_CHANNEL_SECRET),
  one('environment', 'do', 'tryOut', tryOut),
  one('secretKey', 'fine', 'good', nothing),
  one('secretKey', 'do', 'weak', (world) => {
    world.env.SECRET_KEY = Buffer.alloc(32, 'prongsai').toString('base64');
  }),
  one('secretKey', 'fine', 'ofTryOut', tryOut),
  one('secretKey', 'unchecked', 'noSettings', (world) => {
    world.env.SECRET_KEY = 'too short';
  }),
  one('store', 'fine', 'embedded', nothing),
  one('store', 'fine', 'project', onProject),
  one('store', 'do', 'emulator', onEmulator),
  one('store', 'do', 'unreachable', (world) => {
    world.storeAnswer = 'unreachable';
  }),
  one('store', 'do', 'busy', (world) => {
    world.storeAnswer = 'busy';
  }),
  one('store', 'do', 'noAgency', (world) => {
    world.env.AGENCY_ID = 'nowhere';
  }),
  one('store', 'unchecked', 'noSettings', (world) => {
    world.env.PORT = 'many';
  }),
  one('mail', 'fine', 'notSet', nothing),
  one('mail', 'fine', 'answers', (world) => mailBy(world, world.smtp.url)),
  one('mail', 'do', 'refused', (world) => {
    world.smtp.answers.set('AUTH', '535 5.7.8 no');
    mailBy(world, `smtp://user:password@127.0.0.1:${world.smtp.port}`);
  }),
  one('mail', 'do', 'silent', (world) => mailBy(world, 'smtp://127.0.0.1:1')),
  one('mail', 'unchecked', 'noSettings', (world) => {
    world.env.SMTP_URL = world.smtp.url;
  }),
  one('clock', 'fine', 'right', nothing),
  one('clock', 'do', 'fast', (world) => {
    world.aheadMs = 200_000;
  }),
  one('clock', 'do', 'slow', (world) => {
    world.aheadMs = -200_000;
  }),
  one('clock', 'unchecked', 'unknown', (world) => breaks(world, '/v2/bot/info')),
];

export const googleCases: Case[] = [
  ...ofDatabase('rules', '/rules/v1'),
  one('rules', 'fine', 'same', (world) => {
    onProject(world);
    world.google.rules = `// deployed by somebody\n${world.google.rules?.replaceAll('\n', '\r\n')}`;
  }),
  one('rules', 'do', 'missing', (world) => {
    onProject(world);
    world.google.rules = undefined;
  }),
  one('rules', 'do', 'different', (world) => {
    onProject(world);
    world.google.rules = world.google.rules?.replace('if false', 'if request.auth != null');
  }),
  ...ofDatabase('indexes', '/firestore/v1/projects/demo-doctor/databases/(default)/collectionGroups'),
  one('indexes', 'fine', 'all', onProject),
  one('indexes', 'fine', 'noTtl', (world) => {
    onProject(world);
    for (const field of world.google.fields) delete field.ttlConfig;
  }),
  one('indexes', 'do', 'missing', (world) => {
    onProject(world);
    world.google.indexes.pop();
  }),
  one('indexes', 'do', 'building', (world) => {
    onProject(world);
    world.google.indexes = world.google.indexes.map((index, n) => ({
      ...index,
      state: n === 3 ? 'CREATING' : 'READY',
    }));
  }),
  ...ofDatabase('pitr', '/firestore/v1/projects/demo-doctor/databases/(default)'),
  one('pitr', 'fine', 'off', onProject),
  one('pitr', 'do', 'on', (world) => {
    onProject(world);
    world.google.database.pointInTimeRecoveryEnablement = 'POINT_IN_TIME_RECOVERY_ENABLED';
  }),
  one('pitr', 'fine', 'acknowledged', async (world) => {
    onProject(world);
    world.google.database.pointInTimeRecoveryEnablement = 'POINT_IN_TIME_RECOVERY_ENABLED';
    await acknowledged(world, 'pitr');
  }),
  ...ofDatabase('backups', '/firestore/v1/projects/demo-doctor/databases/(default)/backupSchedules'),
  one('backups', 'fine', 'none', onProject),
  one('backups', 'do', 'some', (world) => {
    onProject(world);
    world.google.backupSchedules = [{ name: 'daily', retention: '604800s', dailyRecurrence: {} }];
  }),
  one('backups', 'fine', 'acknowledged', async (world) => {
    onProject(world);
    world.google.backupSchedules = [{ name: 'daily', retention: '604800s', dailyRecurrence: {} }];
    await acknowledged(world, 'backups');
  }),
  ...asked('requestLogs', '/logging'),
  one('requestLogs', 'unchecked', 'ownServer', nothing),
  one('requestLogs', 'fine', 'excluded', onProject),
  one('requestLogs', 'do', 'logged', (world) => {
    onProject(world);
    world.google.sinks = [{ name: '_Default' }];
  }),
  one('requestLogs', 'fine', 'acknowledged', (world) => acknowledged(world, 'logs')),
];

export const accountCases: Case[] = [
  one('secrets', 'fine', 'good', nothing),
  one('secrets', 'unchecked', 'noAccount', tryOut),
  one('secrets', 'do', 'missing', (world) => world.put(world.agency(OTHER).account, undefined), OTHER),
  one(
    'secrets',
    'do',
    'unreadable',
    (world) => {
      world.env.SECRET_KEY = randomBytes(32).toString('base64');
    },
    OTHER,
  ),
  one('secrets', 'do', 'swapped', ({ env }) => {
    const { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: token } = env;
    Object.assign(env, { LINE_CHANNEL_SECRET: token, LINE_CHANNEL_ACCESS_TOKEN: secret });
  }),
  one('secrets', 'do', 'secretShape', ({ env }) => {
    env.LINE_CHANNEL_SECRET = 'what-I-remember';
  }),
  one('secrets', 'do', 'tokenShape', ({ env }) => {
    env.LINE_CHANNEL_ACCESS_TOKEN = env.LINE_CHANNEL_ACCESS_TOKEN?.slice(0, 60);
  }),
  one('lineToken', 'unchecked', 'noAccount', tryOut),
  one('lineToken', 'unchecked', 'silent', (world) => breaks(world, '/v2/bot/info')),
  one('lineToken', 'fine', 'valid', nothing),
  one('lineToken', 'do', 'refused', ({ env }) => {
    env.LINE_CHANNEL_ACCESS_TOKEN = randomBytes(129).toString('base64');
  }),
  one(
    'lineToken',
    'do',
    'otherAccount',
    (world) => world.sealAccount({ ...world.otherAccount, destination: `U${'0'.repeat(32)}` }),
    OTHER,
  ),
  one('webhook', 'unchecked', 'noAccount', tryOut),
  one('webhook', 'unchecked', 'silent', (world) => breaks(world, '/v2/bot/channel')),
  one('webhook', 'fine', 'answers', nothing),
  one('webhook', 'do', 'notSet', (world) => {
    at(world).webhook.endpoint = '';
  }),
  one('webhook', 'do', 'off', (world) => {
    at(world).webhook.active = false;
  }),
  one('webhook', 'do', 'elsewhere', (world) => {
    at(world).webhook.endpoint = 'https://example.com/webhook';
  }),
  one('webhook', 'do', 'badSecret', (world) => {
    at(world).secret = randomBytes(16).toString('hex');
  }),
  one('webhook', 'do', 'failed', (world) => {
    world.env.PUBLIC_URL = 'http://127.0.0.1:1';
    at(world).webhook.endpoint = 'http://127.0.0.1:1/webhook';
  }),
  one('redelivery', 'fine', 'seen', nothing),
  one('redelivery', 'do', 'ask', (world) => world.put(own(world).pulse, { webhook: 1 })),
  one('redelivery', 'fine', 'acknowledged', async (world) => {
    await world.put(own(world).pulse, { webhook: 1 });
    await acknowledged(world, 'redelivery');
  }),
  one('chatMode', 'unchecked', 'noAccount', tryOut),
  one('chatMode', 'unchecked', 'silent', (world) => breaks(world, '/v2/bot/info')),
  one('chatMode', 'fine', 'bot', nothing),
  one('chatMode', 'do', 'chat', (world) => world.simulator.client.setChannel({ chatMode: 'chat' })),
  one('provider', 'unchecked', 'noLogin', noLogin),
  one('provider', 'fine', 'same', nothing),
  one('provider', 'unchecked', 'unknown', (world) => world.put(own(world).pulse, {})),
  one('provider', 'do', 'other', (world) => world.put(own(world).pulse, { loginUnknown: '1650000000' })),
  one('liff', 'unchecked', 'noLogin', noLogin),
  one('liff', 'unchecked', 'noSecret', ({ env }) => delete env.LINE_LOGIN_CHANNEL_SECRET),
  one('liff', 'unchecked', 'silent', ({ env }) => {
    Object.assign(env, {
      LINE_API_BASE_URL: 'http://127.0.0.1:1',
      LINE_DATA_API_BASE_URL: 'http://127.0.0.1:1',
    });
  }),
  one('liff', 'fine', 'matches', nothing),
  one('liff', 'do', 'otherChannel', ({ env }) => {
    env.LIFF_ID = '1650000001-AbcdEfgh';
  }),
  one('liff', 'do', 'refused', ({ env }) => {
    env.LINE_LOGIN_CHANNEL_SECRET = randomBytes(16).toString('hex');
  }),
  one('liff', 'do', 'unknownApp', (world) => {
    world.simulator.login.apps.length = 0;
  }),
  one('liff', 'do', 'elsewhere', (world) => {
    for (const app of world.simulator.login.apps) app.view.url = 'https://example.com';
  }),
  one('liff', 'do', 'noOpenid', (world) => {
    for (const app of world.simulator.login.apps) app.scope = ['profile'];
  }),
  one('quota', 'unchecked', 'noAccount', tryOut),
  one('quota', 'unchecked', 'silent', (world) => breaks(world, '/v2/bot/message/quota')),
  one('quota', 'fine', 'enough', nothing),
  one('quota', 'fine', 'unlimited', (world) => world.simulator.client.setChannel({ quotaLimit: null })),
  one('quota', 'do', 'low', (world) => {
    at(world).quotaUsed = 281;
  }),
  one('quota', 'do', 'spent', (world) => {
    at(world).quotaUsed = 300;
  }),
  one('richMenu', 'unchecked', 'noAccount', tryOut),
  one('richMenu', 'unchecked', 'silent', (world) => breaks(world, '/v2/bot/richmenu')),
  one('richMenu', 'fine', 'shown', nothing),
  one('richMenu', 'do', 'none', async (world) => {
    await fetch(`${world.simulator.apiUrl}/v2/bot/user/all/richmenu`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${world.env.LINE_CHANNEL_ACCESS_TOKEN}` },
    });
  }),
  one('richMenu', 'do', 'other', async (world) => {
    const token = world.env.LINE_CHANNEL_ACCESS_TOKEN ?? '';
    const { apiUrl } = world.simulator;
    const api = richMenuApi({ channelAccessToken: token, apiBaseUrl: apiUrl, dataApiBaseUrl: apiUrl });
    const { menu, image } = await declaredMenu(khoen(''));
    const id = await api.create(toLineRichMenu(menu, 'a menu of somebody else'));
    await api.upload(id, image);
    await api.setDefault(id);
  }),
];

export const peopleCases: Case[] = [
  one('officers', 'fine', 'some', nothing),
  one('officers', 'do', 'none', (world) =>
    withoutStaff(world, (roles) => roles.includes('officer') || roles.includes('admin')),
  ),
  one('integrity', 'fine', 'some', nothing),
  one('integrity', 'do', 'one', (world) =>
    withReaders(world, ({ officers }) => ({ officers: officers.slice(0, 1) })),
  ),
  one('integrity', 'do', 'none', (world) => withReaders(world, () => ({ officers: [] }))),
  one('recovery', 'fine', 'confirmed', nothing),
  one('recovery', 'do', 'none', withoutRecovery),
  one('recovery', 'do', 'unconfirmed', async (world) => {
    const recovery = await withoutRecovery(world);
    const recipient =
      typeof recovery === 'object' && recovery !== null && 'recipient' in recovery ? recovery.recipient : '';
    await world.put(own(world).recoveryKey, {
      version: 1,
      waiting: {
        recipient,
        madeBy: 'U1a7e9000000000000000000000000001',
        madeAt: '2026-11-25T02:00:00.000Z',
        readyAt: '2026-11-26T02:00:00.000Z',
        custodian: { name: 'กำนันบุญเลิศ', office: 'outside' },
      },
    });
  }),
];
