import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { channelAccessToken, type LineBotClient, liff } from '@line/bot-sdk';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, type Setting, startSetting, words } from './setting.ts';

let setting: Setting;
let line: LineBotClient;
beforeAll(async () => {
  setting = await startSetting();
  line = setting.line;
});
afterAll(() => setting.close());
beforeEach(async () => {
  await setting.client.reset();
  setting.bot.forget();
});

describe('the account', () => {
  it('tells whether its admins read the chats', async () => {
    expect(await line.getBotInfo()).toMatchObject({ chatMode: 'bot', markAsReadMode: 'auto' });
    await setting.client.setChannel({ chatMode: 'chat' });
    expect(await line.getBotInfo()).toMatchObject({ chatMode: 'chat', markAsReadMode: 'manual' });
  });

  it('knows the profiles of its friends only', async () => {
    const { userId } = await setting.client.addPerson('ยายสา');
    expect(await line.getProfile(userId)).toMatchObject({ userId, displayName: 'ยายสา' });
    await setting.client.unfollow(userId);
    expect(await refusalOf(line.getProfile(userId))).toMatchObject({ status: 404, message: 'Not found' });
    expect((await refusalOf(line.getProfile('nobody'))).status).toBe(404);
  });

  it('knows its groups until it leaves them', async () => {
    const { userId } = await setting.client.addPerson('ช่างเอก', 'officer');
    const { groupId } = await setting.client.addGroup('กองช่าง', [userId]);
    expect(await line.getGroupSummary(groupId)).toEqual({ groupId, groupName: 'กองช่าง' });
    expect(await line.getGroupMemberCount(groupId)).toEqual({ count: 1 });
    await line.leaveGroup(groupId);
    await setting.client.idle();
    expect(setting.bot.events().at(-1)).toMatchObject({ type: 'leave', source: { groupId } });
    expect((await refusalOf(line.getGroupSummary(groupId))).status).toBe(404);
    expect((await refusalOf(line.getGroupMemberCount(groupId))).status).toBe(404);
    expect((await refusalOf(line.leaveGroup(groupId))).status).toBe(404);
    const push = line.pushMessage({ to: groupId, messages: [words('ก')] });
    expect((await refusalOf(push)).status).toBe(400);
  });
});

describe('the webhook address', () => {
  it('can be set, and tried with an empty body', async () => {
    const { endpoint } = await line.getWebhookEndpoint();
    expect(await line.testWebhookEndpoint({})).toMatchObject({ success: true, statusCode: 200 });
    expect(setting.bot.received.at(-1)?.events).toEqual([]);
    setting.bot.answerWith(() => 500);
    expect(await line.testWebhookEndpoint({ endpoint })).toMatchObject({ success: false, statusCode: 500 });
    setting.bot.answerWith(() => 'never');
    expect(await line.testWebhookEndpoint({})).toMatchObject({ success: false, reason: 'REQUEST_TIMEOUT' });

    await line.setWebhookEndpoint({ endpoint: 'http://127.0.0.1:9/elsewhere' });
    expect(await line.testWebhookEndpoint({})).toMatchObject({ success: false, reason: 'COULD_NOT_CONNECT' });
    expect((await line.getWebhookEndpoint()).active).toBe(true);
    await line.setWebhookEndpoint({ endpoint });
  });

  it('is not found while there is none', async () => {
    const { webhook } = setting.simulator.platform.channel;
    const { endpoint } = webhook;
    webhook.endpoint = '';
    expect((await refusalOf(line.getWebhookEndpoint())).status).toBe(404);
    webhook.endpoint = endpoint;
  });

  it('must be HTTPS, or on this machine', async () => {
    for (const endpoint of [
      'http://example.com/webhook',
      'webhook',
      `https://example.com/${'a'.repeat(490)}`,
    ]) {
      expect((await refusalOf(line.setWebhookEndpoint({ endpoint }))).status).toBe(400);
    }
  });
});

