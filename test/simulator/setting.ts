import { HTTPFetchError, LineBotClient } from '@line/bot-sdk';
import { z } from 'zod';
import { type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { startReceivingBot } from './receiving-bot.ts';

export const CHANNEL_SECRET = 'a channel secret for tests';
export const ACCESS_TOKEN = 'an access token for tests';

const errorSchema = z.object({
  message: z.string(),
  details: z.array(z.object({ message: z.string(), property: z.string() })).optional(),
  sentMessages: z.array(z.object({ id: z.string(), quoteToken: z.string() })).optional(),
});

/** A simulator, a bot that receives, LINE's own client, and a clock that only moves when told. */
export async function startSetting(options: Partial<SimulatorOptions> = {}) {
  const clock = { now: Date.UTC(2026, 9, 1, 3) };
  const bot = await startReceivingBot(CHANNEL_SECRET);
  const simulator = await startSimulator({
    port: 0,
    webhookUrl: bot.url,
    channelSecret: CHANNEL_SECRET,
    accessToken: ACCESS_TOKEN,
    now: () => clock.now,
    webhooks: { timeoutMs: 1000, redeliveryDelaysMs: [20, 40, 80] },
    ...options,
  });
  const line = LineBotClient.fromChannelAccessToken({
    channelAccessToken: ACCESS_TOKEN,
    apiBaseURL: simulator.apiUrl,
    dataApiBaseURL: simulator.apiUrl,
  });
  const { client } = simulator;

  return {
    clock,
    bot,
    simulator,
    client,
    line,
    /** The reply token of the newest event that has one. */
    async replyToken(): Promise<string> {
      await client.idle();
      const token = bot.events().findLast((event) => event.replyToken !== undefined)?.replyToken;
      if (token === undefined) throw new Error('no event with a reply token');
      return token;
    },
    async close(): Promise<void> {
      await simulator.close();
      await bot.close();
    },
  };
}

export type Setting = Awaited<ReturnType<typeof startSetting>>;

/** How a call was refused. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) throw error;
    const body = errorSchema.parse(JSON.parse(error.body));
    return { status: error.status, headers: error.headers, ...body };
  }
  throw new Error('the call was not refused');
}

export const words = (text: string) => ({ type: 'text' as const, text });
