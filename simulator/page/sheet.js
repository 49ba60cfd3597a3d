// @ts-check
import { element } from './dom.js';
import { icon } from './icons.js';

/**
 * The panel that slides up inside a phone: one at a time, the rest of the phone out of reach meanwhile,
 * closed by its button, by Escape or by pressing beside it; focus returns to where it was.
 *
 * @param {HTMLElement} screen the phone's screen, whose other children are out of reach while a sheet is open
 */
export function createSheets(screen) {
  /** @type {{ node: HTMLElement, before: Element | null, onClose: (() => void) | undefined } | undefined} */
  let current;

  function close() {
    if (current === undefined) return;
    const { node, before, onClose } = current;
    current = undefined;
    node.remove();
    for (const child of screen.children) if (child instanceof HTMLElement) child.inert = false;
    onClose?.();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }

  /** @param {string} title @param {(Node | undefined)[]} contents @param {() => void} [onClose] */
  function open(title, contents, onClose) {
    close();
    const before = document.activeElement;
    const panel = element(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': title, 'data-testid': 'sheet' },
      element(
        'div',
        { class: 'sheet-title' },
        element('h3', {}, title),
        element(
          'button',
          { type: 'button', class: 'round', 'aria-label': 'ปิด', onclick: close },
          icon('close'),
        ),
      ),
      ...contents,
    );
    /** @type {HTMLElement} */
    const node = element(
      'div',
      {
        class: 'sheet-backdrop',
        onclick: (event) => event.target === node && close(),
        onkeydown: (event) => event.key === 'Escape' && close(),
      },
      panel,
    );
    for (const child of screen.children) if (child instanceof HTMLElement) child.inert = true;
    screen.append(node);
    current = { node, before, onClose };
    const first = panel.querySelector('.sheet-body button, .sheet-body input, .sheet-row');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  /** @param {string} label @param {Parameters<typeof icon>[0]} name @param {() => void} press @param {string} [testId] */
  const row = (label, name, press, testId) =>
    element(
      'button',
      {
        type: 'button',
        class: 'sheet-row',
        'data-testid': testId,
        onclick: () => {
          close();
          press();
        },
      },
      icon(name),
      label,
    );

  return { open, close, row };
}
