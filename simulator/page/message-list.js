// @ts-check
import { element } from './dom.js';
import { drawMessage, isMine, showDelivery } from './message.js';

/** @typedef {import('./contract.ts').Message} Message */
/** @typedef {import('./message.js').View} View */

const DAY = new Intl.DateTimeFormat('th-TH', { dateStyle: 'medium', timeZone: 'Asia/Bangkok' });

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
  /** Whether the reader follows the chat: only scrolling up ends that, not a picture that grows below. */
  let atEnd = true;
  let top = 0;
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight });
  scroller.addEventListener('scroll', () => {
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (below < 60) atEnd = true;
    else if (scroller.scrollTop < top) atEnd = false;
    top = scroller.scrollTop;
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
      const entry = before?.signature === signature ? before : { signature, node: draw() };
      next.set(key, entry);
      return entry.node;
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
      const signature = JSON.stringify([
        { ...message, delivered: '' },
        first,
        view.me,
        view.senderName(message),
      ]);
      showDelivery(
        keep(message.id, signature, () => drawMessage(message, first, view)),
        message,
      );
    }
    const fresh = messages.filter((message) => !drawn.has(message.id));
    drawn = next;
    const nodes = [...next.values()].map((entry) => entry.node);
    if (nodes.length !== list.children.length || nodes.some((node, index) => list.children[index] !== node)) {
      for (const child of [...list.children]) if (!nodes.some((node) => node === child)) child.remove();
      nodes.forEach((node, index) => {
        if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
      });
    }
    if (fresh.length > 0 && (atEnd || fresh.some((message) => isMine(message, view)))) {
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
