import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Setting, startSetting, words } from './setting.ts';

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
  await setting.client.idle();
  setting.bot.received.length = 0;
});

const texts = () => setting.bot.events().map(({ message }) => message?.text);
const lastMessage = async () => (await setting.client.chat(userId)).messages.at(-1);

describe('webhooks', () => {
  it('say who sent them, and are signed: the SDK lets them pass', async () => {
    const id = await setting.client.sendText(userId, 'ไฟดับหน้าวัด');
    expect(await setting.client.idle()).toBe(true);
    const [body] = setting.bot.received;
    expect(body?.headers['user-agent']).toBe('LineBotWebhook2');
    expect(body?.destination).toBe((await setting.line.getBotInfo()).userId);
    expect(body?.events).toEqual([
      {
        type: 'message',
        webhookEventId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
        deliveryContext: { isRedelivery: false },
        timestamp: setting.clock.now,
        mode: 'active',
        source: { type: 'user', userId },
        replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        message: { id, type: 'text', text: 'ไฟดับหน้าวัด', quoteToken: expect.any(String) },
      },
    ]);
    expect(await lastMessage()).toMatchObject({ id, from: 'user', by: userId, delivered: 'delivered' });
  });

  it('tell every kind of thing that people do', async () => {
    const { client, bot } = setting;
    await client.send(userId, { type: 'location', title: 'วัด', latitude: 15.1, longitude: 104.3 });
    await client.send(userId, { type: 'sticker', packageId: '446', stickerId: '1988' });
    const content = new Uint8Array([1, 2, 3]);
    await client.sendMedia(userId, { type: 'image', content });
    await client.sendMedia(userId, { type: 'audio', content, duration: 2500 });
    await client.sendMedia(userId, { type: 'video', content, duration: 9000 });
    const file = await client.sendMedia(userId, { type: 'file', content, fileName: 'คำร้อง.pdf' });
    await client.unsend(userId, file);
    await client.postback(userId, { data: 'v1|menu', params: { date: '2026-10-01' } });
    await client.unfollow(userId);
    await client.follow(userId);
    await client.idle();
    expect(bot.events()).toMatchObject([
      { message: { type: 'location', title: 'วัด', latitude: 15.1, longitude: 104.3 } },
      { message: { type: 'sticker', packageId: '446', stickerId: '1988', stickerResourceType: 'STATIC' } },
      { message: { type: 'image', contentProvider: { type: 'line' } } },
      { message: { type: 'audio', duration: 2500 } },
      { message: { type: 'video', duration: 9000 } },
      { message: { type: 'file', fileName: 'คำร้อง.pdf', fileSize: 3 } },
      { type: 'unsend', unsend: { messageId: file } },
      { type: 'postback', postback: { data: 'v1|menu', params: { date: '2026-10-01' } } },
      { type: 'unfollow', source: { type: 'user', userId } },
      { type: 'follow', follow: { isUnblocked: true } },
    ]);
    expect(bot.events()[6]).not.toHaveProperty('replyToken');
    expect(new Set(bot.events().map(({ webhookEventId }) => webhookEventId)).size).toBe(10);
  });

  it('tell of groups: who is in them, who speaks', async () => {
    const other = (await setting.client.addPerson('ช่างเอก')).userId;
    const { groupId } = await setting.client.addGroup('หมู่ 1', [userId]);
    await setting.client.addMembers(groupId, [other]);
    await setting.client.sendText(groupId, 'สวัสดีครับ', other);
    await setting.client.removeBot(groupId);
    await setting.client.idle();
    expect(setting.bot.events().slice(1)).toMatchObject([
      { type: 'join', source: { type: 'group', groupId } },
      { type: 'memberJoined', joined: { members: [{ type: 'user', userId: other }] } },
      { type: 'message', source: { type: 'group', groupId, userId: other } },
      { type: 'leave', source: { type: 'group', groupId } },
    ]);
  });

  it('put a button’s words into the chat, and no message event beside them', async () => {
    const id = await setting.client.postback(userId, { data: 'a', displayText: 'แจ้งปัญหา' });
    expect(await setting.client.postback(userId, { data: 'b', label: 'ส่ง' })).toBeNull();
    await setting.client.idle();
    expect(setting.bot.events().map(({ type }) => type)).toEqual(['postback', 'postback']);
    const { messages } = await setting.client.chat(userId);
    expect(messages).toMatchObject([{ id, from: 'user', kind: 'text', message: { text: 'แจ้งปัญหา' } }]);
  });

  it('come one after another in a chat, side by side in several', async () => {
    const { client, bot } = setting;
    const other = (await client.addPerson('ตาดี')).userId;
    await client.idle();
    bot.received.length = 0;
    const underWay = new Map<string, number>();
    const most = { inOneChat: 0, inAll: 0 };
    bot.answerWith(async ({ events: [event] }) => {
      const from = event?.source.userId ?? '';
      underWay.set(from, (underWay.get(from) ?? 0) + 1);
      const counts = [...underWay.values()];
      most.inOneChat = Math.max(most.inOneChat, ...counts);
      most.inAll = Math.max(
        most.inAll,
        counts.reduce((sum, count) => sum + count, 0),
      );
      await new Promise((resolve) => setTimeout(resolve, 40));
      underWay.set(from, (underWay.get(from) ?? 0) - 1);
      return 200;
    });
    const sent = Array.from({ length: 5 }, (_, index) => `ข้อความที่ ${index}`);
    for (const text of sent) {
      await client.sendText(userId, text);
      await client.sendText(other, text);
    }
    await client.idle();
    expect(most).toEqual({ inOneChat: 1, inAll: 2 });
    const received = bot.events().filter(({ source }) => source.userId === userId);
    expect(received.map(({ message }) => message?.text)).toEqual(sent);
  });

  it('may hold several events in one body', async () => {
    const burst = ['หนึ่ง', 'สอง', 'สาม'].map((text) => ({ type: 'text' as const, text }));
    const ids = await setting.client.burst(userId, burst);
    await setting.client.idle();
    expect(setting.bot.received).toHaveLength(1);
    expect(setting.bot.events().map(({ message }) => message?.id)).toEqual(ids);
  });
});

