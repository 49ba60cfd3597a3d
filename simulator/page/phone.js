// @ts-check
import { performAction } from './actions.js';
import { createComposer } from './composer.js';
import * as control from './control.js';
import { element, initial } from './dom.js';
import { icon } from './icons.js';
import { createMessageList } from './message-list.js';
import { createQuickReplies } from './quick-reply.js';
import { createRichMenu } from './rich-menu.js';
import { createSheets } from './sheet.js';
import { createToast } from './toast.js';

/** @typedef {import('./contract.ts').State} State */
/** @typedef {import('./contract.ts').Message} Message */

/**
 * One phone: whose it is, which chat is open on it, and everything in that chat.
 *
 * @param {{ role: 'resident' | 'officer', title: string, onUnread: () => void }} options
 */
export function createPhone({ role, title, onUnread }) {
  /** @type {State | undefined} */
  let state;
  let me = '';
  let chatId = '';
  /** @type {Message[]} */
  let messages = [];
  let opening = true;

  const personSelect = element('select', {
    'data-testid': 'person-select',
    onchange: () => choose(personSelect.value),
  });
  const chatSelect = element('select', {
    'data-testid': 'chat-select',
    onchange: () => openChat(chatSelect.value),
  });
  const chatField = element('label', {}, element('span', {}, 'แชต'), chatSelect);
  const avatar = element('span', { class: 'avatar bot', 'aria-hidden': 'true' });
  const name = element('h2');
  const scroller = element('div', { class: 'chat', tabindex: 0, role: 'group', 'aria-label': 'ห้องแชต' });
  const empty = element('p', { class: 'empty' });
  const followButton = element(
    'button',
    { type: 'button', class: 'solid', onclick: () => setFollowing('follow') },
    'เพิ่มเพื่อน',
  );
  const blocked = element('div', { class: 'blocked' }, element('p', {}, 'บล็อกบัญชีนี้อยู่'), followButton);
  const screen = element('div', { class: 'screen' });

  const toast = createToast();
  const sheets = createSheets(screen);
  const list = createMessageList(scroller);
  const composer = createComposer(sheets, { send, sendMedia, toast: toast.show });
  const quickReplies = createQuickReplies(perform);
  const richMenu = createRichMenu(perform);
  const menuButton = element(
    'button',
    {
      type: 'button',
      class: 'round',
      'aria-label': 'ตัวเลือกของแชต',
      'data-testid': 'chat-menu',
      onclick: openChatMenu,
    },
    icon('more'),
  );
  scroller.append(empty);
  screen.append(
    element('header', { class: 'chat-header' }, avatar, name, menuButton),
    scroller,
    quickReplies.node,
    blocked,
    composer.node,
    richMenu.node,
    toast.node,
  );
  const node = element(
    'section',
    { class: 'phone', 'data-testid': `phone-${role}`, 'aria-label': title },
    element(
      'div',
      { class: 'owner' },
      element('label', {}, element('span', {}, title), personSelect),
      chatField,
    ),
    element('div', { class: 'frame' }, screen),
  );

  /** @param {Promise<unknown>} work */
  const attempt = (work) => {
    work.catch((error) =>
      toast.show(error instanceof control.ControlError ? error.message : 'ทำรายการนี้ไม่สำเร็จ'),
    );
  };

  /** @param {Record<string, unknown>} message */
  function send(message) {
    if (chatId !== '') attempt(control.sendMessage(chatId, me, message));
  }

  /** @param {'image' | 'audio' | 'video' | 'file'} type @param {Blob} content @param {number} [durationMilliseconds] */
  function sendMedia(type, content, durationMilliseconds) {
    if (chatId !== '') attempt(control.sendMedia(chatId, me, type, content, durationMilliseconds));
  }

  /** @param {import('./contract.ts').Action} action */
  function perform(action) {
    performAction(action, {
      send,
      postback: (pressed) => chatId !== '' && attempt(control.sendPostback(chatId, me, pressed)),
      toast: toast.show,
      composer,
      setRichMenuOpen: richMenu.setOpen,
    });
  }

  /** @param {Message} message */
  function openMessageMenu(message) {
    const text = message.message.text;
    const copy = () => attempt(navigator.clipboard.writeText(text ?? '').then(() => toast.show('คัดลอกแล้ว')));
    sheets.open('ข้อความนี้', [
      text === undefined ? undefined : sheets.row('คัดลอก', 'copy', copy),
      sheets.row('ยกเลิกการส่ง', 'trash', () => attempt(control.unsend(chatId, message.id)), 'unsend'),
    ]);
  }

  /** @param {'follow' | 'unfollow'} what */
  function setFollowing(what) {
    attempt(control.setFollowing(me, what));
  }

  function openChatMenu() {
    const person = state?.people.find((one) => one.userId === me);
    if (person === undefined) return;
    sheets.open('บัญชีนี้', [
      person.blocked
        ? sheets.row('เลิกบล็อก (เพิ่มเพื่อนอีกครั้ง)', 'people', () => setFollowing('follow'), 'follow')
        : sheets.row('บล็อกบัญชีนี้', 'block', () => setFollowing('unfollow'), 'unfollow'),
    ]);
  }

  /** @param {string} userId */
  function choose(userId) {
    me = userId;
    openChat(userId);
  }

  /** @param {string} id a person's own chat with the account (their user id), or a group */
  function openChat(id) {
    sheets.close();
    chatId = id;
    messages = [];
    opening = true;
    list.clear();
    show();
    if (id !== '') load();
  }

  /** @param {HTMLSelectElement} select @param {{ value: string, label: string }[]} choices @param {string} value */
  function fillSelect(select, choices, value) {
    const signature = JSON.stringify(choices);
    if (select.dataset.choices !== signature) {
      select.dataset.choices = signature;
      select.replaceChildren(...choices.map((one) => element('option', { value: one.value }, one.label)));
    }
    select.value = value;
  }

  function show() {
    if (state === undefined) return;
    const { people, groups, channel } = state;
    const nameOf = new Map(people.map((person) => [person.userId, person.name]));
    fillSelect(
      personSelect,
      people.map((person) => ({ value: person.userId, label: person.name })),
      me,
    );
    const mine = groups.filter((group) => group.members.includes(me));
    chatField.hidden = mine.length === 0;
    fillSelect(
      chatSelect,
      [
        { value: me, label: channel.name },
        ...mine.map((group) => ({ value: group.groupId, label: `กลุ่ม ${group.name}` })),
      ],
      chatId,
    );
    const group = mine.find((one) => one.groupId === chatId);
    const heading = group ? `${group.name} (${group.members.length + 1})` : channel.name;
    name.textContent = heading;
    avatar.textContent = initial(heading);
    const person = people.find((one) => one.userId === me);
    const isBlocked = group === undefined && person?.blocked === true;
    blocked.hidden = !isBlocked;
    composer.node.hidden = isBlocked || person === undefined;
    menuButton.hidden = group !== undefined || person === undefined;
    empty.hidden = messages.length > 0;
    empty.textContent = person ? 'พิมพ์ พูด หรือส่งรูปได้เลย' : 'ยังไม่มีคน กด “เพิ่มคน” ด้านบน';
    richMenu.show(group || isBlocked || person === undefined ? null : state.richMenu);
    quickReplies.show(isBlocked ? undefined : messages.at(-1));
    list.show(messages, {
      me,
      group: group !== undefined,
      senderName: (message) =>
        message.from === 'bot' ? channel.name : (nameOf.get(message.by ?? '') ?? 'สมาชิก'),
      hands: { perform, openMessageMenu },
    });
  }

  let loading = false;
  let stale = false;
  /** Reads the open chat again; calls that come meanwhile share one more reading. */
  async function load() {
    if (loading) {
      stale = true;
      return;
    }
    loading = true;
    do {
      stale = false;
      const asked = chatId;
      try {
        const chat = await control.getChat(asked);
        if (asked !== chatId) stale = true;
        else {
          const grown = !opening && chat.messages.length > messages.length;
          messages = chat.messages;
          opening = false;
          show();
          if (grown && messages.at(-1)?.from === 'bot') onUnread();
        }
      } catch (error) {
        if (asked === chatId) attempt(Promise.reject(error));
      }
    } while (stale && chatId !== '');
    loading = false;
  }

  /** @param {State} next */
  function update(next) {
    state = next;
    if (!next.people.some((person) => person.userId === me)) {
      choose(next.people.find((person) => person.role === role)?.userId ?? '');
      return;
    }
    const known =
      chatId === me || next.groups.some((one) => one.groupId === chatId && one.members.includes(me));
    if (!known) openChat(me);
    else show();
  }

  /** @param {string} [changed] the chat that changed; without it, it may be any */
  function refresh(changed) {
    if (chatId !== '' && (changed === undefined || changed === chatId)) load();
  }

  return { node, role, title, update, refresh, choose, openChat };
}
