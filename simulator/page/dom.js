// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Text is only ever set as text, so nothing a message holds can become markup.
 * Attributes whose value is a function are event listeners (`onclick`); `false` and `undefined` leave
 * the attribute out, `true` sets it empty.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: any) => void)>} [attributes]
 * @param {(Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/**
 * A drawing from constants of this page: a list of shapes, each a tag and its attributes.
 *
 * @param {string} viewBox
 * @param {[string, Record<string, string | number>][]} shapes
 * @param {Record<string, string>} [attributes]
 */
export function drawing(viewBox, shapes, attributes = {}) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  for (const [name, value] of Object.entries({ 'aria-hidden': 'true', focusable: 'false', ...attributes })) {
    svg.setAttribute(name, value);
  }
  for (const [tag, shape] of shapes) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(shape)) node.setAttribute(name, String(value));
    svg.append(node);
  }
  return svg;
}

/**
 * The address if it may be opened or loaded, otherwise nothing: web addresses only.
 *
 * @param {string | undefined} value
 * @returns {string | undefined}
 */
export function webAddress(value) {
  if (value === undefined || !URL.canParse(value, location.href)) return undefined;
  const url = new URL(value, location.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/**
 * The first letter of a name as a reader sees it.
 *
 * @param {string} name
 */
export function initial(name) {
  const first = new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(name.trim())[Symbol.iterator]();
  return first.next().value?.segment ?? '?';
}
