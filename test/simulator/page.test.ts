import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { launchBrowser } from '../browser/launch.ts';
import { say, startEchoBot } from './echo-bot.ts';

const channelSecret = 'a-secret-for-this-test';
const accessToken = 'a-token-for-this-test';
const artefacts = new URL('../../artefacts/simulator/', import.meta.url);
const sampleVoice = fileURLToPath(new URL('../../simulator/page/sample-voice.m4a', import.meta.url));

let browser: Browser;
let bot: Awaited<ReturnType<typeof startEchoBot>>;
let simulator: Simulator;
let page: Page;
let resident: Locator;
let officer: Locator;
let problems: string[];

const message = (phone: Locator, text: string) => phone.getByTestId('message').filter({ hasText: text });

async function type(phone: Locator, text: string): Promise<void> {
  await phone.getByTestId('input').fill(text);
  await phone.getByTestId('send').click();
}

async function linkRichMenu(): Promise<void> {
  const areas = ['แจ้งปัญหา', 'แจ้งทุจริต (ลับ)'].map((label, index) => ({
    bounds: { x: index * 600, y: 0, width: 600, height: 405 },
    action: { type: 'postback' as const, label, data: `menu=${index}`, displayText: label },
  }));
  const { richMenuId } = await bot.client().createRichMenu({
    size: { width: 1200, height: 405 },
    selected: true,
    name: 'เมนูหลัก',
    chatBarText: 'เมนู',
    areas,
  });
  const picture = sharp({ create: { width: 1200, height: 405, channels: 3, background: '#f7f3e8' } }).png();
  const image = new Blob([new Uint8Array(await picture.toBuffer())], { type: 'image/png' });
  await bot.blobs().setRichMenuImage(richMenuId, image);
  await bot.client().setDefaultRichMenu(richMenuId);
}

const unpackingMilliseconds = 120_000;

beforeAll(async () => {
  browser = await launchBrowser();
}, unpackingMilliseconds);
afterAll(() => browser.close());

beforeEach(async () => {
  bot = await startEchoBot(channelSecret, accessToken);
  simulator = await startSimulator({
    port: 0,
    webhookUrl: bot.webhookUrl,
    channelSecret,
    accessToken,
    name: 'อบต.เขิน',
    webhooks: { redeliveryDelaysMs: [] },
  });
  bot.connect(simulator.apiUrl);
  await simulator.client.addPerson('ยายบุญมา', 'resident');
  await simulator.client.addPerson('สมชาย กองช่าง', 'officer');
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(simulator.url);
  resident = page.getByTestId('phone-resident');
  officer = page.getByTestId('phone-officer');
  await resident.getByRole('option', { name: 'ยายบุญมา' }).waitFor({ state: 'attached' });
});

afterEach(async () => {
  const seen = problems;
  await page.close();
  await simulator.close();
  bot.close();
  expect(seen).toEqual([]);
});

const shoot = (name: string) => page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, artefacts)) });

describe('what a person sends', () => {
  it('sends words on Enter, keeps a line break on Shift+Enter, and shows the answer as text only', async () => {
    const input = resident.getByTestId('input');
    await input.pressSequentially('<img src=x onerror=alert(1)>');
    await input.press('Shift+Enter');
    await input.pressSequentially('ไฟดับ');
    await input.press('Enter');
    const answer = message(resident, 'รับ:').getByTestId('bubble');
    await answer.waitFor();
    expect(await answer.textContent()).toBe('รับ: <img src=x onerror=alert(1)>\nไฟดับ');
    expect(await message(officer, 'รับ:').count()).toBe(0);
  });

  it('sends a chosen photo and a drawn one', async () => {
    const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#223' } })
      .jpeg()
      .toBuffer();
    await resident
      .getByTestId('photo-input')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await message(resident, 'image: true').waitFor();
    await resident.getByTestId('photo').click();
    await resident.getByTestId('sample-photo').click();
    await message(resident, 'image: true').nth(1).waitFor();
    const drawn = resident.locator('[data-testid=message][data-from=user] img').nth(1);
    await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  });

  it('sends a voice file with its length, and a sample', async () => {
    await resident.getByTestId('audio-input').setInputFiles(sampleVoice);
    const words = await message(resident, 'เสียง:').getByTestId('bubble').textContent();
    const [, duration, size] = (words ?? '').split(' ').map(Number);
    expect(size).toBe(statSync(sampleVoice).size);
    expect(duration).toBeGreaterThan(2500);
    expect(duration).toBeLessThan(3500);
    await resident.getByTestId('voice').click();
    await resident.getByTestId('sample-voice').click();
    await message(resident, 'เสียง:').nth(1).waitFor();
    expect(await resident.locator('[data-kind=audio]').count()).toBe(2);
    await resident
      .locator('[data-kind=audio]')
      .first()
      .getByRole('button', { name: /ฟังเสียง/ })
      .waitFor();
  });

  it('sends a place and a sticker from their pickers', async () => {
    await resident.getByTestId('more').click();
    await resident.getByTestId('location').click();
    await resident.getByTestId('spot').first().click();
    await message(resident, 'ที่: หน้าวัด หมู่ 3 14.9').waitFor();
    await resident.getByTestId('sticker').click();
    await resident.getByTestId('sticker-choice').nth(1).click();
    await message(resident, 'สติกเกอร์: 446/1989').waitFor();
    await resident.getByRole('img', { name: 'สติกเกอร์ ขอบคุณ' }).waitFor();
  });

  it('takes a message back', async () => {
    await type(resident, 'พิมพ์ผิด');
    await message(resident, 'รับ: พิมพ์ผิด').waitFor();
    await resident.locator('[data-from=user]').hover();
    await resident.getByTestId('message-menu').click();
    await resident.getByTestId('unsend').click();
    await resident.locator('[data-kind=unsent]').waitFor();
    await simulator.client.idle();
    expect(bot.unsent).toHaveLength(1);
  });
});