describe('redelivery', () => {
  it.each([
    ['refused', 503],
    ['left without an answer', 'never'],
  ] as const)('sends again what was %s: same event, same reply token', async (_, answer) => {
    setting.bot.answerWith(({ events }) => (events[0]?.deliveryContext.isRedelivery ? 200 : answer));
    await setting.client.sendText(userId, 'ไฟดับ');
    await setting.client.idle();
    const [first, second, ...more] = setting.bot.events();
    expect(more).toEqual([]);
    expect(first?.deliveryContext.isRedelivery).toBe(false);
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect(await lastMessage()).toMatchObject({ delivered: 'delivered' });
    await setting.line.replyMessage({ replyToken: second?.replyToken ?? '', messages: [words('รับแล้ว')] });
  });

  it('gives up after a while', async () => {
    setting.bot.answerWith(() => 500);
    await setting.client.sendText(userId, 'ไฟดับ');
    await setting.client.idle();
    expect(setting.bot.received).toHaveLength(4);
    expect(await lastMessage()).toMatchObject({ delivered: 'failed' });
  });

  it('holds up nothing that came later', async () => {
    setting.bot.answerWith(({ events: [event] }) =>
      event?.message?.text === 'แรก' && !event.deliveryContext.isRedelivery ? 500 : 200,
    );
    await setting.client.sendText(userId, 'แรก');
    await setting.client.sendText(userId, 'หลัง');
    await setting.client.idle();
    expect(texts()).toEqual(['แรก', 'หลัง', 'แรก']);
  });

  it('does not happen when it is switched off', async () => {
    await setting.client.setChannel({ redelivery: false });
    setting.bot.answerWith(() => 500);
    await setting.client.sendText(userId, 'ไฟดับ');
    await setting.client.idle();
    expect(setting.bot.received).toHaveLength(1);
    expect(await lastMessage()).toMatchObject({ delivered: 'failed' });
  });

  it('reaches a bot that was away', async () => {
    const { endpoint } = await setting.line.getWebhookEndpoint();
    await setting.line.setWebhookEndpoint({ endpoint: 'http://127.0.0.1:9/away' });
    await setting.client.sendText(userId, 'ไฟดับ');
    expect(await lastMessage()).toMatchObject({ delivered: 'waiting' });
    await setting.line.setWebhookEndpoint({ endpoint });
    await setting.client.idle();
    expect(texts()).toEqual(['ไฟดับ']);
  });
});
