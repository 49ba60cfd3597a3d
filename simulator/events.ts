import type { webhook } from '@line/bot-sdk';
import type { MessageToSend, Postback } from './contract.ts';
import { newQuoteToken, newReplyToken, ulid } from './ids.ts';
import type { Content, Platform } from './platform.ts';

/** Where something happened, and through whom. In a one-to-one chat `chatId` is `userId`. */
export type Scene = { chatId: string; userId: string };

function sourceOf({ chatId, userId }: Scene): webhook.Source {
  return chatId === userId ? { type: 'user', userId } : { type: 'group', groupId: chatId, userId };
}

function base(platform: Platform, source: webhook.Source) {
  const timestamp = platform.now();
  return {
    source,
    timestamp,
    mode: 'active' as const,
    webhookEventId: ulid(timestamp),
    deliveryContext: { isRedelivery: false },
  };
}

function messageContent(id: string, message: MessageToSend): webhook.MessageContent {
  switch (message.type) {
    case 'text':
      return { id, type: 'text', text: message.text, quoteToken: newQuoteToken() };
    case 'location':
      return {
        id,
        type: 'location',
        ...(message.title === undefined ? {} : { title: message.title }),
        ...(message.address === undefined ? {} : { address: message.address }),
        latitude: message.latitude,
        longitude: message.longitude,
      };
    case 'sticker':
      return {
        id,
        type: 'sticker',
        packageId: message.packageId,
        stickerId: message.stickerId,
        stickerResourceType: 'STATIC',
        quoteToken: newQuoteToken(),
      };
  }
}

export type MediaDetails = { id: string; content: Content; duration?: number; fileName?: string };

function mediaContent({ id, content, duration, fileName }: MediaDetails): webhook.MessageContent {
  const contentProvider: webhook.ContentProvider = { type: 'line' };
  const length = duration === undefined ? {} : { duration };
  switch (content.kind) {
    case 'image':
      return { id, type: 'image', contentProvider, quoteToken: newQuoteToken() };
    case 'audio':
      return { id, type: 'audio', contentProvider, ...length };
    case 'video':
      return { id, type: 'video', contentProvider, quoteToken: newQuoteToken(), ...length };
    case 'file':
      return { id, type: 'file', fileName: fileName ?? 'file', fileSize: content.octets.length };
  }
}

/**
 * The events that LINE sends for what people do.
 * @see https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
 */
export function createEvents(platform: Platform) {
  const message = (scene: Scene, content: webhook.MessageContent): webhook.Event => ({
    type: 'message',
    ...base(platform, sourceOf(scene)),
    replyToken: newReplyToken(),
    message: content,
  });
  const group = (groupId: string): webhook.Source => ({ type: 'group', groupId });

  return {
    message: (scene: Scene, id: string, sent: MessageToSend) => message(scene, messageContent(id, sent)),
    media: (scene: Scene, details: MediaDetails) => message(scene, mediaContent(details)),
    postback: (scene: Scene, { data, params }: Postback): webhook.Event => ({
      type: 'postback',
      ...base(platform, sourceOf(scene)),
      replyToken: newReplyToken(),
      postback: params === undefined ? { data } : { data, params },
    }),
    unsend: (scene: Scene, messageId: string): webhook.Event => ({
      type: 'unsend',
      ...base(platform, sourceOf(scene)),
      unsend: { messageId },
    }),
    follow: (userId: string, isUnblocked: boolean): webhook.Event => ({
      type: 'follow',
      ...base(platform, { type: 'user', userId }),
      replyToken: newReplyToken(),
      follow: { isUnblocked },
    }),
    unfollow: (userId: string): webhook.Event => ({
      type: 'unfollow',
      ...base(platform, { type: 'user', userId }),
    }),
    join: (groupId: string): webhook.Event => ({
      type: 'join',
      ...base(platform, group(groupId)),
      replyToken: newReplyToken(),
    }),
    leave: (groupId: string): webhook.Event => ({ type: 'leave', ...base(platform, group(groupId)) }),
    memberJoined: (groupId: string, userIds: string[]): webhook.Event => ({
      type: 'memberJoined',
      ...base(platform, group(groupId)),
      replyToken: newReplyToken(),
      joined: { members: userIds.map((userId) => ({ type: 'user', userId })) },
    }),
  };
}

export type Events = ReturnType<typeof createEvents>;
