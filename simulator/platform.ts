import { createChanges } from './changes.ts';
import type { ChatMessageView, Delivery, MediaType, Role } from './contract.ts';
import { messageIds, newGroupId, newUserId } from './ids.ts';
import type { Problem } from './line-rules/rules.ts';
import { createReplyTokens } from './reply-tokens.ts';
import { createRetryKeys } from './retry-keys.ts';
import { createRichMenus } from './rich-menus.ts';

export type Person = { userId: string; name: string; role: Role; blocked: boolean };
export type Group = { groupId: string; name: string; members: Set<string>; botInside: boolean };
export type Content = { octets: Buffer; contentType: string; kind: MediaType; readyAt: number };
/** A message is changed in place only in `delivered`, or wholly when it is unsent. */
export type ChatMessage = ChatMessageView & { chatId: string };
export type Call = { time: number; method: string; path: string; status: number; version: number };

export type Channel = {
  name: string;
  secret: string;
  accessToken: string;
  /** The bot's own user id: `destination` in webhooks. */
  botUserId: string;
  chatMode: 'bot' | 'chat';
  /** Messages a month; null for an unlimited account. */
  quotaLimit: number | null;
  quotaUsed: number;
  redelivery: boolean;
  transcodingMs: number;
  webhook: { endpoint: string; active: boolean };
};

export type PlatformOptions = {
  channelSecret: string;
  accessToken: string;
  webhookUrl: string;
  name?: string;
  /** Milliseconds since 1970; tests inject their own. */
  now?: () => number;
};

/** How many of the bot's calls are remembered. */
const LOG_LENGTH = 100;
/** What a small account may send in a month before paying. */
const DEFAULT_QUOTA = 300;

export type Platform = ReturnType<typeof createPlatform>;

/** LINE's side of everything, in memory: who there is, what was said, what may be sent. */
export function createPlatform(options: PlatformOptions) {
  const now = options.now ?? Date.now;
  const changes = createChanges();
  const newMessageId = messageIds();
  const channel: Channel = {
    name: options.name ?? 'Prongsai',
    secret: options.channelSecret,
    accessToken: options.accessToken,
    botUserId: newUserId(),
    chatMode: 'bot',
    quotaLimit: DEFAULT_QUOTA,
    quotaUsed: 0,
    redelivery: true,
    transcodingMs: 0,
    webhook: { endpoint: options.webhookUrl, active: true },
  };
  const people = new Map<string, Person>();
  const groups = new Map<string, Group>();
  const chats = new Map<string, ChatMessage[]>();
  const messages = new Map<string, ChatMessage>();
  const contents = new Map<string, Content>();
  const log: Call[] = [];
  const wrongMessages: Problem[] = [];

  function chatOf(chatId: string): ChatMessage[] {
    const known = chats.get(chatId);
    if (known !== undefined) return known;
    const fresh: ChatMessage[] = [];
    chats.set(chatId, fresh);
    return fresh;
  }

  return {
    now,
    changes,
    channel,
    people,
    groups,
    chats,
    messages,
    contents,
    log,
    /** What LINE's rules found wrong in messages that the bot wanted to send; a bot in order has none. */
    wrongMessages,
    replyTokens: createReplyTokens(now),
    retryKeys: createRetryKeys(now),
    richMenus: createRichMenus(),
    newMessageId,

    addPerson(name: string, role: Role): Person {
      const person: Person = { userId: newUserId(), name, role, blocked: false };
      people.set(person.userId, person);
      chatOf(person.userId);
      changes.touch(person.userId);
      return person;
    },

    addGroup(name: string, members: string[]): Group {
      const group: Group = { groupId: newGroupId(), name, members: new Set(members), botInside: true };
      groups.set(group.groupId, group);
      chatOf(group.groupId);
      changes.touch(group.groupId);
      return group;
    },

    addMessage(message: ChatMessage): void {
      chatOf(message.chatId).push(message);
      messages.set(message.id, message);
      changes.touch(message.chatId);
    },

    setDelivered(messageId: string, delivered: Delivery): void {
      const message = messages.get(messageId);
      if (message === undefined || message.delivered === delivered) return;
      message.delivered = delivered;
      changes.touch(message.chatId);
    },

    unsend(message: ChatMessage): void {
      message.kind = 'unsent';
      message.message = {};
      contents.delete(message.id);
      changes.touch(message.chatId);
    },

    record(call: Omit<Call, 'version'>): void {
      changes.touch();
      log.push({ ...call, version: changes.version() });
      if (log.length > LOG_LENGTH) log.shift();
    },

    /** Messages that may still be sent this month. */
    quotaLeft: () =>
      channel.quotaLimit === null ? Number.POSITIVE_INFINITY : channel.quotaLimit - channel.quotaUsed,

    reset(): void {
      for (const map of [people, groups, chats, messages, contents]) map.clear();
      log.length = 0;
      wrongMessages.length = 0;
      Object.assign(channel, {
        chatMode: 'bot',
        quotaLimit: DEFAULT_QUOTA,
        quotaUsed: 0,
        redelivery: true,
        transcodingMs: 0,
      });
      this.replyTokens.clear();
      this.retryKeys.clear();
      changes.touch();
    },
  };
}
