import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ControlError } from '../../simulator/client.ts';
import { type Setting, startSetting, words } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await startSetting();
});
afterAll(() => setting.close());
beforeEach(async () => {
  await setting.client.reset();
  setting.bot.forget();
});

const refused = (status: number, code: string): Partial<ControlError> => ({
  name: 'ControlError',
  status,
  code,
});

describe('the control API', () => {
  it('shows people, groups, the account and the calls of the bot', async () => {
    const { client, line } = setting;
    const yai = await client.addPerson('ยายสา');
    const chang = await client.addPerson('ช่างเอก', 'officer');
    const group = await client.addGroup('กองช่าง', [chang.userId]);
    await client.unfollow(yai.userId);
    const before = (await client.state()).version;
    await line.getBotInfo();
    const state = await client.state();
    expect(state.people).toEqual([{ ...yai, blocked: true }, chang]);
    expect(chang.role).toBe('officer');
    expect(state.groups).toEqual([group]);
    expect(state.channel).toMatchObject({ chatMode: 'bot', quota: { limit: 300, used: 0 } });
    expect(state.log).toMatchObject([{ method: 'GET', path: '/v2/bot/info', status: 200 }]);
    expect((await client.state(before)).log).toHaveLength(1);
    expect((await client.state(state.version)).log).toEqual([]);
  });

  it('remembers the last 100 calls', async () => {
    for (let call = 0; call < 101; call += 1) await setting.line.getBotInfo();
    await setting.line.getMessageQuota();
    const { log } = await setting.client.state();
    expect(log).toHaveLength(100);
    expect(log.at(-1)?.path).toBe('/v2/bot/message/quota');
  });

  it('shows a chat with both sides, each kind by its name', async () => {
    const { client, line } = setting;
    const { userId } = await client.addPerson('ยายสา');
    const voice = await client.sendMedia(userId, {
      type: 'audio',
      content: new Uint8Array([1]),
      duration: 900,
    });
    const text = await client.sendText(userId, 'ลบทิ้ง');
    await client.unsend(userId, text);
    const bubble = {
      type: 'bubble' as const,
      body: { type: 'box' as const, layout: 'vertical' as const, contents: [words('การ์ด')] },
    };
    await line.pushMessage({ to: userId, messages: [{ type: 'flex', altText: 'การ์ด', contents: bubble }] });
    await client.idle();
    expect((await client.chat(userId)).messages).toMatchObject([
      {
        id: voice,
        from: 'user',
        by: userId,
        kind: 'audio',
        message: { contentUrl: `/sim/contents/${voice}`, duration: 900 },
      },
      { id: text, kind: 'unsent', message: {} },
      { from: 'bot', kind: 'flex', message: { altText: 'การ์ด', contents: bubble } },
    ]);
  });

  it('tells of changes as they happen, by chat', async () => {
    const { userId } = await setting.client.addPerson('ยายสา');
    await setting.client.idle();
    const stop = new AbortController();
    const response = await fetch(`${setting.simulator.url}/sim/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    const pieces = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await setting.client.sendText(userId, 'ไฟดับ');
    let told = '';
    while (!told.includes(`"chatId":"${userId}"`)) told += (await pieces?.read())?.value ?? '';
    expect(told).toMatch(/^event: change\ndata: \{.*"version":\d+\}\n\n/);
    stop.abort();
  });

  it('serves the page and its font, never from a cache', async () => {
    const page = await fetch(setting.simulator.url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch('text/html');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const font = await fetch(`${setting.simulator.url}/fonts/400.css`);
    expect(await font.text()).toMatch('@font-face');
    expect(font.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${setting.simulator.url}/fonts/none.css`)).status).toBe(404);
  });

  it('refuses what cannot be', async () => {
    const { client } = setting;
    const { userId } = await client.addPerson('ยายสา');
    const stranger = await client.addPerson('คนนอก');
    const { groupId } = await client.addGroup('หมู่ 1', [userId]);
    await expect(client.chat('nobody')).rejects.toMatchObject(refused(404, 'no_such_chat'));
    await expect(client.sendText('nobody', 'ก')).rejects.toMatchObject(refused(404, 'no_such_person'));
    await expect(client.addGroup('ก', ['nobody'])).rejects.toMatchObject(refused(404, 'no_such_person'));
    await expect(client.removeBot('nowhere')).rejects.toMatchObject(refused(404, 'no_such_group'));
    await expect(client.sendText(groupId, 'ก')).rejects.toMatchObject(refused(400, 'not_a_member'));
    await expect(client.sendText(groupId, 'ก', stranger.userId)).rejects.toMatchObject(
      refused(400, 'not_a_member'),
    );
    await expect(client.sendText(userId, 'ก', stranger.userId)).rejects.toMatchObject(
      refused(400, 'not_a_member'),
    );
    await expect(client.unsend(userId, '1')).rejects.toMatchObject(refused(404, 'no_such_message'));
    await expect(client.content('1')).rejects.toMatchObject(refused(404, 'no_such_content'));
    await expect(client.sendText(userId, '')).rejects.toMatchObject(refused(400, 'invalid'));
    await expect(client.setFaults({ webhooks: { drop: 2 } })).rejects.toMatchObject(refused(400, 'invalid'));
    const empty = { type: 'image' as const, content: new Uint8Array() };
    await expect(client.sendMedia(userId, empty)).rejects.toMatchObject(refused(400, 'no_content'));
    await client.unfollow(userId);
    await expect(client.sendText(userId, 'ก')).rejects.toMatchObject(refused(400, 'blocked'));
  });

  it('answers nonsense with its error shape', async () => {
    const nonsense = await fetch(`${setting.simulator.url}/sim/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(nonsense.status).toBe(400);
    expect(await nonsense.json()).toMatchObject({ error: { code: 'invalid' } });
    const nowhere = await fetch(`${setting.simulator.url}/sim/nowhere`);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ error: { code: 'not_found' } });
  });
});
