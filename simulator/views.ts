import type { ChatView, Faults, GroupView, PersonView, StateView } from './contract.ts';
import type { Group, Person, Platform } from './platform.ts';

export function personView({ userId, name, role, blocked }: Person): PersonView {
  return { userId, name, role, blocked };
}

export function groupView({ groupId, name, members }: Group): GroupView {
  return { groupId, name, members: [...members] };
}

/** What the page draws. With `since`, only the calls made after that version. */
export function stateView(platform: Platform, faults: Faults, since = 0): StateView {
  const { channel } = platform;
  const menu = platform.richMenus.default();
  return {
    version: platform.changes.version(),
    channel: {
      name: channel.name,
      chatMode: channel.chatMode,
      quota: { limit: channel.quotaLimit, used: channel.quotaUsed },
      redelivery: channel.redelivery,
    },
    people: Array.from(platform.people.values(), personView),
    groups: Array.from(platform.groups.values(), groupView),
    richMenu:
      menu === null
        ? null
        : {
            richMenuId: menu.richMenuId,
            size: menu.size,
            chatBarText: menu.chatBarText,
            areas: menu.areas,
            imageUrl: `/sim/rich-menus/${menu.richMenuId}/image`,
          },
    faults,
    log: platform.log
      .filter(({ version }) => version > since)
      .map(({ time, method, path, status }) => ({ time, method, path, status })),
  };
}

export function chatView(platform: Platform, chatId: string): ChatView | null {
  const messages = platform.chats.get(chatId);
  return messages === undefined
    ? null
    : { chatId, messages: messages.map(({ chatId: _, ...message }) => message) };
}
