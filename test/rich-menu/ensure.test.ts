import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureRichMenu } from '../../bot/line/rich-menu.ts';
import { RichMenuRefusedError, RichMenuUnreachableError, richMenuApi } from '../../bot/line/rich-menu-api.ts';
import { richMenu } from '../../domain/rich-menu/menu.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';

const accessToken = 'an-invented-token';
const menu = richMenu('อบต.', { you: 'ท่าน', particle: 'ค่ะ' });
const otherMenu = richMenu('ทต.', { you: 'ท่าน', particle: 'ค่ะ' });
const image = {
  type: 'image/png' as const,
  octets: new Uint8Array(await readFile(new URL('../../assets/rich-menu-tambon.png', import.meta.url))),
};

async function plainImage(width: number) {
  const picture = sharp({ create: { width, height: 1686, channels: 3, background: '#0b6464' } });
  return { type: 'image/png' as const, octets: new Uint8Array(await picture.png().toBuffer()) };
}

let line: Simulator;
let api: ReturnType<typeof richMenuApi>;

beforeEach(async () => {
  line = await startSimulator({
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/webhook',
    channelSecret: 'an-invented-secret',
    accessToken,
  });
  api = richMenuApi({
    channelAccessToken: accessToken,
    apiBaseUrl: line.apiUrl,
    dataApiBaseUrl: line.apiUrl,
  });
});
afterEach(() => line.close());

const changes = async () => (await line.client.state()).log.filter(({ method }) => method !== 'GET').length;
const names = async () => (await api.list()).map(({ name }) => name);

it('creates the menu, and a second run changes nothing', async () => {
  const first = await ensureRichMenu(api, menu, image);
  expect(first).toEqual({ outcome: 'changed', richMenuId: await api.getDefault(), deleted: 0 });
  const after = await changes();
  expect(await ensureRichMenu(api, menu, image)).toEqual({
    outcome: 'unchanged',
    richMenuId: first.richMenuId,
  });
  expect(await changes()).toBe(after);
});

it('replaces the menu when its words or its picture change, and leaves others alone', async () => {
  const { areas } = menu;
  const foreign = await api.create({
    size: { width: 2500, height: 843 },
    selected: false,
    name: 'by hand',
    chatBarText: 'x',
    areas: areas
      .slice(0, 1)
      .map(({ bounds }) => ({ bounds, action: { type: 'message', label: 'a', text: 'a' } })),
  });
  const first = await ensureRichMenu(api, menu, image);
  const second = await ensureRichMenu(api, otherMenu, image);
  const third = await ensureRichMenu(api, otherMenu, await plainImage(2500));
  expect([second, third]).toMatchObject([
    { outcome: 'changed', deleted: 1 },
    { outcome: 'changed', deleted: 1 },
  ]);
  expect(new Set([first.richMenuId, second.richMenuId, third.richMenuId]).size).toBe(3);
  expect(await api.getDefault()).toBe(third.richMenuId);
  expect((await api.list()).map(({ richMenuId }) => richMenuId).sort()).toEqual(
    [foreign, third.richMenuId].sort(),
  );
});

it('leaves the old menu in place when the new picture is refused', async () => {
  const { richMenuId } = await ensureRichMenu(api, menu, image);
  const attempt = ensureRichMenu(api, otherMenu, await plainImage(1000));
  await expect(attempt).rejects.toMatchObject({ name: 'RichMenuRefusedError', call: 'upload', status: 400 });
  expect(await api.getDefault()).toBe(richMenuId);
  expect(await names()).toHaveLength(1);
});

it.each(['before', 'after'] as const)('recovers from a lost answer, struck %s LINE acted', async (when) => {
  await ensureRichMenu(api, menu, image);
  await line.client.setFaults({ calls: { reset: { count: 1, when, path: '/v2/bot/user/all/richmenu/' } } });
  await expect(ensureRichMenu(api, otherMenu, image)).rejects.toThrow(RichMenuUnreachableError);
  expect(await api.getDefault()).toBeDefined();
  await ensureRichMenu(api, otherMenu, image);
  expect(await names()).toHaveLength(1);
  expect(await ensureRichMenu(api, otherMenu, image)).toMatchObject({ outcome: 'unchanged' });
});

it('never takes away a menu that LINE may have shown before answering 500', async () => {
  await ensureRichMenu(api, menu, image);
  await line.client.setFaults({
    calls: { status500: { count: 1, when: 'after', path: '/v2/bot/user/all/richmenu/' } },
  });
  await expect(ensureRichMenu(api, otherMenu, image)).rejects.toThrow(RichMenuRefusedError);
  expect(await api.getDefault()).toBeDefined();
  expect(await ensureRichMenu(api, otherMenu, image)).toMatchObject({ outcome: 'changed', deleted: 1 });
  expect(await names()).toHaveLength(1);
});

it('says so when the token is not the account’s', async () => {
  const access = {
    channelAccessToken: 'of-somebody-else',
    apiBaseUrl: line.apiUrl,
    dataApiBaseUrl: line.apiUrl,
  };
  const attempt = ensureRichMenu(richMenuApi(access), menu, image);
  await expect(attempt).rejects.toMatchObject({ status: 401 });
});
