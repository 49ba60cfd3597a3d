import { randomUUID } from 'node:crypto';
import { LineBotClient } from '@line/bot-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, refusalOf, type Setting, startSetting, words } from './setting.ts';

let setting: Setting;
let userId = '';
beforeAll(async () => {
  setting = await startSetting();
});
afterAll(() => setting.close());
beforeEach(async () => {
  await setting.client.reset();
  setting.bot.forget();
  userId = (await setting.client.addPerson('ยายสา')).userId;
});

const botSaid = async (chatId: string) =>
  (await setting.client.chat(chatId)).messages.filter(({ from }) => from === 'bot');
const used = async () => (await setting.line.getMessageQuotaConsumption()).totalUsage;

describe('authorization', () => {
  it('refuses a wrong token in LINE’s error shape', async () => {
    const stranger = LineBotClient.fromChannelAccessToken({
      channelAccessToken: 'guessed',
      apiBaseURL: setting.simulator.apiUrl,
    });
    const { status, message, headers } = await refusalOf(stranger.getBotInfo());
    expect(status).toBe(401);
    expect(message).toMatch(/^Authentication failed/);
    expect(headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('reply', () => {
  it('answers in the chat, free of charge, and says what was sent', async () => {
    const replyToken = await setting.replyToken();
    const quickReply = {
      items: [{ type: 'action' as const, action: { type: 'camera' as const, label: 'ถ่ายภาพ' } }],
    };
    const answer = await setting.line.replyMessage({
      replyToken,
      messages: [words('สวัสดี'), { ...words('ส่งภาพได้'), quickReply }],
    });
    const said = await botSaid(userId);
    expect(said.map(({ message }) => message.text)).toEqual(['สวัสดี', 'ส่งภาพได้']);
    expect(said[1]).toMatchObject({ kind: 'text', quickReply: quickReply.items, delivered: 'delivered' });
    expect(answer.sentMessages.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
    expect(answer.sentMessages.every(({ quoteToken }) => quoteToken !== undefined)).toBe(true);
    expect(await used()).toBe(0);
  });

  it('takes a token once', async () => {
    const replyToken = await setting.replyToken();
    await setting.line.replyMessage({ replyToken, messages: [words('หนึ่ง')] });
    const again = await refusalOf(setting.line.replyMessage({ replyToken, messages: [words('สอง')] }));
    expect(again).toMatchObject({ status: 400, message: 'Invalid reply token' });
    expect(await botSaid(userId)).toHaveLength(1);
  });

  it('takes a token for one minute', async () => {
    const first = await setting.replyToken();
    setting.clock.now += 60_000;
    await setting.line.replyMessage({ replyToken: first, messages: [words('ทัน')] });
    await setting.client.sendText(userId, 'ไฟดับ');
    const second = await setting.replyToken();
    setting.clock.now += 60_001;
    const late = await refusalOf(setting.line.replyMessage({ replyToken: second, messages: [words('สาย')] }));
    expect(late).toMatchObject({ status: 400, message: 'Invalid reply token' });
  });

  it('keeps the token when the messages are refused', async () => {
    const replyToken = await setting.replyToken();
    const refused = await refusalOf(setting.line.replyMessage({ replyToken, messages: [words('')] }));
    expect(refused).toMatchObject({
      status: 400,
      message: 'The request body has 1 error(s)',
      details: [{ property: 'messages[0].text', message: 'May not be empty' }],
    });
    await setting.line.replyMessage({ replyToken, messages: [words('ได้แล้ว')] });
    expect(await botSaid(userId)).toHaveLength(1);
  });

  it('refuses a retry key', async () => {
    const replyToken = await setting.replyToken();
    const keyed = LineBotClient.fromChannelAccessToken({
      channelAccessToken: ACCESS_TOKEN,
      apiBaseURL: setting.simulator.apiUrl,
      defaultHeaders: { 'X-Line-Retry-Key': randomUUID() },
    });
    expect((await refusalOf(keyed.replyMessage({ replyToken, messages: [words('ก')] }))).status).toBe(400);
    expect(await botSaid(userId)).toHaveLength(0);
  });
});

describe('push', () => {
  const push = (to: string, key?: string) =>
    setting.line.pushMessage({ to, messages: [words('แจ้งผล'), words('เสร็จแล้ว')] }, key);

  it('counts one a recipient, however many messages', async () => {
    const { sentMessages } = await push(userId);
    expect(sentMessages).toHaveLength(2);
    expect(await used()).toBe(1);
  });

  it('counts a group by its members', async () => {
    const others = await Promise.all(['ก', 'ข'].map((name) => setting.client.addPerson(name)));
    const { groupId } = await setting.client.addGroup('กองช่าง', [
      userId,
      ...others.map((person) => person.userId),
    ]);
    await push(groupId);
    expect(await used()).toBe(3);
    expect(await botSaid(groupId)).toHaveLength(2);
  });

  it('does not reach, nor count, a person who blocked the account', async () => {
    await setting.client.unfollow(userId);
    await push(userId);
    expect(await used()).toBe(0);
    expect(await botSaid(userId)).toHaveLength(0);
  });

  it('refuses once the quota is spent, and not before', async () => {
    await setting.client.setChannel({ quotaLimit: 2 });
    await push(userId);
    await push(userId);
    const spent = await refusalOf(push(userId));
    expect(spent).toMatchObject({ status: 429, message: 'You have reached your monthly limit.' });
    expect(await botSaid(userId)).toHaveLength(4);
    expect(await setting.line.getMessageQuota()).toEqual({ type: 'limited', value: 2 });
    await setting.client.setChannel({ quotaLimit: null });
    await push(userId);
    expect(await setting.line.getMessageQuota()).toEqual({ type: 'none' });
  });

  it('refuses nobody and nonsense', async () => {
    expect(await refusalOf(push(`U${'0'.repeat(32)}`))).toMatchObject({
      status: 400,
      message: 'Failed to send messages',
    });
    expect((await refusalOf(push('somchai'))).message).toMatch(/The property, 'to',/);
  });

  it('sends once under a retry key, and says so for 24 hours', async () => {
    const key = randomUUID();
    const { httpResponse, body } = await setting.line.pushMessageWithHttpInfo(
      { to: userId, messages: [words('ก')] },
      key,
    );
    const repeated = await refusalOf(push(userId, key));
    expect(repeated).toMatchObject({ status: 409, sentMessages: body.sentMessages });
    expect(repeated.headers.get('x-line-accepted-request-id')).toBe(
      httpResponse.headers.get('x-line-request-id'),
    );
    expect(await botSaid(userId)).toHaveLength(1);
    expect(await used()).toBe(1);
    setting.clock.now += 24 * 60 * 60 * 1000;
    expect((await refusalOf(push(userId, key))).status).toBe(409);
    setting.clock.now += 1;
    await push(userId, key);
    expect(await used()).toBe(2);
  });

  it('forgets a retry key whose call was refused', async () => {
    const key = randomUUID();
    await setting.client.setChannel({ quotaLimit: 0 });
    expect((await refusalOf(push(userId, key))).status).toBe(429);
    await setting.client.setChannel({ quotaLimit: 1 });
    await push(userId, key);
    expect(await botSaid(userId)).toHaveLength(2);
  });

  it('refuses a malformed retry key', async () => {
    expect((await refusalOf(push(userId, 'again'))).status).toBe(400);
    expect(await botSaid(userId)).toHaveLength(0);
  });
});

describe('multicast and broadcast', () => {
  it('reach several people, once each', async () => {
    const other = (await setting.client.addPerson('ตาดี')).userId;
    const key = randomUUID();
    await setting.line.multicast({ to: [userId, other, userId], messages: [words('ก')] }, key);
    const again = setting.line.multicast({ to: [userId], messages: [words('ก')] }, key);
    expect((await refusalOf(again)).status).toBe(409);
    await setting.client.unfollow(other);
    await setting.line.broadcast({ messages: [words('ข')] });
    expect((await botSaid(userId)).map(({ message }) => message.text)).toEqual(['ก', 'ข']);
    expect((await botSaid(other)).map(({ message }) => message.text)).toEqual(['ก']);
    expect(await used()).toBe(3);
  });

  it('refuses more than 500 recipients', async () => {
    const to = (count: number) => Array.from({ length: count }, () => userId);
    await setting.line.multicast({ to: to(500), messages: [words('ก')] });
    const refused = await refusalOf(setting.line.multicast({ to: to(501), messages: [words('ก')] }));
    expect(refused.details).toEqual([{ property: 'to', message: 'Size must be between 1 and 500' }]);
  });
});

describe('validation without sending', () => {
  it('checks for all four ways of sending', async () => {
    const good = { messages: [words('ก')] };
    const bad = { messages: Array.from({ length: 6 }, () => words('ก')) };
    for (const check of [
      'validateReply',
      'validatePush',
      'validateMulticast',
      'validateBroadcast',
    ] as const) {
      await setting.line[check](good);
      const refused = await refusalOf(setting.line[check](bad));
      expect(refused.details).toEqual([{ property: 'messages', message: 'Size must be between 1 and 5' }]);
    }
    expect(await botSaid(userId)).toHaveLength(0);
  });
});

describe('a call that is no call', () => {
  const raw = (body: string, contentType: string) =>
    fetch(`${setting.simulator.apiUrl}/v2/bot/message/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ACCESS_TOKEN}`, 'content-type': contentType },
      body,
    });

  it('is refused: not JSON, not said to be JSON, an unknown property, too large, an unknown path', async () => {
    expect((await raw('{', 'application/json')).status).toBe(400);
    expect((await raw('{}', 'text/plain')).status).toBe(415);
    const unknown = { to: userId, messages: [words('ก')], urgent: true };
    const answer = await raw(JSON.stringify(unknown), 'application/json');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      details: [{ property: 'urgent', message: 'invalid property' }],
    });
    expect((await raw(' '.repeat(2 * 1024 * 1024 + 1), 'application/json')).status).toBe(413);
    const missing = await fetch(`${setting.simulator.apiUrl}/v2/bot/nothing`, {
      headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
    });
    expect(missing.status).toBe(404);
  });
});