describe('the login channel', () => {
  const { ChannelAccessTokenClient } = channelAccessToken;

  it('gives a token for its secret, and with it the list of its LIFF apps', async () => {
    const { url: baseURL, login } = setting.simulator;
    const { channelId, channelSecret } = login.tokens;
    const tokens = new ChannelAccessTokenClient({ baseURL });
    const { access_token: token } = await tokens.issueStatelessChannelTokenByClientSecret(
      channelId,
      channelSecret,
    );
    const client = new liff.LiffClient({ channelAccessToken: token, baseURL });
    expect((await refusalOf(client.getAllLIFFApps())).status).toBe(404);
    login.apps.push({
      liffId: `${channelId}-AbcdEfgh`,
      view: { type: 'full', url: 'https://example.go.th' },
      description: 'โปร่งใส',
      permanentLinkPattern: 'concat',
      scope: ['openid'],
      botPrompt: 'none',
    });
    expect((await client.getAllLIFFApps()).apps).toEqual(login.apps);
    setting.clock.now += 901_000;
    expect((await refusalOf(client.getAllLIFFApps())).status).toBe(401);
    login.apps.length = 0;
  });

  it('refuses another secret, and a token of another channel', async () => {
    const { url: baseURL, login } = setting.simulator;
    const tokens = new ChannelAccessTokenClient({ baseURL });
    const wrong = tokens.issueStatelessChannelTokenByClientSecret(login.tokens.channelId, 'another-secret');
    await expect(wrong).rejects.toMatchObject({ status: 400 });
    const foreign = new liff.LiffClient({ channelAccessToken: 'an-access-token', baseURL });
    expect((await refusalOf(foreign.getAllLIFFApps())).status).toBe(401);
  });
});

describe('what users sent', () => {
  const read = (content: Readable) => buffer(content);

  it('is fetched by message id, as it was sent', async () => {
    const { userId } = await setting.client.addPerson('ยายสา');
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } })
      .jpeg()
      .toBuffer();
    const id = await setting.client.sendMedia(userId, { type: 'image', content: photo });
    const { httpResponse, body } = await line.getMessageContentWithHttpInfo(id);
    expect(httpResponse.headers.get('content-type')).toBe('image/jpeg');
    expect(await read(body)).toEqual(photo);
    expect(await read(await line.getMessageContentPreview(id))).toEqual(photo);
    expect(Buffer.from(await setting.client.content(id))).toEqual(photo);
    expect((await refusalOf(line.getMessageContent('1'))).status).toBe(404);
    await setting.client.unsend(userId, id);
    expect((await refusalOf(line.getMessageContent(id))).status).toBe(404);
  });

  it('is still being prepared for a while, if it is voice', async () => {
    await setting.client.setChannel({ transcodingMs: 1000 });
    const { userId } = await setting.client.addPerson('ยายสา');
    const content = new Uint8Array([1, 2, 3]);
    const id = await setting.client.sendMedia(userId, { type: 'audio', content, duration: 2500 });
    expect(await line.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'processing' });
    expect((await line.getMessageContentWithHttpInfo(id)).httpResponse.status).toBe(202);
    setting.clock.now += 1000;
    expect(await line.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'succeeded' });
    expect(await read(await line.getMessageContent(id))).toEqual(Buffer.from(content));
  });
});

