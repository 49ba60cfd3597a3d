import { setTimeout as pause } from 'node:timers/promises';
import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { type Answer, httpCaller, type OpenCaller } from './http-caller.ts';

/** What became of a message to LINE. `unreachable`: it is not known whether it arrived. */
export type Sent =
  | { ok: true }
  | { ok: false; failure: 'refused'; status: number }
  | { ok: false; failure: 'unreachable' };

/** LINE did not hand out what a resident sent; it may do so later. */
export class ContentUnavailable extends Error {
  override readonly name = 'ContentUnavailable';
}

/** LINE's calls that the bot makes. None is tried again here, and nobody's profile is ever asked for. */
export interface LineApi {
  /** @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
  reply(token: string, messages: messagingApi.Message[]): Promise<Sent>;
  /**
   * A repeat of a retry key that LINE accepted before counts as sent.
   * @see https://developers.line.biz/en/reference/messaging-api/#send-push-message
   */
  push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<Sent>;
  /** @see https://developers.line.biz/en/reference/messaging-api/#send-multicast-message */
  multicast(to: readonly string[], messages: messagingApi.Message[], retryKey: string): Promise<Sent>;
  /**
   * To everybody who has added the account and not blocked it: nobody's id is needed.
   * @see https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message
   */
  broadcast(messages: messagingApi.Message[], retryKey: string): Promise<Sent>;
  /**
   * How many people a broadcast reaches at most: those who ever added the account, without those who block it, as
   * LINE counted them for a day (`YYYYMMDD`, in UTC+9). Undefined where LINE did not tell, or has not counted yet.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-followers
   */
  friends(day: string): Promise<number | undefined>;
  /**
   * What a resident sent; of something longer than the limit, a beginning that is longer than the limit.
   * @throws ContentUnavailable where LINE could not be reached, refused, or was not ready in time.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-content
   */
  content(messageId: string): Promise<Uint8Array | 'gone'>;
  /** Undefined where LINE did not tell. @see https://developers.line.biz/en/reference/messaging-api/#get-bot-info */
  info(): Promise<{ chatMode: 'bot' | 'chat' } | undefined>;
  /**
   * Messages that may be sent this month and that were; no limit where the plan has none. Undefined where
   * LINE did not tell.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-quota
   */
  quota(): Promise<{ limit: number | undefined; used: number } | undefined>;
  /**
   * How many people are in a group, the account left out; `gone` where it is not in the group. Undefined where
   * LINE did not tell.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-members-group-count
   */
  groupSize(groupId: string): Promise<number | 'gone' | undefined>;
}

export interface LineApiOptions {
  baseUrl: string;
  dataBaseUrl: string;
  accessToken: string;
  /** The longest a call may take; fetching content has {@link LineApiOptions.contentTimeoutMs}. */
  timeoutMs: number;
  contentTimeoutMs?: number;
  mostContentOctets?: number;
  /** How LINE's hosts are reached; over HTTP where it is absent. */
  open?: OpenCaller | undefined;
}

const CONTENT_TIMEOUT_MILLISECONDS = 8_000;
const CONTENT_OCTETS = 16 * 1024 * 1024;
const STILL_PREPARING_MILLISECONDS = 400;
const INFO_OCTETS = 64 * 1024;

const Info = z.object({ chatMode: z.enum(['bot', 'chat']) });
const Quota = z.object({ type: z.string(), value: z.number().optional() });
const GroupSize = z.object({ count: z.int().min(0) });
const Followers = z.object({
  status: z.literal('ready'),
  followers: z.int().min(0),
  blocks: z.int().min(0),
});
const Consumption = z.object({ totalUsage: z.number() });

const unreachable: Sent = { ok: false, failure: 'unreachable' };

/** 409 says that the same retry key was accepted before. */
function sentBy(answer: Answer | undefined, repeatable: boolean): Sent {
  if (answer === undefined) return unreachable;
  const { status } = answer;
  if ((status >= 200 && status < 300) || (repeatable && status === 409)) return { ok: true };
  return { ok: false, failure: 'refused', status };
}

function parsed<T>(answer: Answer | undefined, schema: z.ZodType<T>): T | undefined {
  if (answer?.status !== 200) return undefined;
  return schema.safeParse(jsonOf(answer.octets.toString())).data;
}

/** LINE's Messaging API over connections that stay open. */
export function lineApi(options: LineApiOptions): LineApi {
  const { baseUrl, dataBaseUrl, accessToken, timeoutMs } = options;
  const { contentTimeoutMs = CONTENT_TIMEOUT_MILLISECONDS, mostContentOctets = CONTENT_OCTETS } = options;
  const { open = httpCaller } = options;
  const call = open(baseUrl, accessToken, timeoutMs);
  const callData = open(dataBaseUrl, accessToken, contentTimeoutMs);
  const ask = (path: string) => call('GET', path, { mostOctets: INFO_OCTETS });

  return {
    async reply(replyToken, messages) {
      const body = JSON.stringify({ replyToken, messages });
      return sentBy(await call('POST', '/v2/bot/message/reply', { body }), false);
    },
    async push(to, messages, retryKey) {
      const body = JSON.stringify({ to, messages });
      return sentBy(await call('POST', '/v2/bot/message/push', { body, retryKey }), true);
    },
    async multicast(to, messages, retryKey) {
      const body = JSON.stringify({ to, messages });
      return sentBy(await call('POST', '/v2/bot/message/multicast', { body, retryKey }), true);
    },
    async broadcast(messages, retryKey) {
      const body = JSON.stringify({ messages });
      return sentBy(await call('POST', '/v2/bot/message/broadcast', { body, retryKey }), true);
    },
    async friends(day) {
      const told = parsed(await ask(`/v2/bot/insight/followers?date=${encodeURIComponent(day)}`), Followers);
      return told === undefined ? undefined : Math.max(0, told.followers - told.blocks);
    },
    async content(messageId) {
      const path = `/v2/bot/message/${encodeURIComponent(messageId)}/content`;
      const until = performance.now() + contentTimeoutMs;
      for (let left = contentTimeoutMs; left > 0; left = until - performance.now()) {
        const answer = await callData('GET', path, { mostOctets: mostContentOctets, timeoutMs: left });
        if (answer?.status === 200) return answer.octets;
        if (answer?.status === 404 || answer?.status === 410) return 'gone';
        if (answer?.status !== 202) throw new ContentUnavailable('LINE did not hand out the content');
        await pause(STILL_PREPARING_MILLISECONDS);
      }
      throw new ContentUnavailable('LINE was still preparing the content');
    },
    info: async () => parsed(await ask('/v2/bot/info'), Info),
    async groupSize(groupId) {
      const answer = await ask(`/v2/bot/group/${encodeURIComponent(groupId)}/members/count`);
      return answer?.status === 404 ? 'gone' : parsed(answer, GroupSize)?.count;
    },
    async quota() {
      const [answers, usage] = await Promise.all([
        ask('/v2/bot/message/quota'),
        ask('/v2/bot/message/quota/consumption'),
      ]);
      const quota = parsed(answers, Quota);
      const used = parsed(usage, Consumption);
      if (quota === undefined || used === undefined) return undefined;
      return { limit: quota.type === 'limited' ? quota.value : undefined, used: used.totalUsage };
    },
  };
}
