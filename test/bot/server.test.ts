import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyMissing } from '../../bot/agency/agencies.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { createLog } from '../../bot/log/log.ts';
import { type RunningServer, startServer } from '../../bot/server.ts';
import { openStore } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoOfficerId, demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const account = { channelSecret: 'a-secret', accessToken: 'a-token' };
const secretKey = new Uint8Array(randomBytes(32));
let simulator: Simulator;
let server: RunningServer;
let dataDir: string;

const config = (agencyId = 'khoen') => ({
  mode: 'try-out' as const,
  port: 0,
  publicUrl: 'http://127.0.0.1',
  agencyId,
  dataDir,
  store: { kind: 'embedded' as const, dataDir },
  liff: undefined,
  lineAddresses: {
    apiBaseUrl: simulator.apiUrl,
    dataApiBaseUrl: simulator.apiUrl,
    jwksUrl: simulator.login.jwksUrl,
  },
  email: undefined,
  bootstrapCode: undefined,
  secretKey: undefined,
});

/** Starts the program on the same data directory, as after a restart. */
async function start(agencyId?: string): Promise<RunningServer> {
  const store = await openStore({ dataDir: join(dataDir, 'store') });
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
  const { channelSecret, accessToken: channelAccessToken } = account;
  const line = {
    channelSecret,
    channelAccessToken,
    apiBaseUrl: simulator.apiUrl,
    dataApiBaseUrl: simulator.apiUrl,
  };
  const log = createLog({ write: () => undefined });
  try {
    const running = await startServer({
      config: config(agencyId),
      secretKey,
      line,
      store,
      log,
      bootstrapCode: 'ABCDEFGHJK',
    });
    simulator.platform.channel.webhook.endpoint = `http://127.0.0.1:${running.port}/webhook`;
    return running;
  } catch (error) {
    await store.close();
    throw error;
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-server-'));
  simulator = await startSimulator({ ...account, port: 0, webhookUrl: 'http://127.0.0.1:9/webhook' });
  server = await start();
  const { people, chats } = simulator.platform;
  for (const { id, name } of demoStaff) {
    people.set(id, { userId: id, name, role: 'officer', blocked: false });
    chats.set(id, []);
  }
});
afterAll(async () => {
  await server.close();
  await simulator.close();
  expect(simulator.platform.wrongMessages).toEqual([]);
  await rm(dataDir, { recursive: true, force: true });
});

/** What the bot said since the person last did something. */
const lastOf = async (chatId: string) => {
  const { messages } = await simulator.client.chat(chatId);
  return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
};
const says = async (userId: string, text: string) => {
  await simulator.client.sendText(userId, text);
  await simulator.client.idle();
  return lastOf(userId);
};

async function complains(userId: string): Promise<string> {
  await says(userId, 'ไฟถนนดับหน้าวัด หมู่ 3');
  let shown = await says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
    shown = await says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  return says(userId, 'ยืนยันส่ง');
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

describe('the whole program against the stand-in for LINE', () => {
  it("takes a complaint typed from end to end, and the officer's phone rings", async () => {
    const { userId } = await simulator.client.addPerson('ยายบัว');
    const sent = await complains(userId);
    const number = /เลขเรื่อง (\d\d-\d{4})/.exec(sent)?.[1] ?? 'none';
    expect(sent).toContain('ส่งเรื่องแล้ว');
    await until(async () => (await lastOf(demoOfficerId)).includes(number));
  });

  it('goes on after a restart where it was', async () => {
    const { userId } = await simulator.client.addPerson('ตาสี');
    await says(userId, 'ท่อระบายน้ำอุดตัน');
    await server.close();
    server = await start();
    expect(await says(userId, 'น้ำท่วมหน้าบ้าน')).toContain('ข้อความ 2');
  });

  it('catches up with what was sent while it was down', async () => {
    const { userId } = await simulator.client.addPerson('ลุงมี');
    await says(userId, 'สวัสดี');
    const port = server.port;
    await server.close();
    await simulator.client.sendText(userId, 'ต้นไม้ล้มทับสายไฟ');
    server = await start();
    expect(port).not.toBe(0);
    await simulator.client.idle();
    expect(await says(userId, 'หน้าโรงเรียน')).toContain('ข้อความ 2');
  });

  it('does not serve an agency that is not there', async () => {
    await server.close();
    await expect(start('elsewhere')).rejects.toThrow(AgencyMissing);
    server = await start();
  });
});