describe('what a person presses', () => {
  it('shows quick replies until the next message, and does what each says', async () => {
    await type(resident, 'ตัวเลือก');
    const chips = resident.getByTestId('quick-reply');
    await expect.poll(() => chips.allTextContents()).toEqual(['แจ้งปัญหา', 'สอบถาม', 'ส่งตำแหน่ง', 'ส่งรูป']);
    await shoot('quick-reply');
    await chips.filter({ hasText: 'ส่งตำแหน่ง' }).click();
    await resident.getByTestId('sheet').press('Escape');
    expect(await chips.count()).toBe(4);
    await chips.filter({ hasText: 'แจ้งปัญหา' }).click();
    await message(resident, 'ปุ่ม: kind=1').waitFor();
    expect(await chips.count()).toBe(0);
    expect(await resident.locator('[data-from=user]').last().getByTestId('bubble').textContent()).toBe(
      'แจ้งปัญหา',
    );
  });

  it('draws a Flex card and sends what its button holds, without words in the chat', async () => {
    await type(resident, 'การ์ด');
    await resident.getByTestId('flex-button').filter({ hasText: 'โทร 1669' }).click();
    await resident.getByTestId('toast').filter({ hasText: 'โทร 1669' }).waitFor();
    await shoot('flex');
    await resident.getByTestId('flex-button').filter({ hasText: 'ยืนยันส่ง' }).click();
    await message(resident, 'ปุ่ม: confirm').waitFor();
    expect(await resident.locator('[data-from=user]').count()).toBe(1);
  });

  it('reaches the rich menu by mouse and by keyboard, and closes it by its bar', async () => {
    await linkRichMenu();
    const areas = resident.getByTestId('rich-menu-area');
    await areas.first().click();
    await message(resident, 'ปุ่ม: menu=0').waitFor();
    await resident.getByRole('button', { name: 'แจ้งทุจริต (ลับ)' }).press('Enter');
    await message(resident, 'ปุ่ม: menu=1').waitFor();
    await shoot('rich-menu');
    await resident.getByTestId('rich-menu-bar').click();
    expect(await areas.first().isVisible()).toBe(false);
  });
});

