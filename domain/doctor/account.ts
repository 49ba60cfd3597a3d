import { chatModeState, quotaState } from '../staff/health.ts';
import { type Acknowledged, type Asked, type Finding, fine, onDay, toDo, unchecked } from './finding.ts';

/** The form of what LINE shows as a channel secret. */
const SECRET = /^[0-9a-f]{32}$/;
/** Tokens of every kind are longer, in the letters of Base64 and of JWT. */
const TOKEN = /^[A-Za-z0-9+/=._-]{100,}$/;

/** An agency's account as it was found; `none`: the program plays LINE itself. */
export type FoundAccount =
  | 'none'
  | 'missing'
  | 'unreadable'
  | { channelSecret: string; channelAccessToken: string };

export function judgeSecrets(account: FoundAccount): Finding {
  if (account === 'none') return unchecked('secrets', 'noAccount');
  if (typeof account === 'string') return toDo('secrets', account);
  const { channelSecret, channelAccessToken } = account;
  if (SECRET.test(channelAccessToken) && TOKEN.test(channelSecret)) return toDo('secrets', 'swapped');
  if (!SECRET.test(channelSecret)) return toDo('secrets', 'secretShape');
  return TOKEN.test(channelAccessToken) ? fine('secrets', 'good') : toDo('secrets', 'tokenShape');
}

/** What LINE says of the account that a token opens. */
export interface BotInfo {
  userId: string;
  chatMode: 'bot' | 'chat';
}

/** `destination`: whose account it should be, where that is known. */
export function judgeToken(asked: Asked<BotInfo>, destination: string | undefined): Finding {
  if (asked === 'denied') return toDo('lineToken', 'refused');
  if (typeof asked === 'string') return unchecked('lineToken', 'silent');
  return destination === undefined || destination === asked.told.userId
    ? fine('lineToken', 'valid')
    : toDo('lineToken', 'otherAccount');
}

export function judgeChatMode(asked: Asked<BotInfo>): Finding {
  if (typeof asked === 'string') return unchecked('chatMode', 'silent');
  const { chatMode } = asked.told;
  return chatModeState(chatMode) === 'fine' ? fine('chatMode', 'bot') : toDo('chatMode', 'chat');
}

export interface WebhookTold {
  endpoint: string;
  active: boolean;
  /** What LINE's own test call says. @see https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint */
  test: Asked<{ success: boolean; statusCode: number; reason: string }>;
}

/** The hosts at which Cloud Functions answer by themselves. */
const GOOGLE_HOST = /\.(cloudfunctions\.net|run\.app)$/;

/** An address in its parts: with scheme, without scheme, and its path without a slash at the end. */
const ADDRESS = /^(https?:\/\/([^/?#@]+))([^?#]*?)\/*$/i;

/** Whether an address leads to an agency's webhook: at its own host or a function's, with or without its id. */
function leadsTo(endpoint: string, publicUrl: string, agencyId: string, isDefault: boolean): boolean {
  const [, origin = '', host = '', path = ''] = ADDRESS.exec(endpoint) ?? [];
  const isOurs =
    ADDRESS.exec(publicUrl)?.[1]?.toLowerCase() === origin.toLowerCase() ||
    GOOGLE_HOST.test(host.toLowerCase());
  if (origin === '' || !isOurs) return false;
  return path.endsWith(`/webhook/${agencyId}`) || (isDefault && path.endsWith('/webhook'));
}

export function judgeWebhook(
  asked: Asked<WebhookTold>,
  { publicUrl, agencyId, isDefault }: { publicUrl: string; agencyId: string; isDefault: boolean },
): Finding {
  const right = isDefault ? `${publicUrl}/webhook` : `${publicUrl}/webhook/${agencyId}`;
  if (asked === 'absent') return toDo('webhook', 'notSet', right);
  if (typeof asked === 'string') return unchecked('webhook', 'silent');
  const { endpoint, active, test } = asked.told;
  if (endpoint === '') return toDo('webhook', 'notSet', right);
  if (!leadsTo(endpoint, publicUrl, agencyId, isDefault)) return toDo('webhook', 'elsewhere', right);
  if (!active) return toDo('webhook', 'off');
  if (typeof test === 'string') return unchecked('webhook', 'silent');
  if (test.told.success) return fine('webhook', 'answers');
  const { statusCode, reason } = test.told;
  return statusCode === 401
    ? toDo('webhook', 'badSecret')
    : toDo('webhook', 'failed', [reason, ...(statusCode > 0 ? [statusCode] : [])].join(' '));
}

/** `seen`: the day on which an event came again. */
export function judgeRedelivery(
  seen: string | undefined,
  { redelivery }: Acknowledged,
  agencyId: string,
): Finding {
  if (seen !== undefined) return fine('redelivery', 'seen', onDay(seen));
  return redelivery === undefined
    ? toDo('redelivery', 'ask', agencyId)
    : fine('redelivery', 'acknowledged', onDay(redelivery));
}

export function judgeQuota(asked: Asked<{ used: number; limit?: number | undefined }>): Finding {
  if (typeof asked === 'string') return unchecked('quota', 'silent');
  const { used, limit } = asked.told;
  if (limit === undefined) return fine('quota', 'unlimited');
  const left = Math.max(0, limit - used).toLocaleString('th-TH');
  switch (quotaState({ used, limit })) {
    case 'fine':
      return fine('quota', 'enough', left);
    case 'look':
      return toDo('quota', 'low', left);
    case 'bad':
      return toDo('quota', 'spent');
  }
}

/** Whether the menu that everybody sees is the one of this version. */
export function judgeRichMenu(asked: Asked<boolean>): Finding {
  if (asked === 'absent') return toDo('richMenu', 'none');
  if (typeof asked === 'string') return unchecked('richMenu', 'silent');
  return asked.told ? fine('richMenu', 'shown') : toDo('richMenu', 'other');
}
