// @ts-check
import { element, webAddress } from './dom.js';

/** @typedef {import('./contract.ts').TemplateColumn} Column */
/** @typedef {import('./contract.ts').Hands} Hands */

/** @param {import('./contract.ts').Action} action @param {Hands} hands */
const actionButton = (action, hands) =>
  element(
    'button',
    {
      type: 'button',
      class: 'template-button',
      'data-testid': 'template-button',
      onclick: () => hands.perform(action),
    },
    action.label ?? '',
  );

/** @param {Column} column @param {Hands} hands @param {string} [kind] */
function drawColumn(column, hands, kind = 'buttons') {
  const address = webAddress(column.thumbnailImageUrl);
  return element(
    'div',
    { class: `template ${kind}` },
    address === undefined ? undefined : element('img', { src: address, alt: '' }),
    element(
      'div',
      { class: 'template-words' },
      column.title === undefined ? undefined : element('strong', {}, column.title),
      element('p', {}, column.text ?? ''),
    ),
    element(
      'div',
      { class: 'template-actions' },
      ...(column.actions ?? []).map((one) => actionButton(one, hands)),
    ),
  );
}

/** @param {Column} column @param {Hands} hands */
function drawImageColumn(column, hands) {
  const action = column.action ?? { type: 'message' };
  return element(
    'button',
    {
      type: 'button',
      class: 'template image-column',
      'data-testid': 'template-button',
      onclick: () => hands.perform(action),
    },
    element('img', { src: webAddress(column.imageUrl), alt: '' }),
    element('span', {}, action.label ?? ''),
  );
}

/**
 * @param {import('./contract.ts').Template} template
 * @param {Hands} hands
 */
export function drawTemplate(template, hands) {
  if (template.columns === undefined) return drawColumn(template, hands, template.type);
  const draw = template.type === 'image_carousel' ? drawImageColumn : drawColumn;
  return element(
    'div',
    { class: 'carousel', role: 'group', 'aria-label': 'การ์ดเลื่อนดูได้', tabindex: 0 },
    ...template.columns.map((column) => draw(column, hands)),
  );
}
