import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedAgency } from '../../bot/agency/seed.ts';
import { createLog } from '../../bot/log/log.ts';
import { type RunningServer, startServer } from '../../bot/server.ts';
import { openStore } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import {
  LOOPBACK_PROJECT,
  startLoopbackFirestore,
  startWay,
  type Way,
} from '../support/loopback-firestore.ts';
import { eventOf, postWebhook, says, someUser } from '../support/webhook.ts';

const SECRET = 'a-secret';
/** LINE tries again for as long as any of this takes. */
const REDELIVERIES = Array.from({ length: 200 }, () => 250);
let firestore: Awaited<ReturnType<typeof startLoopbackFirestore>>;
let way: Awaited<ReturnType<typeof startWay>>;
let simulator: Simulator;
let server: RunningServer;
let dataDir: string;
const at = () => `http://127.0.0.1:${server.port}`;

beforeAll(async () => {
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', undefined);
  firestore = await startLoopbackFirestore();
  way = await startWay(firestore.port);
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-unreachable-'));
  simulator = await startSimulator({
    channelSecret: SECRET,
    accessToken: 'a-token',
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/webhook',
    webhooks: { redeliveryDelaysMs: REDELIVERIES },
  });
  const host = `127.0.0.1:${way.port}`;
  const store = await openStore({ emulatorHost: host, projectId: LOOPBACK_PROJECT, dataDir });
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
  const addresses = { apiBaseUrl: simulator.apiUrl, dataApiBaseUrl: simulator.apiUrl };
  server = await startServer({
    config: {
      mode: 'try-out',
      port: 0,
      publicUrl: 'http://127.0.0.1',
      agencyId: 'khoen',
      dataDir,
      store: { kind: 'emulator', host, project: LOOPBACK_PROJECT },
      liff: undefined,
      lineAddresses: { ...addresses, jwksUrl: simulator.login.jwksUrl },
      email: undefined,
      bootstrapCode: undefined,
      secretKey: undefined,
    },
    secretKey: new Uint8Array(randomBytes(32)),
    line: { channelSecret: SECRET, channelAccessToken: 'a-token', ...addresses },
    store,
    log: createLog({ write: () => undefined }),
    bootstrapCode: 'ABCDEFGHJK',
  });
  simulator.platform.channel.webhook.endpoint = `${at()}/webhook`;
}, 60_000);
afterAll(async () => {
  await server.close();
  await simulator.close();
  await way.close();
  await firestore.close();
  await rm(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}
const isReady = async (): Promise<boolean> => (await fetch(`${at()}/readyz`)).status === 200;
const post = (event: unknown) =>
  postWebhook(
    `${at()}/webhook`,
    SECRET,
    JSON.stringify({ destination: simulator.platform.channel.botUserId, events: [event] }),
  );
const settled = async (): Promise<void> => until(simulator.client.idle);
async function lastOf(userId: string): Promise<string> {
  const { messages } = await simulator.client.chat(userId);
  return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
}

describe.each<[Way]>([['silent'], ['refused'], ['lost answers']])('while the store is "%s"', (how) => {
  it('webhooks are to be sent again, and afterwards nothing is lost and nothing is there twice', async () => {
    await until(isReady);
    const names = ['ยายบัว', 'ตาสี', 'ลุงมี'];
    const people = await Promise.all(names.map((name) => simulator.client.addPerson(name)));
    const each = async (words: string): Promise<void> => {
      for (const { userId } of people) await simulator.client.sendText(userId, words);
    };
    await each('ไฟถนนดับหน้าวัด');
    await settled();

    await way.become(how);
    expect((await fetch(`${at()}/readyz`)).status).toBe(503);
    expect((await fetch(`${at()}/healthz`)).status).toBe(200);
    const event = eventOf(someUser(), says('น้ำประปาไม่ไหล'));
    expect((await post(event)).status).toBe(500);
    await each('ดับมาสามวันแล้ว');
    await each('ช่วยมาดูด้วย');
    expect((await post(event)).status).toBe(500);

    await way.become('open');
    await until(isReady);
    expect((await post(event)).status).toBe(200);
    await settled();
    for (const { userId } of people) {
      await simulator.client.sendText(userId, 'ขอบคุณล่วงหน้า มืดมาก');
      await settled();
      expect(await lastOf(userId)).toContain('ข้อความ 4');
    }
    expect(simulator.platform.wrongMessages).toEqual([]);
  }, 120_000);
});
