import { z } from 'zod';
import type { ChatMessageView } from '../contract.ts';
import { newQuoteToken } from '../ids.ts';
import { messageList } from '../line-rules/messages.ts';
import { boolean, list, type Rule, record, text } from '../line-rules/rules.ts';
import type { Platform } from '../platform.ts';
import { isRetryKey, type SentMessage } from '../retry-keys.ts';
import { type Answer, type ApiCall, type Handler, ok, readJson, refuse } from './answers.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#send-multicast-message */
const MULTICAST_MAX = 500;
const MONTHLY_LIMIT = 'You have reached your monthly limit.';

const id = text({ max: 100 });
const sendOptions = {
  notificationDisabled: boolean,
  customAggregationUnits: list(text({ max: 30 }), { min: 0, max: 1 }),
};
const replyRule = record({
  required: { replyToken: id, messages: messageList },
  optional: { notificationDisabled: boolean },
});
const pushRule = record({ required: { to: id, messages: messageList }, optional: sendOptions });
const multicastRule = record({
  required: { to: list(id, { min: 1, max: MULTICAST_MAX }), messages: messageList },
  optional: sendOptions,
});
const broadcastRule = record({
  required: { messages: messageList },
  optional: { notificationDisabled: boolean },
});
const validateRule = record({ required: { messages: messageList } });

const messagesSchema = z.array(z.record(z.string(), z.unknown()));
const replySchema = z.object({ replyToken: z.string(), messages: messagesSchema });
const pushSchema = z.object({ to: z.string(), messages: messagesSchema });
const multicastSchema = z.object({ to: z.array(z.string()), messages: messagesSchema });
const broadcastSchema = z.object({ messages: messagesSchema });
const quickReplySchema = z.object({ quickReply: z.object({ items: z.array(z.unknown()) }) });

type OutgoingMessage = Record<string, unknown>;

const KINDS: Record<string, ChatMessageView['kind']> = {
  text: 'text',
  textV2: 'text',
  sticker: 'sticker',
  image: 'image',
  imagemap: 'image',
  video: 'video',
  audio: 'audio',
  location: 'location',
  flex: 'flex',
  template: 'template',
  coupon: 'template',
};

type Outcome = { refused: Answer } | { recipients: string[]; count: number };

/** The calls that send messages, and those that only check them. */
export function sendingHandlers(platform: Platform) {
  function deliver(chatId: string, messages: OutgoingMessage[], sent: SentMessage[]): void {
    if (platform.people.get(chatId)?.blocked) return;
    messages.forEach((message, index) => {
      const quickReply = quickReplySchema.safeParse(message);
      platform.addMessage({
        id: sent[index]?.id ?? platform.newMessageId(),
        chatId,
        time: platform.now(),
        from: 'bot',
        kind: KINDS[String(message.type)] ?? 'text',
        message,
        ...(quickReply.success ? { quickReply: quickReply.data.quickReply.items } : {}),
        delivered: 'delivered',
      });
    });
  }

  const identify = (messages: OutgoingMessage[]): SentMessage[] =>
    messages.map(() => ({ id: platform.newMessageId(), quoteToken: newQuoteToken() }));

  /** Everything but the reply: retry key, quota, recipients. `tellsSent`: only a push says what it sent. */
  function sendTo(call: ApiCall, messages: OutgoingMessage[], outcome: Outcome, tellsSent: boolean): Answer {
    if ('refused' in outcome) return outcome.refused;
    if (outcome.count > platform.quotaLeft()) return refuse(429, MONTHLY_LIMIT);
    platform.channel.quotaUsed += outcome.count;
    const sentMessages = identify(messages);
    for (const chatId of outcome.recipients) deliver(chatId, messages, tellsSent ? sentMessages : []);
    const key = call.header('x-line-retry-key');
    if (key !== undefined) {
      platform.retryKeys.accept(key, {
        requestId: call.requestId,
        sentMessages: tellsSent ? sentMessages : [],
      });
    }
    return ok(tellsSent ? { sentMessages } : {});
  }

  /** @see https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
  function retryRefusal(call: ApiCall): Answer | null {
    const key = call.header('x-line-retry-key');
    if (key === undefined) return null;
    if (!isRetryKey(key)) return refuse(400, 'The retry key is invalid');
    const accepted = platform.retryKeys.find(key);
    if (accepted === null) return null;
    const { sentMessages } = accepted;
    return {
      status: 409,
      headers: { 'x-line-accepted-request-id': accepted.requestId },
      body: {
        message: 'The retry key is already accepted',
        ...(sentMessages.length > 0 ? { sentMessages } : {}),
      },
    };
  }

  /** The messages that are to be sent; what LINE would refuse in them is noted. */
  function readToSend(call: ApiCall, rule: Rule): ReturnType<typeof readJson> {
    const read = readJson(call, rule);
    if ('refused' in read) platform.wrongMessages.push(...read.problems);
    return read;
  }

  function sending<T extends z.ZodType<{ messages: OutgoingMessage[] }>>(
    rule: Rule,
    schema: T,
    aim: (body: z.output<T>) => Outcome,
    tellsSent = false,
  ): Handler {
    return (call) => {
      const repeated = retryRefusal(call);
      if (repeated !== null) return repeated;
      const read = readToSend(call, rule);
      if ('refused' in read) return read.refused;
      const body = schema.parse(read.value);
      return sendTo(call, body.messages, aim(body), tellsSent);
    };
  }

  const reachable = (userId: string) => platform.people.get(userId)?.blocked === false;

  function aimPush({ to }: z.output<typeof pushSchema>): Outcome {
    if (!/^[UCR][0-9a-f]{32}$/.test(to)) {
      return {
        refused: refuse(400, "The property, 'to', in the request body is invalid (line: -, column: -)"),
      };
    }
    const group = platform.groups.get(to);
    if (group?.botInside) return { recipients: [to], count: group.members.size };
    if (group === undefined && platform.people.has(to)) {
      return { recipients: [to], count: reachable(to) ? 1 : 0 };
    }
    return { refused: refuse(400, 'Failed to send messages') };
  }

  function aimAt(userIds: Iterable<string>): Outcome {
    const recipients = [...new Set(userIds)].filter(reachable);
    return { recipients, count: recipients.length };
  }

  const validate: Handler = (call) => {
    const read = readJson(call, validateRule);
    return 'refused' in read ? read.refused : ok();
  };

  return {
    reply: (call) => {
      if (call.header('x-line-retry-key') !== undefined) {
        return refuse(400, 'The retry key is not supported in this API');
      }
      const read = readToSend(call, replyRule);
      if ('refused' in read) return read.refused;
      const { replyToken, messages } = replySchema.parse(read.value);
      const chatId = platform.replyTokens.chatOf(replyToken);
      if (chatId === null) return refuse(400, 'Invalid reply token');
      platform.replyTokens.use(replyToken);
      const sentMessages = identify(messages);
      deliver(chatId, messages, sentMessages);
      return ok({ sentMessages });
    },
    push: sending(pushRule, pushSchema, aimPush, true),
    multicast: sending(multicastRule, multicastSchema, ({ to }) => aimAt(to)),
    broadcast: sending(broadcastRule, broadcastSchema, () => aimAt(platform.people.keys())),
    validate,
  } satisfies Record<string, Handler>;
}