describe('rich menus', () => {
  const menu = {
    size: { width: 800, height: 540 },
    selected: true,
    name: 'เมนูหลัก',
    chatBarText: 'เมนู',
    areas: [
      {
        bounds: { x: 0, y: 0, width: 400, height: 540 },
        action: { type: 'postback' as const, label: 'แจ้ง', data: 'menu' },
      },
    ],
  };
  const picture = async (width: number, height: number, format: 'png' | 'jpeg') =>
    new Blob(
      [
        new Uint8Array(
          await sharp({ create: { width, height, channels: 3, background: '#1A5FB4' } })
            .toFormat(format)
            .toBuffer(),
        ),
      ],
      { type: `image/${format}` },
    );

  it('are created, pictured, shown to all, listed and deleted', async () => {
    await line.validateRichMenuObject(menu);
    const { richMenuId } = await line.createRichMenu(menu);
    expect((await refusalOf(line.setDefaultRichMenu(richMenuId))).status).toBe(400);
    await line.setRichMenuImage(richMenuId, await picture(800, 540, 'png'));
    expect((await refusalOf(line.setRichMenuImage(richMenuId, await picture(800, 540, 'png')))).status).toBe(
      400,
    );
    expect((await refusalOf(line.getDefaultRichMenuId())).status).toBe(404);
    await line.setDefaultRichMenu(richMenuId);
    expect(await line.getDefaultRichMenuId()).toEqual({ richMenuId });
    expect((await line.getRichMenuList()).richmenus).toContainEqual({ ...menu, richMenuId });
    expect(await line.getRichMenu(richMenuId)).toEqual({ ...menu, richMenuId });

    const { richMenu } = await setting.client.state();
    expect(richMenu).toMatchObject({ richMenuId, size: menu.size, chatBarText: 'เมนู' });
    const shown = await fetch(setting.simulator.url + (richMenu?.imageUrl ?? ''));
    expect(shown.headers.get('content-type')).toBe('image/png');

    await line.cancelDefaultRichMenu();
    expect((await setting.client.state()).richMenu).toBeNull();
    await line.setDefaultRichMenu(richMenuId);
    await line.deleteRichMenu(richMenuId);
    expect((await setting.client.state()).richMenu).toBeNull();
    expect((await refusalOf(line.deleteRichMenu(richMenuId))).status).toBe(404);
  });

  it('are refused with a fault, or with a picture that does not fit', async () => {
    const wrong = { ...menu, chatBarText: 'ก'.repeat(15) };
    const where = [{ property: 'chatBarText', message: 'Length must be between 0 and 14' }];
    expect((await refusalOf(line.createRichMenu(wrong))).details).toEqual(where);
    expect((await refusalOf(line.validateRichMenuObject(wrong))).details).toEqual(where);

    const { richMenuId } = await line.createRichMenu(menu);
    const set = async (image: Blob) => (await refusalOf(line.setRichMenuImage(richMenuId, image))).status;
    expect(await set(await picture(800, 541, 'jpeg'))).toBe(400);
    expect(await set(new Blob(['no picture'], { type: 'image/png' }))).toBe(400);
    expect(await set(new Blob(['GIF89a'], { type: 'image/gif' }))).toBe(415);
    const heavy = new Blob([await picture(800, 540, 'jpeg'), new Uint8Array(1_000_000)], {
      type: 'image/jpeg',
    });
    expect(await set(heavy)).toBe(413);
    await line.setRichMenuImage(richMenuId, await picture(800, 540, 'jpeg'));
    await line.deleteRichMenu(richMenuId);
  });

  it('have aliases', async () => {
    const { richMenuId } = await line.createRichMenu(menu);
    await line.createRichMenuAlias({ richMenuAliasId: 'main', richMenuId });
    const twice = line.createRichMenuAlias({ richMenuAliasId: 'main', richMenuId });
    expect((await refusalOf(twice)).status).toBe(400);
    await line.updateRichMenuAlias('main', { richMenuId });
    expect(await line.getRichMenuAlias('main')).toEqual({ richMenuAliasId: 'main', richMenuId });
    expect((await line.getRichMenuAliasList()).aliases).toEqual([{ richMenuAliasId: 'main', richMenuId }]);
    await line.deleteRichMenuAlias('main');
    expect((await refusalOf(line.getRichMenuAlias('main'))).status).toBe(404);
    await line.deleteRichMenu(richMenuId);
  });
});
