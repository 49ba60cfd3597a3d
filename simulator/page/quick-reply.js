// @ts-check
import { element, webAddress } from './dom.js';

/** @typedef {import('./contract.ts').QuickReplyItem} QuickReplyItem */

/** Pressing one of these leaves the choices standing, as LINE does: something is picked first. */
const STAY = ['camera', 'cameraRoll', 'location', 'datetimepicker', 'uri', 'clipboard'];

/**
 * The choices above the input: those of the last message in the chat, and of no other.
 *
 * @param {(action: import('./contract.ts').Action) => void} perform
 */
export function createQuickReplies(perform) {
  const row = element('div', { class: 'quick-replies', role: 'group', 'aria-label': 'ตัวเลือกตอบเร็ว' });
  row.hidden = true;
  row.addEventListener(
    'wheel',
    (event) => {
      if (event.deltaX !== 0 || row.scrollWidth <= row.clientWidth) return;
      event.preventDefault();
      row.scrollLeft += event.deltaY;
    },
    { passive: false },
  );
  let shown = '';
  let dismissed = '';

  /** @param {import('./contract.ts').Message | undefined} last */
  function show(last) {
    const items = last?.quickReply ?? [];
    const key = last === undefined || items.length === 0 || last.id === dismissed ? '' : last.id;
    if (key === shown) return;
    shown = key;
    row.hidden = key === '';
    row.replaceChildren(...(key === '' ? [] : items.map((item) => chip(item, key))));
    row.scrollLeft = 0;
  }

  /** @param {QuickReplyItem} item @param {string} messageId */
  function chip(item, messageId) {
    const picture = webAddress(item.imageUrl);
    const press = () => {
      if (!STAY.includes(item.action.type)) {
        dismissed = messageId;
        shown = '';
        row.hidden = true;
        row.replaceChildren();
      }
      perform(item.action);
    };
    return element(
      'button',
      { type: 'button', class: 'quick-reply', 'data-testid': 'quick-reply', onclick: press },
      element(
        'span',
        {},
        picture ? element('img', { src: picture, alt: '' }) : undefined,
        item.action.label ?? '',
      ),
    );
  }

  return { node: row, show };
}
