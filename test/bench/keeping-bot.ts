/**
 * The echo bot, with the least that a bot with a memory does: before it answers it keeps one document for the person, of
 * the size of a session, by the SDK on the embedded store. What this costs more than the echo bot is no matter of what
 * this bot's own code does.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { LineBotClient, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';
import { openStore } from '../../bot/store/open.ts';
import { answerParent } from './child.ts';
import { listen, stop } from './listen.ts';

const [, , channelSecret = '', apiBaseURL = '', dataDir = ''] = process.argv;
const client = LineBotClient.fromChannelAccessToken({ channelAccessToken: 'bench', apiBaseURL });
const store = await openStore({ dataDir });
/** About as long as the session of a complaint, sealed. */
const SESSION_OCTETS = 1200;
const body = randomBytes(SESSION_OCTETS);

async function keepAndEcho(event: webhook.Event): Promise<unknown> {
  if (event.type !== 'message' || event.message.type !== 'text' || event.replyToken === undefined)
    return null;
  const { replyToken, message, source } = event;
  const userId = source?.type === 'user' ? (source.userId ?? '') : '';
  await store.firestore.doc(`agencies/khoen/sessions/${userId}`).set({ body, expireAt: new Date() });
  return client.replyMessage({ replyToken, messages: [{ type: 'text', text: message.text }] });
}

const app = express();
app.post('/webhook', middleware({ channelSecret }), async (request, response) => {
  const { events }: webhook.CallbackRequest = request.body;
  response.json(await Promise.all(events.map(keepAndEcho)));
});
const server = createServer(app);
const url = await listen(server);
answerParent({
  url: () => `${url}/webhook`,
  stop: async () => {
    await stop(server);
    await store.close();
  },
});
