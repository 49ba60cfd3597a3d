import { createServer } from 'node:http';
import { messagingApi, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';

const choices: messagingApi.TextMessage = {
  type: 'text',
  text: 'ได้รับแล้วค่ะ แต่ยังไม่ถึงเจ้าหน้าที่ เป็นเรื่องอะไรคะ',
  quickReply: {
    items: [
      {
        type: 'action',
        action: { type: 'postback', label: 'แจ้งปัญหา', data: 'kind=1', displayText: 'แจ้งปัญหา' },
      },
      { type: 'action', action: { type: 'message', label: 'สอบถาม', text: 'ขอสอบถามค่ะ' } },
      { type: 'action', action: { type: 'location', label: 'ส่งตำแหน่ง' } },
      { type: 'action', action: { type: 'cameraRoll', label: 'ส่งรูป' } },
    ],
  },
};

const card: messagingApi.FlexMessage = {
  type: 'flex',
  altText: 'ตรวจอีกครั้ง',
  contents: {
    type: 'bubble',
    header: {
      type: 'box',
      layout: 'vertical',
      backgroundColor: '#14532d',
      contents: [{ type: 'text', text: 'ตรวจอีกครั้งค่ะ', weight: 'bold', size: 'lg', color: '#ffffff' }],
    },
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        { type: 'text', text: 'ไฟถนนดับหน้าวัด หมู่ 3 มืดมากเวลากลับบ้านตอนค่ำ', wrap: true },
        { type: 'separator' },
        { type: 'text', text: '1234 5678 9012 3456', size: 'xl', weight: 'bold', align: 'center' },
      ],
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: [
        { type: 'button', style: 'primary', action: { type: 'postback', label: 'ยืนยันส่ง', data: 'confirm' } },
        { type: 'button', style: 'link', action: { type: 'uri', label: 'โทร 1669', uri: 'tel:1669' } },
      ],
    },
  },
};

export const say = (text: string): messagingApi.TextMessage => ({ type: 'text', text });

/**
 * A bot that answers what it got, through LINE's own SDK with its signature check. `ตัวเลือก` gets quick replies,
 * `การ์ด` a Flex card. `connect` tells it where LINE's API is.
 */
export async function startEchoBot(channelSecret: string, channelAccessToken: string) {
  const unsent: string[] = [];
  let apiUrl = '';
  const client = () => new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiUrl });
  const blobs = () => new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: apiUrl });

  async function sizeOf(messageId: string): Promise<number> {
    let size = 0;
    for await (const chunk of await blobs().getMessageContent(messageId)) size += Buffer.from(chunk).length;
    return size;
  }

  async function answer(message: webhook.MessageContent): Promise<messagingApi.Message> {
    if (message.type === 'text') {
      if (message.text === 'ตัวเลือก') return choices;
      return message.text === 'การ์ด' ? card : say(`รับ: ${message.text}`);
    }
    if (message.type === 'location') return say(`ที่: ${message.title} ${message.latitude}`);
    if (message.type === 'sticker') return say(`สติกเกอร์: ${message.packageId}/${message.stickerId}`);
    if (message.type === 'audio') return say(`เสียง: ${message.duration} ${await sizeOf(message.id)}`);
    return say(`${message.type}: ${(await sizeOf(message.id)) > 0}`);
  }

  async function handle(event: webhook.Event): Promise<void> {
    if (event.type === 'unsend') unsent.push(event.unsend.messageId);
    if (event.type === 'message' && event.replyToken) {
      await client().replyMessage({ replyToken: event.replyToken, messages: [await answer(event.message)] });
    }
    if (event.type === 'postback' && event.replyToken) {
      await client().replyMessage({
        replyToken: event.replyToken,
        messages: [say(`ปุ่ม: ${event.postback.data}`)],
      });
    }
  }

  const app = express();
  app.post('/webhook', middleware({ channelSecret }), async (request, response) => {
    const body: webhook.CallbackRequest = request.body;
    await Promise.all(body.events.map(handle));
    response.json({});
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    unsent,
    client,
    blobs,
    connect: (url: string) => {
      apiUrl = url;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
