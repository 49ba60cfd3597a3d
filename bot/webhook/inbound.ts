import type { ChatEvent, Input } from '../../domain/conversation/event.ts';
import type { GroupEvent } from '../../domain/conversation/group.ts';
import type { LineEvent } from './line-event.ts';

/**
 * An event in the words of the domain, with what only delivery needs: whose chat it is, and the token that
 * answers it once within about a minute.
 */
export type Inbound =
  | { to: 'chat'; userId: string; replyToken: string | undefined; event: ChatEvent }
  | { to: 'group'; groupId: string; replyToken: string | undefined; event: GroupEvent };

const NOT_FETCHED = { state: 'not_fetched' } as const;

type Message = Extract<LineEvent, { type: 'message' }>['message'];

function messageInput(message: Message): Input | undefined {
  switch (message.type) {
    case 'text':
      return { type: 'text', text: message.text, message: message.id };
    case 'image':
      return { type: 'photo', message: message.id, media: NOT_FETCHED };
    case 'audio':
      return { type: 'voice', message: message.id, media: NOT_FETCHED };
    case 'video':
    case 'file':
      return { type: 'unsupported', what: message.type };
    case 'location': {
      const { latitude, longitude, title, address, id } = message;
      return { type: 'place', message: id, point: { latitude, longitude }, title: title ?? address ?? '' };
    }
    case 'sticker':
      return { type: 'sticker' };
    case 'other':
      return undefined;
  }
}

function chatInput(event: LineEvent): Input | undefined {
  switch (event.type) {
    case 'message':
      return messageInput(event.message);
    case 'unsend':
      return { type: 'unsend', message: event.unsend.messageId };
    case 'postback':
      return { type: 'button', data: event.postback.data };
    case 'follow':
      return { type: 'follow' };
    case 'join':
    case 'leave':
      return undefined;
  }
}

function groupInput(event: LineEvent): GroupEvent['input'] | undefined {
  switch (event.type) {
    case 'message':
      return event.message.type === 'text' ? { type: 'text', text: event.message.text } : undefined;
    case 'join':
      return { type: 'join' };
    case 'leave':
    case 'unsend':
    case 'postback':
    case 'follow':
      return undefined;
  }
}

function inGroup(event: LineEvent, groupId: string): Inbound | undefined {
  const input = groupInput(event);
  if (input === undefined) return undefined;
  const { replyToken, webhookEventId: id, timestamp: at } = event;
  return { to: 'group', groupId, replyToken, event: { id, at, groupId, input } };
}

/** LINE's event as ours; undefined where there is nothing to do: another mode, no one to answer, nothing we know. */
export function inbound(event: LineEvent): Inbound | undefined {
  if (event.mode !== 'active' || event.source === undefined) return undefined;
  switch (event.source.type) {
    case 'user': {
      const input = chatInput(event);
      if (input === undefined) return undefined;
      const { replyToken, webhookEventId: id, timestamp: at } = event;
      return { to: 'chat', userId: event.source.userId, replyToken, event: { id, at, input } };
    }
    case 'group':
      return inGroup(event, event.source.groupId);
    case 'room':
      return inGroup(event, event.source.roomId);
    case 'other':
      return undefined;
  }
}
