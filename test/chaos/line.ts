/** LINE's side in this process: the simulator's own rules, without sockets. */
import { z } from 'zod';
import type { OpenCaller } from '../../bot/line/http-caller.ts';
import { accountHandlers } from '../../simulator/api/account.ts';
import type { Answer, ApiCall, Handler } from '../../simulator/api/answers.ts';
import { contentHandlers } from '../../simulator/api/contents.ts';
import { sendingHandlers } from '../../simulator/api/sending.ts';
import { createDoings } from '../../simulator/doings.ts';
import { createFaults } from '../../simulator/faults.ts';
import { newRequestId } from '../../simulator/ids.ts';
import { createPlatform } from '../../simulator/platform.ts';
import type { Attempt } from '../../simulator/webhook-post.ts';
import { createWebhooks } from '../../simulator/webhooks.ts';
import type { Phones } from '../faults/phone.ts';
import { type Fates, fated, type Time } from './calls.ts';
import type { Life } from './lanes.ts';

/** LINE sends again what was not answered; how late it does so at most is not published. */
const REDELIVERY_MILLISECONDS = [500, 1500, 4000, 10_000, 20_000, 40_000, 80_000, 160_000];
const WEBHOOK_MILLISECONDS = 2000;
/** Whom a broadcast is to. */
export const EVERYBODY = 'everybody';

const Sent = z.object({ sentMessages: z.array(z.object({ id: z.string() })) });
const To = z.object({ to: z.string() });

/** One message, or several in one, that LINE took from the bot under a retry key. */
export interface Push {
  retryKey: string;
  to: string;
  messageIds: string[];
  at: number;
}

export interface LineOptions {
  channelSecret: string;
  accessToken: string;
  now: () => number;
  seed: number;
  post(body: string, signature: string): Promise<Attempt>;
}

export type Line = ReturnType<typeof createLine>;

