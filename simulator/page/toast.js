// @ts-check
import { element } from './dom.js';

const SHOWN_MILLISECONDS = 4000;

/** A line of words over the foot of a screen, read out by screen readers and gone by itself. */
export function createToast() {
  const node = element('div', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {string} words */
  const show = (words) => {
    clearTimeout(timer);
    node.textContent = words;
    node.classList.add('shown');
    timer = setTimeout(() => {
      node.classList.remove('shown');
      node.textContent = '';
    }, SHOWN_MILLISECONDS);
  };
  return { node, show };
}
