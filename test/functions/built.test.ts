import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicCaching } from '../../bot/pages/headers.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { buildFunctions } from '../../scripts/build-functions.ts';
import { postWebhook, sign } from '../support/webhook.ts';
import { account, type Cloud, startCloud } from './cloud.ts';
import { created } from './eventarc.ts';

let cloud: Cloud;
beforeAll(async () => {
  await buildFunctions();
  cloud = await startCloud();
}, 120_000);
afterAll(async () => {
  await cloud.close();
});

/** What the bot said since the person last did something. */
const lastOf = async (chatId: string) => {
  const { messages } = await cloud.simulator.client.chat(chatId);
  return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
};
const says = async (userId: string, text: string) => {
  await cloud.simulator.client.sendText(userId, text);
  await cloud.simulator.client.idle();
  return lastOf(userId);
};

/** Reports a broken lamp; the number that the case was given. */
async function complains(): Promise<string> {
  const { userId } = await cloud.simulator.client.addPerson('ยายบัว');
  await says(userId, 'ไฟถนนดับหน้าวัด หมู่ 3');
  let shown = await says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
    shown = await says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  const sent = await says(userId, 'ยืนยันส่ง');
  return /เลขเรื่อง (\d\d-\d{4})/.exec(sent)?.[1] ?? 'none';
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

describe('the built program where Google runs it', () => {
  it('answers a webhook that LINE signed, by the octets that LINE signed', async () => {
    const body = '{ "destination": "U0",\n  "events": [] }';
    const { status } = await postWebhook(`${cloud.urls.web}/webhook`, account.channelSecret, body);
    expect(status).toBe(200);
  });

  it('takes a complaint from end to end; nothing is sent by the instance that took it', async () => {
    const number = await complains();
    expect(number).toMatch(/^\d\d-\d{4}$/);
    expect(await lastOf(demoOfficerId)).not.toContain(number);
  });

  it("fires on what a commit puts into the outbox, and the officer's phone rings", async () => {
    const trigger = cloud.watch();
    const number = await complains();
    await until(async () => (await lastOf(demoOfficerId)).includes(number));
    await until(async () => trigger.fired() > 0);
    expect(trigger.failed).toEqual([]);
    trigger.stop();
  });

  it('sends each minute what no trigger sent', async () => {
    const number = await complains();
    expect(await lastOf(demoOfficerId)).not.toContain(number);
    const { status } = await fetch(cloud.urls.minute, { method: 'POST' });
    expect(status).toBe(200);
    expect(await lastOf(demoOfficerId)).toContain(number);
  });

  it('refuses what LINE did not sign, and what is too long, by its length', async () => {
    const webhook = `${cloud.urls.web}/webhook`;
    const wrong = await postWebhook(webhook, account.channelSecret, '{"events":[]}', sign('{}', 'another'));
    expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([401, { error: { code: 'bad_signature' } }]);
    const long = JSON.stringify({ destination: 'U0', events: [], more: 'x'.repeat(1024 * 1024) });
    const refused = await postWebhook(webhook, account.channelSecret, long);
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([413, { error: { code: 'too_large' } }]);
  });

  it('takes a photo by its decoder, and a voice note by its thread', async () => {
    const { client } = cloud.simulator;
    expect([cloud.loads('@google-cloud/firestore'), cloud.loads('sharp')]).toEqual([true, false]);
    const { userId } = await client.addPerson('ลุงมี');
    const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#37c' } })
      .jpeg()
      .toBuffer();
    await client.sendMedia(userId, { type: 'image', content });
    await client.idle();
    const voice = await readFile(new URL('../fixtures/media/voice.m4a', import.meta.url));
    await client.sendMedia(userId, { type: 'audio', content: voice, duration: 3000 });
    await client.idle();
    expect((await cloud.stored('attachments')).map(({ kind }) => kind).sort()).toEqual(['photo', 'voice']);
    expect(cloud.loads('sharp')).toBe(true);
  });

  it('renders pages, and says how they are to be kept where nothing stands', async () => {
    const page = await fetch(`${cloud.urls.web}/tip`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<h1');
    const nothing = await fetch(`${cloud.urls.web}/assets/nothing.js`);
    expect([nothing.status, nothing.headers.get('cache-control')]).toEqual([404, publicCaching]);
  });

  it('never tells what stands where, though the server before it parses', async () => {
    const answer = await fetch(`${cloud.urls.web}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"broken',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/\.c?js|broken| at /);
  });
});

describe('an event as Eventarc delivers it', () => {
  const MINUTE = 60_000;
  const delivered = async (dueAt: number, at: number) => {
    const { headers, body } = created({ agencyId: 'khoen', id: 'some', fields: { dueAt }, at });
    return (await fetch(cloud.urls.outbox, { method: 'POST', headers, body })).status;
  };

  it('is read, and what is due in its agency is sent; not for what is due later, or long past', async () => {
    const number = await complains();
    const now = Date.now();
    expect(await delivered(now + 60 * MINUTE, now)).toBe(204);
    expect(await delivered(now - 60 * MINUTE, now - 60 * MINUTE)).toBe(204);
    expect(await lastOf(demoOfficerId)).not.toContain(number);
    expect(await delivered(now, now)).toBe(204);
    expect(await lastOf(demoOfficerId)).toContain(number);
  });
});
