/**
 * The yardstick: the least that a bot on LINE's SDK does, after the SDK's own example for this version: its
 * middleware on Express, its client, one reply with the text that came.
 * @see https://github.com/line/line-bot-sdk-nodejs/tree/master/examples/echo-bot
 */
import { createServer } from 'node:http';
import { LineBotClient, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';
import { answerParent } from './child.ts';
import { listen, stop } from './listen.ts';

const [, , channelSecret = '', apiBaseURL = ''] = process.argv;
const client = LineBotClient.fromChannelAccessToken({ channelAccessToken: 'bench', apiBaseURL });

async function echo(event: webhook.Event): Promise<unknown> {
  if (event.type !== 'message' || event.message.type !== 'text' || event.replyToken === undefined)
    return null;
  const { replyToken, message } = event;
  return client.replyMessage({ replyToken, messages: [{ type: 'text', text: message.text }] });
}

const app = express();
app.post('/webhook', middleware({ channelSecret }), async (request, response) => {
  const { events }: webhook.CallbackRequest = request.body;
  response.json(await Promise.all(events.map(echo)));
});
const server = createServer(app);
const url = await listen(server);
answerParent({ url: () => `${url}/webhook`, stop: () => stop(server) });
