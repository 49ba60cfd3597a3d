// @ts-check

/**
 * What LINE's size words mean in pixels. Anything else a message says must look like a number of pixels or
 * per cent, or a colour, or it is left out.
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-layout/
 */
const TEXT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74 };
const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const BORDER = { none: 0, light: 0.5, normal: 1, 'semi-bold': 2, medium: 3, bold: 4 };
const IMAGE = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};

/** @type {Record<string, number>} Bubble widths in pixels; `giga` fills what there is. */
export const BUBBLE_WIDTH = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

/**
 * @param {Record<string, number>} words
 * @param {string | undefined} value
 */
function length(words, value) {
  if (value === undefined) return undefined;
  const word = words[value];
  if (word !== undefined) return `${word}px`;
  return /^\d{1,4}(\.\d+)?(px|%)$/.test(value) ? value : undefined;
}

/** @param {string | undefined} value */
export const textSize = (value) => length(TEXT, value) ?? '16px';
/** @param {string | undefined} value */
export const space = (value) => length(SPACE, value);
/** @param {string | undefined} value */
export const borderWidth = (value) => length(BORDER, value);
/** @param {string | undefined} value */
export const imageSize = (value) => (value === 'full' ? '100%' : (length(IMAGE, value) ?? '100px'));
/** @param {string | undefined} value Offsets may point outwards. */
export const offset = (value) =>
  value !== undefined && /^-\d{1,4}(px|%)$/.test(value) ? value : length(SPACE, value);

/** @param {string | undefined} value */
export const color = (value) =>
  value !== undefined && /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : undefined;

/** @param {string | undefined} value LINE's `20:13`, as CSS. */
export function aspectRatio(value) {
  const parts = /^(\d{1,6}(?:\.\d+)?):(\d{1,6}(?:\.\d+)?)$/.exec(value ?? '1:1');
  return parts ? `${parts[1]} / ${parts[2]}` : '1 / 1';
}

/**
 * @param {HTMLElement} node
 * @param {Record<string, string | number | undefined>} styles CSS property names; undefined ones are left alone
 */
export function style(node, styles) {
  for (const [property, value] of Object.entries(styles)) {
    if (value !== undefined) node.style.setProperty(property, String(value));
  }
}
