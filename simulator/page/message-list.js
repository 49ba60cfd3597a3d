// @ts-check
import { drawContent } from './bubble.js';
import { element, initial } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./contract.ts').Message} Message */

const DAY = new Intl.DateTimeFormat('th-TH', { dateStyle: 'medium', timeZone: 'Asia/Bangkok' });
const TIME = new Intl.DateTimeFormat('th-TH', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Asia/Bangkok',
});

/**
 * @typedef {object} View who is looking, and what the others are called
 * @property {string} me
 * @property {boolean} group
 * @property {(message: Message) => string} senderName
 * @property {import('./contract.ts').Hands} hands
 */

/** @param {Message} message @param {View} view */
const isMine = (message, view) => message.from === 'user' && (!view.group || message.by === view.me);

/** @param {Message} message */
function deliveryMark(message) {
  if (message.from === 'bot' || message.delivered === 'delivered') return undefined;
  if (message.delivered === 'waiting')
    return element('span', { class: 'mark', 'data-testid': 'waiting' }, 'กำลังส่ง');
  return element('span', { class: 'mark failed', 'data-testid': 'failed' }, 'ส่งไม่ถึงบอต');
}

/** @param {Message} message @param {boolean} first @param {View} view */
function drawMessage(message, first, view) {
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
    row.append(element('p', { class: 'notice' }, `${mine ? 'คุณ' : name} ยกเลิกการส่งข้อความ`));
    return row;
  }
  const content = drawContent(message, view.hands);
  const time = element(
    'span',
    { class: 'meta' },
    deliveryMark(message),
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

/**
 * Keeps a list of messages drawn, touching only those that changed, and stays at the end while the reader is there.
 *
 * @param {HTMLElement} scroller
 */
export function createMessageList(scroller) {
  const list = element('ol', {
    class: 'messages',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'ข้อความ',
  });
  scroller.append(list);
  /** @type {Map<string, { signature: string, node: HTMLElement }>} */
  let drawn = new Map();
  let atEnd = true;
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight });
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
  });
  const watcher = new ResizeObserver(() => atEnd && toEnd());
  watcher.observe(list);
  watcher.observe(scroller);

  /** @param {Message[]} messages @param {View} view */
  function show(messages, view) {
    /** @type {typeof drawn} */
    const next = new Map();
    /** @param {string} key @param {string} signature @param {() => HTMLElement} draw */
    const keep = (key, signature, draw) => {
      const before = drawn.get(key);
      next.set(key, before?.signature === signature ? before : { signature, node: draw() });
    };
    let day = '';
    let sender = '';
    for (const message of messages) {
      const today = DAY.format(new Date(message.time));
      if (today !== day) {
        keep(`day ${today}`, today, () => element('li', { class: 'day' }, element('span', {}, today)));
        day = today;
        sender = '';
      }
      const by = message.kind === 'unsent' ? '' : `${message.from} ${message.by ?? ''}`;
      const first = by !== sender;
      sender = by;
      const signature = JSON.stringify([message, first, view.me, view.senderName(message)]);
      keep(message.id, signature, () => drawMessage(message, first, view));
    }
    const grown = next.size > drawn.size;
    drawn = next;
    const nodes = [...next.values()].map((entry) => entry.node);
    if (nodes.length !== list.children.length || nodes.some((node, index) => list.children[index] !== node)) {
      for (const child of [...list.children]) if (!nodes.some((node) => node === child)) child.remove();
      nodes.forEach((node, index) => {
        if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
      });
    }
    const last = messages.at(-1);
    if (grown && last && (atEnd || isMine(last, view))) {
      atEnd = true;
      toEnd();
    }
  }

  function clear() {
    drawn = new Map();
    list.replaceChildren();
    atEnd = true;
  }

  return { show, clear };
}