/** Starts nothing; what it does it does when somebody acts, or the bot calls. */
export function createLine({ channelSecret, accessToken, now, seed, post }: LineOptions) {
  const platform = createPlatform({
    channelSecret,
    accessToken,
    now,
    webhookUrl: 'http://bot.invalid/webhook',
  });
  platform.channel.quotaLimit = null;
  const faults = createFaults();
  faults.change({ seed });
  const webhooks = createWebhooks(platform, faults, {
    timeoutMs: WEBHOOK_MILLISECONDS,
    redeliveryDelaysMs: REDELIVERY_MILLISECONDS,
    poster: { post: (_endpoint, body, signature) => post(body, signature), close: () => undefined },
  });
  const doings = createDoings(platform, webhooks);
  const sending = sendingHandlers(platform);
  const account = accountHandlers(platform, doings);
  const contents = contentHandlers(platform);
  const pushes: Push[] = [];
  const replied = new Set<string>();
  let refused = 0;

  function handlerOf(path: string): { handler: Handler; params: Record<string, string> } {
    const content = /^\/v2\/bot\/message\/([^/]+)\/content$/.exec(path)?.[1];
    if (content !== undefined) return { handler: contents.content, params: { messageId: content } };
    const group = /^\/v2\/bot\/group\/([^/]+)\/members\/count$/.exec(path)?.[1];
    if (group !== undefined) return { handler: account.groupCount, params: { groupId: group } };
    const handlers: Record<string, Handler> = {
      '/v2/bot/message/reply': sending.reply,
      '/v2/bot/message/push': sending.push,
      '/v2/bot/message/multicast': sending.multicast,
      '/v2/bot/message/quota': account.quota,
      '/v2/bot/message/quota/consumption': account.consumption,
      '/v2/bot/info': account.info,
      '/v2/bot/message/broadcast': sending.broadcast,
      '/v2/bot/insight/followers': account.followers,
    };
    const [withoutQuery = path] = path.split('?');
    const handler = handlers[withoutQuery];
    if (handler === undefined) throw new Error(`the bot called ${path}, which is not played here`);
    return { handler, params: {} };
  }

  /** What is sent to everybody has ids of its own in each chat: all that are newer than `before`. */
  function noteBroadcast(call: ApiCall, before: ReadonlySet<string>): void {
    const messageIds = [...platform.messages.keys()].filter((id) => !before.has(id));
    const retryKey = call.header('x-line-retry-key') ?? 'none';
    pushes.push({ retryKey, to: EVERYBODY, messageIds, at: now() });
  }

  function note(path: string, call: ApiCall, answer: Answer): void {
    if (answer.status !== 200 || !('body' in answer)) return;
    const sent = Sent.safeParse(answer.body);
    if (!sent.success) return;
    const messageIds = sent.data.sentMessages.map(({ id }) => id);
    const retryKey = call.header('x-line-retry-key');
    if (path.endsWith('/reply')) for (const id of messageIds) replied.add(id);
    else if (retryKey !== undefined) {
      const { to } = To.parse(JSON.parse(call.octets.toString()));
      pushes.push({ retryKey, to, messageIds, at: now() });
    }
  }

  /** Answers a call, unless something goes wrong with it; undefined where no answer comes. */
  async function take(path: string, call: ApiCall, lateBy: () => Promise<void>): Promise<Answer | undefined> {
    const struck = faults.onCall(path);
    const { handler, params } = handlerOf(path);
    const before = path.endsWith('/broadcast') ? new Set(platform.messages.keys()) : undefined;
    const answer = struck?.when === 'before' ? undefined : await handler({ ...call, params });
    if (answer !== undefined) note(path, call, answer);
    if (before !== undefined && answer?.status === 200) noteBroadcast(call, before);
    if (struck !== null) refused += 1;
    switch (struck?.kind) {
      case undefined:
        return answer;
      case 'status429':
        return { status: 429, body: {} };
      case 'status500':
        return { status: 500, body: {} };
      case 'timeout':
        await lateBy();
        return undefined;
      case 'reset':
        return undefined;
    }
  }

  /** How one program reaches LINE. */
  const opener =
    (parts: { fates: Fates; life: Life; time: Time }): OpenCaller =>
    (_baseUrl, _accessToken, defaultTimeoutMs) =>
    async (method, path, { body, retryKey, timeoutMs = defaultTimeoutMs }) => {
      const headers: Record<string, string | undefined> = {
        'content-type': body === undefined ? undefined : 'application/json',
        'x-line-retry-key': retryKey,
      };
      const call: ApiCall = {
        requestId: newRequestId(),
        params: {},
        header: (name) => headers[name],
        octets: Buffer.from(body ?? ''),
      };
      const answer = await fated(
        parts,
        { kind: 'line', about: `${method} ${path.replace(/\d{6,}/, '…')}` },
        () => take(path, call, () => parts.time.sleep(timeoutMs)),
        async () => undefined,
      );
      if (answer === undefined) return undefined;
      const octets = 'octets' in answer ? answer.octets : Buffer.from(JSON.stringify(answer.body));
      return { status: answer.status, octets };
    };

  const client: Phones['client'] = {
    addPerson: async (name, role = 'resident') => {
      const { userId } = doings.addPerson(name, role);
      return { userId, name, role, blocked: false };
    },
    send: async (chatId, message, as) => doings.send(chatId, as, message),
    sendText: async (chatId, text, as) => doings.send(chatId, as, { type: 'text', text }),
    sendMedia: async (chatId, { type, content, duration, as }) =>
      doings.sendMedia(chatId, as, {
        type,
        octets: Buffer.from(content),
        contentType: type === 'image' ? 'image/jpeg' : 'audio/x-m4a',
        ...(duration === undefined ? {} : { duration }),
      }),
    postback: async (chatId, postback) => doings.postback(chatId, postback),
    unsend: async (chatId, messageId) => doings.unsend(chatId, messageId),
  };

  return {
    platform,
    client,
    faults,
    opener,
    pushes,
    /** Ids of messages that replied to somebody. */
    replied,
    /** How many calls were refused or cut off by the weather. */
    refused: () => refused,
    webhooksEnded: () => webhooks.idle(),
  };
}
