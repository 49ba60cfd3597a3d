// @ts-check
import { element, webAddress } from './dom.js';
import { icon } from './icons.js';

/** In a window lower than this the menu starts closed, so that the chat can be read. */
const ROOMY_PIXELS = 760;

/**
 * The account's menu: one picture with areas to press, opened and closed by the bar under the chat.
 *
 * @param {(action: import('./contract.ts').Action) => void} perform
 */
export function createRichMenu(perform) {
  const picture = element('img', { alt: '', draggable: 'false' });
  const areas = element('div', { class: 'rich-menu-areas' });
  const panel = element('div', { class: 'rich-menu-panel', role: 'group' }, picture, areas);
  const title = element('span');
  const bar = element(
    'button',
    { type: 'button', class: 'rich-menu-bar', 'data-testid': 'rich-menu-bar' },
    icon('chevron'),
    title,
  );
  const node = element('div', { class: 'rich-menu' }, bar, panel);
  node.hidden = true;
  let open = window.innerHeight >= ROOMY_PIXELS;
  let shown = '';

  /** @param {boolean} value */
  function setOpen(value) {
    open = value;
    panel.hidden = !value;
    node.classList.toggle('open', value);
    bar.setAttribute('aria-expanded', String(value));
  }
  bar.addEventListener('click', () => setOpen(!open));
  setOpen(open);

  /** @param {import('./contract.ts').RichMenu | null} menu */
  function show(menu) {
    node.hidden = menu === null;
    if (menu === null) return;
    const signature = JSON.stringify(menu);
    if (signature === shown) return;
    shown = signature;
    title.textContent = menu.chatBarText;
    panel.setAttribute('aria-label', menu.chatBarText);
    const address = webAddress(menu.imageUrl);
    if (address !== undefined) picture.src = address;
    panel.style.aspectRatio = `${menu.size.width} / ${menu.size.height}`;
    areas.replaceChildren(...menu.areas.map((area, index) => drawArea(menu, area, index)));
  }

  /** @param {import('./contract.ts').RichMenu} menu @param {import('./contract.ts').RichMenu['areas'][number]} area @param {number} index */
  function drawArea(menu, area, index) {
    const { action, bounds } = area;
    const button = element('button', {
      type: 'button',
      class: 'rich-menu-area',
      'data-testid': 'rich-menu-area',
      'data-index': index,
      'aria-label': action.label ?? action.displayText ?? action.text ?? action.uri ?? `ช่องที่ ${index + 1}`,
      onclick: () => perform(action),
    });
    button.style.left = `${(bounds.x / menu.size.width) * 100}%`;
    button.style.top = `${(bounds.y / menu.size.height) * 100}%`;
    button.style.width = `${(bounds.width / menu.size.width) * 100}%`;
    button.style.height = `${(bounds.height / menu.size.height) * 100}%`;
    return button;
  }

  return { node, show, setOpen };
}
