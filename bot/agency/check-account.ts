import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { httpCaller } from '../line/http-caller.ts';

const Info = z.object({ userId: z.string().regex(/^U[0-9a-f]{32}$/), chatMode: z.enum(['bot', 'chat']) });

const TIMEOUT_MILLISECONDS = 10_000;
const MOST_OCTETS = 64 * 1024;

/** Whose account a token opens: `refused` where LINE does not know it, `silent` where LINE did not tell. */
export type CheckedAccount = { destination: string; chatMode: 'bot' | 'chat' } | 'refused' | 'silent';

/** @see https://developers.line.biz/en/reference/messaging-api/#get-bot-info */
export async function checkAccount(apiBaseUrl: string, accessToken: string): Promise<CheckedAccount> {
  const call = httpCaller(apiBaseUrl, accessToken, TIMEOUT_MILLISECONDS);
  const answer = await call('GET', '/v2/bot/info', { mostOctets: MOST_OCTETS });
  if (answer?.status === 400 || answer?.status === 401 || answer?.status === 403) return 'refused';
  if (answer?.status !== 200) return 'silent';
  const info = Info.safeParse(jsonOf(answer.octets.toString()));
  return info.success ? { destination: info.data.userId, chatMode: info.data.chatMode } : 'silent';
}