describe('people and switches', () => {
  it('adds a second resident, whose chat is their own', async () => {
    await type(resident, 'ของยาย');
    await message(resident, 'รับ: ของยาย').waitFor();
    await page.getByTestId('add-person').click();
    await page.getByRole('textbox', { name: 'ชื่อ', exact: true }).fill('ลุงทองดี');
    await page.getByRole('button', { name: 'เพิ่ม', exact: true }).click();
    await resident.getByTestId('chat-menu').waitFor();
    await expect
      .poll(() => resident.getByTestId('person-select').locator('option:checked').textContent())
      .toBe('ลุงทองดี');
    await type(resident, 'ของลุง');
    await message(resident, 'รับ: ของลุง').waitFor();
    expect(await message(resident, 'ของยาย').count()).toBe(0);
    await resident.getByTestId('person-select').selectOption({ label: 'ยายบุญมา' });
    await message(resident, 'รับ: ของยาย').waitFor();
    expect(await message(resident, 'ของลุง').count()).toBe(0);
  });

  it('makes a group in which each sees who said what', async () => {
    await page.getByTestId('add-group').click();
    await page.getByRole('textbox', { name: 'ชื่อกลุ่ม' }).fill('กองช่าง');
    await page.getByRole('checkbox', { name: 'ยายบุญมา' }).check();
    await page.getByRole('button', { name: 'สร้างกลุ่ม' }).click();
    for (const phone of [resident, officer])
      await phone.getByTestId('chat-select').selectOption({ label: 'กลุ่ม กองช่าง' });
    await type(officer, 'มีใครอยู่ไหม');
    await message(resident, 'รับ: มีใครอยู่ไหม').waitFor();
    expect(await message(resident, 'มีใครอยู่ไหม').first().textContent()).toContain('สมชาย กองช่าง');
    await shoot('group');
  });

  it('blocks the account and comes back', async () => {
    await resident.getByTestId('chat-menu').click();
    await resident.getByTestId('unfollow').click();
    await resident.getByText('บล็อกบัญชีนี้อยู่').waitFor();
    expect(await resident.getByTestId('input').isVisible()).toBe(false);
    await resident.getByRole('button', { name: 'เพิ่มเพื่อน' }).click();
    await resident.getByTestId('input').waitFor();
  });

  it('loses webhooks when told to, marks the message, and heals', async () => {
    await page.getByTestId('open-drawer').click();
    await page.getByTestId('fault-webhooks-drop').press('End');
    await expect.poll(async () => (await simulator.client.state()).faults.webhooks.drop).toBe(1);
    await type(resident, 'จะถึงไหม');
    await resident.locator('[data-delivered=failed]').getByText('ส่งไม่ถึงบอต').waitFor();
    await shoot('faults');
    await page.getByTestId('faults-off').click();
    await expect.poll(async () => (await simulator.client.state()).faults.webhooks.drop).toBe(0);
    await type(resident, 'ลองใหม่');
    await message(resident, 'รับ: ลองใหม่').waitFor();
    await page.getByTestId('call-log').getByText('/v2/bot/message/reply').first().waitFor();
  });

  it('starts empty after a reset, without complaint', async () => {
    await type(resident, 'ก่อนล้าง');
    await message(resident, 'รับ: ก่อนล้าง').waitFor();
    page.on('dialog', (dialog) => dialog.accept());
    await page.getByTestId('open-drawer').click();
    await page.getByRole('button', { name: 'ล้างเครื่องจำลอง' }).click();
    await resident.getByText('ยังไม่มีคน').waitFor();
    expect(await message(resident, 'ก่อนล้าง').count()).toBe(0);
    await simulator.client.addPerson('ป้าคำแพง', 'resident');
    await resident.getByTestId('input').waitFor();
  });

  it('tells the bot that chat is on', async () => {
    await page.getByTestId('open-drawer').click();
    await page.getByTestId('chat-mode').check();
    await expect.poll(async () => (await bot.client().getBotInfo()).chatMode).toBe('chat');
  });
});

describe('how it fits', () => {
  it('works at 320 px: no sideways scroll, no control under 48 px, both phones by tab', async () => {
    await linkRichMenu();
    await type(resident, 'การ์ด');
    await resident.getByTestId('flex-button').first().waitFor();
    await type(resident, 'ตัวเลือก');
    await resident.getByTestId('quick-reply').first().waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    const sizes = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - window.innerWidth,
      small: [...document.querySelectorAll('button, select, textarea')]
        .map((node) => ({
          name: node.getAttribute('data-testid') ?? node.className,
          box: node.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.height < 47.5 || box.width < 47.5))
        .map(({ name }) => name),
      cut: [...document.querySelectorAll('[data-testid=phone-resident] [data-testid=message] *')]
        .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 0.5)
        .map((node) => node.className),
    }));
    expect(sizes).toEqual({ sideways: 0, small: [], cut: [] });
    expect(await officer.isVisible()).toBe(false);
    await page.getByTestId('tab-officer').click();
    expect(await officer.isVisible()).toBe(true);
    expect(await resident.isVisible()).toBe(false);
    await shoot('320');
    const { people } = await simulator.client.state();
    const someone = people.find((person) => person.role === 'resident')?.userId ?? '';
    await bot.client().pushMessage({ to: someone, messages: [say('แก้ไขแล้วค่ะ')] });
    await page.getByTestId('tab-resident').getByRole('img', { name: 'มีข้อความใหม่' }).waitFor();
    await page.getByTestId('tab-resident').click();
    await message(resident, 'แก้ไขแล้วค่ะ').waitFor();
  });

  it('sets Thai in the font it serves', async () => {
    await type(resident, 'ที่นี่มืด');
    await message(resident, 'รับ: ที่นี่มืด').waitFor();
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family);
    });
    expect(loaded.join()).toContain('Noto Sans Thai Looped');
  });
});
