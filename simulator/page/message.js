// @ts-check
import { drawContent } from './bubble.js';
import { element, initial } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./contract.ts').Message} Message */

const TIME = new Intl.DateTimeFormat('th-TH', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Asia/Bangkok',
});
const DELIVERY = { waiting: 'กำลังส่ง', delivered: '', failed: 'ส่งไม่ถึงบอต' };

/**
 * @typedef {object} View who is looking, and what the others are called
 * @property {string} me
 * @property {boolean} group
 * @property {(message: Message) => string} senderName
 * @property {import('./contract.ts').Hands} hands
 */

/** @param {Message} message @param {View} view */
export const isMine = (message, view) => message.from === 'user' && (!view.group || message.by === view.me);

/**
 * Shows whether the bot got the message; the only part of a message that changes in place.
 *
 * @param {HTMLElement} row @param {Message} message
 */
export function showDelivery(row, message) {
  if (row.dataset.delivered === message.delivered) return;
  row.dataset.delivered = message.delivered;
  const mark = row.querySelector('.mark');
  if (mark !== null) mark.textContent = message.from === 'bot' ? '' : DELIVERY[message.delivered];
}

/**
 * @param {Message} message
 * @param {boolean} first the first of several from one sender
 * @param {View} view
 */
export function drawMessage(message, first, view) {
  const mine = isMine(message, view);
  const name = view.senderName(message);
  const row = element('li', {
    class: `message ${mine ? 'mine' : 'theirs'}${first ? ' first' : ''}`,
    'data-testid': 'message',
    'data-from': message.from,
    'data-kind': message.kind,
    'data-id': message.id,
  });
  if (message.kind === 'unsent') {
    row.append(element('p', { class: 'notice' }, mine ? 'คุณยกเลิกข้อความ' : `${name} ยกเลิกข้อความ`));
    return row;
  }
  const content = drawContent(message, view.hands);
  const time = element(
    'span',
    { class: 'meta' },
    element('span', { class: 'mark' }),
    element('time', {}, TIME.format(new Date(message.time))),
  );
  const tall = message.kind === 'flex' || message.kind === 'template';
  const line = element('div', { class: tall ? 'line tall' : 'line' }, content, time);
  if (!mine) {
    row.append(
      element('span', { class: `avatar ${message.from}`, 'aria-hidden': 'true' }, initial(name)),
      element('div', { class: 'said' }, first ? element('span', { class: 'sender' }, name) : undefined, line),
    );
    return row;
  }
  const menu = () => view.hands.openMessageMenu(message);
  const more = element(
    'button',
    {
      type: 'button',
      class: 'message-menu',
      'data-testid': 'message-menu',
      'aria-label': 'ตัวเลือกของข้อความนี้',
      onclick: menu,
    },
    icon('more'),
  );
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    menu();
  });
  row.append(more, element('div', { class: 'said' }, line));
  return row;
}
