import { z } from 'zod';
import type { BotInfo, WebhookTold } from '../../domain/doctor/account.ts';
import type { Asked } from '../../domain/doctor/finding.ts';
import type { LiffApp } from '../../domain/doctor/login.ts';
import type { RichMenu } from '../../domain/rich-menu/menu.ts';
import type { LineChannel } from '../config/config.ts';
import { isRichMenuShown } from '../line/rich-menu.ts';
import {
  type RichMenuImage,
  RichMenuRefusedError,
  RichMenuUnreachableError,
  richMenuApi,
} from '../line/rich-menu-api.ts';
import { ask, mapped, told } from './ask.ts';

const Info = z.object({ userId: z.string(), chatMode: z.enum(['bot', 'chat']) });

/** Whose account it is, and how far this machine's clock is before LINE's. */
export async function askInfo(
  { apiBaseUrl, channelAccessToken: bearer }: LineChannel,
  clock: () => number,
): Promise<{ info: Asked<BotInfo>; aheadMs: number | undefined }> {
  const answer = await ask(`${apiBaseUrl}/v2/bot/info`, { bearer }, clock);
  return { info: told(answer, Info), aheadMs: answer?.aheadMs };
}

const Endpoint = z.object({ endpoint: z.string(), active: z.boolean() });
const Tested = z.object({ success: z.boolean(), statusCode: z.int(), reason: z.string() });

/**
 * The address that LINE sends webhooks to, and what LINE gets there when it tries: a signed webhook without events.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information
 */
export async function askWebhook({
  apiBaseUrl,
  channelAccessToken: bearer,
}: LineChannel): Promise<Asked<WebhookTold>> {
  const at = `${apiBaseUrl}/v2/bot/channel/webhook`;
  const set = told(await ask(`${at}/endpoint`, { bearer }), Endpoint);
  if (typeof set === 'string') return set;
  const { endpoint, active } = set.told;
  if (endpoint === '' || !active) return { told: { endpoint, active, test: 'silent' } };
  const test = told(await ask(`${at}/test`, { method: 'POST', bearer, json: {} }), Tested);
  return { told: { endpoint, active, test } };
}

const Limit = z.object({ type: z.string(), value: z.int().optional() });
const Usage = z.object({ totalUsage: z.int() });

/** @see https://developers.line.biz/en/reference/messaging-api/#get-quota */
export async function askQuota({
  apiBaseUrl,
  channelAccessToken: bearer,
}: LineChannel): Promise<Asked<{ used: number; limit?: number | undefined }>> {
  const at = `${apiBaseUrl}/v2/bot/message/quota`;
  const [limits, usage] = await Promise.all([ask(at, { bearer }), ask(`${at}/consumption`, { bearer })]);
  const limit = told(limits, Limit);
  if (typeof limit === 'string') return limit;
  const { type, value } = limit.told;
  return mapped(told(usage, Usage), ({ totalUsage }) => ({
    used: totalUsage,
    ...(type === 'limited' && value !== undefined ? { limit: value } : {}),
  }));
}

/** Whether the menu that everybody sees is this one. */
export async function askRichMenu(
  line: LineChannel,
  menu: RichMenu,
  image: RichMenuImage,
): Promise<Asked<boolean>> {
  try {
    const isShown = await isRichMenuShown(richMenuApi(line), menu, image);
    return isShown === undefined ? 'absent' : { told: isShown };
  } catch (error) {
    if (error instanceof RichMenuRefusedError) return error.status === 401 ? 'denied' : 'silent';
    if (error instanceof RichMenuUnreachableError) return 'silent';
    throw error;
  }
}

const Token = z.object({ access_token: z.string() });
const Apps = z.object({
  apps: z.array(
    z.object({
      liffId: z.string(),
      view: z.object({ url: z.string() }),
      scope: z.array(z.string()).default([]),
    }),
  ),
});

/**
 * The LIFF apps of a LINE Login channel, by its secret.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 * @see https://developers.line.biz/en/reference/liff-server/#get-all-liff-apps
 */
export async function askLiff(
  apiBaseUrl: string,
  channelId: string,
  channelSecret: string,
): Promise<Asked<LiffApp[]>> {
  const form = { grant_type: 'client_credentials', client_id: channelId, client_secret: channelSecret };
  const token = told(await ask(`${apiBaseUrl}/oauth2/v3/token`, { method: 'POST', form }), Token);
  if (typeof token === 'string') return token === 'absent' ? 'silent' : token;
  const apps = told(await ask(`${apiBaseUrl}/liff/v1/apps`, { bearer: token.told.access_token }), Apps);
  return mapped(apps, ({ apps: list }) =>
    list.map(({ liffId, view, scope }) => ({ liffId, url: view.url, scope })),
  );
}
