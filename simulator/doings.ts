import type { webhook } from '@line/bot-sdk';
import type { MediaType, MessageToSend, Postback, Role } from './contract.ts';
import { createEvents, type Scene } from './events.ts';
import type { ChatMessage, Content, Group, Person, Platform } from './platform.ts';
import { Refusal } from './refusal.ts';
import type { Webhooks } from './webhooks.ts';

export type Media = {
  type: MediaType;
  octets: Buffer;
  contentType: string;
  duration?: number;
  fileName?: string;
};

/**
 * What people do in LINE: it appears in the chat, and the bot is told by webhook.
 * @throws Refusal for a person, group, message or sender that is not there
 */
export function createDoings(platform: Platform, webhooks: Webhooks) {
  const events = createEvents(platform);

  function person(userId: string): Person {
    const found = platform.people.get(userId);
    if (found === undefined) throw new Refusal(404, 'no_such_person', 'There is no such person.');
    return found;
  }

  function group(groupId: string): Group {
    const found = platform.groups.get(groupId);
    if (found === undefined) throw new Refusal(404, 'no_such_group', 'There is no such group.');
    return found;
  }

  function scene(chatId: string, as: string | undefined): Scene {
    if (platform.groups.has(chatId)) {
      if (as === undefined || !group(chatId).members.has(as)) {
        throw new Refusal(400, 'not_a_member', 'Say by `as` which member of the group this is.');
      }
      return { chatId, userId: as };
    }
    if (as !== undefined && as !== chatId) {
      throw new Refusal(400, 'not_a_member', 'Nobody else is in this chat.');
    }
    if (person(chatId).blocked) throw new Refusal(400, 'blocked', 'This person has blocked the account.');
    return { chatId, userId: chatId };
  }

  function tell(chatId: string, told: webhook.Event[], messageIds: string[] = []): void {
    const outside = platform.groups.get(chatId)?.botInside === false;
    if (outside) for (const id of messageIds) platform.setDelivered(id, 'failed');
    else webhooks.send({ chatId, events: told, messageIds });
  }

  function show(
    { chatId, userId }: Scene,
    kind: ChatMessage['kind'],
    message: ChatMessage['message'],
    id: string,
  ) {
    platform.addMessage({
      id,
      chatId,
      time: platform.now(),
      from: 'user',
      by: userId,
      kind,
      message,
      delivered: 'waiting',
    });
  }

  function say(where: Scene, message: MessageToSend): { id: string; event: webhook.Event } {
    const id = platform.newMessageId();
    const { type, ...shown } = message;
    show(where, type, shown, id);
    return { id, event: events.message(where, id, message) };
  }

  return {
    addPerson(name: string, role: Role): Person {
      const added = platform.addPerson(name, role);
      tell(added.userId, [events.follow(added.userId, false)]);
      return added;
    },

    follow(userId: string): Person {
      const known = person(userId);
      if (known.blocked) {
        known.blocked = false;
        platform.changes.touch(userId);
        tell(userId, [events.follow(userId, true)]);
      }
      return known;
    },

    unfollow(userId: string): Person {
      const known = person(userId);
      if (!known.blocked) {
        known.blocked = true;
        platform.changes.touch(userId);
        tell(userId, [events.unfollow(userId)]);
      }
      return known;
    },

    addGroup(name: string, members: string[]): Group {
      for (const userId of members) person(userId);
      const added = platform.addGroup(name, members);
      tell(added.groupId, [events.join(added.groupId)]);
      return added;
    },

    addMembers(groupId: string, userIds: string[]): Group {
      const known = group(groupId);
      const fresh = userIds.filter((userId) => !known.members.has(person(userId).userId));
      for (const userId of fresh) known.members.add(userId);
      platform.changes.touch(groupId);
      if (fresh.length > 0) tell(groupId, [events.memberJoined(groupId, fresh)]);
      return known;
    },

    /** The bot leaves a group, of its own will or because it was taken out. */
    removeBot(groupId: string): Group {
      const known = group(groupId);
      if (known.botInside) {
        tell(groupId, [events.leave(groupId)]);
        known.botInside = false;
        platform.changes.touch(groupId);
      }
      return known;
    },

    send(chatId: string, as: string | undefined, message: MessageToSend): string {
      const { id, event } = say(scene(chatId, as), message);
      tell(chatId, [event], [id]);
      return id;
    },

    burst(chatId: string, as: string | undefined, messages: MessageToSend[]): string[] {
      const where = scene(chatId, as);
      const said = messages.map((message) => say(where, message));
      const ids = said.map(({ id }) => id);
      tell(
        chatId,
        said.map(({ event }) => event),
        ids,
      );
      return ids;
    },

    sendMedia(chatId: string, as: string | undefined, media: Media): string {
      const where = scene(chatId, as);
      const id = platform.newMessageId();
      const slow = media.type === 'audio' || media.type === 'video';
      const content: Content = {
        octets: media.octets,
        contentType: media.contentType,
        kind: media.type,
        readyAt: platform.now() + (slow ? platform.channel.transcodingMs : 0),
      };
      platform.contents.set(id, content);
      const length = media.duration === undefined ? {} : { duration: media.duration };
      const named = media.fileName === undefined ? {} : { fileName: media.fileName };
      show(where, media.type, { contentUrl: `/sim/contents/${id}`, ...length, ...named }, id);
      tell(chatId, [events.media(where, { id, content, ...length, ...named })], [id]);
      return id;
    },

    /** Returns the id of the words that the button put into the chat; null when it put none. */
    postback(chatId: string, postback: Postback): string | null {
      const where = scene(chatId, postback.as);
      const { displayText } = postback;
      const id = displayText === undefined ? null : platform.newMessageId();
      if (id !== null) show(where, 'text', { text: displayText }, id);
      tell(chatId, [events.postback(where, postback)], id === null ? [] : [id]);
      return id;
    },

    unsend(chatId: string, messageId: string): void {
      const message = platform.messages.get(messageId);
      const own = message?.chatId === chatId && message.from === 'user' && message.kind !== 'unsent';
      if (!own || message.by === undefined) {
        throw new Refusal(404, 'no_such_message', 'There is no such message to take back.');
      }
      platform.unsend(message);
      tell(chatId, [events.unsend({ chatId, userId: message.by }, messageId)]);
    },
  };
}

export type Doings = ReturnType<typeof createDoings>;
