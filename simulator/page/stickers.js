// @ts-check
import { drawing, element } from './dom.js';

/** @typedef {[string, Record<string, string | number>]} Shape */

const INK = '#3b2a12';
const line = { fill: 'none', stroke: INK, 'stroke-width': 4, 'stroke-linecap': 'round' };
const palm = { fill: '#ffe0b2', stroke: '#b3701c', 'stroke-width': 3, 'stroke-linejoin': 'round' };

/** @type {Shape} */
const face = ['circle', { cx: 60, cy: 60, r: 48, fill: '#ffd54f', stroke: '#e0a800', 'stroke-width': 3 }];
/** @type {Shape[]} */
const eyes = [
  ['circle', { cx: 44, cy: 52, r: 5, fill: INK }],
  ['circle', { cx: 76, cy: 52, r: 5, fill: INK }],
];
/** @type {Shape[]} */
const closedEyes = [
  ['path', { d: 'M37 54q7 -8 14 0', ...line }],
  ['path', { d: 'M69 54q7 -8 14 0', ...line }],
];
/** @type {Shape} */
const smile = ['path', { d: 'M40 70q20 22 40 0', ...line }];

/** The page's own small set. Numbers are LINE's sticker numbers, so that a bot sees ordinary ones; the drawings are not. */
export const STICKERS = [
  { packageId: '446', stickerId: '1988', name: 'ยิ้ม' },
  { packageId: '446', stickerId: '1989', name: 'ขอบคุณ' },
  { packageId: '446', stickerId: '1990', name: 'รักเลย' },
  { packageId: '446', stickerId: '1991', name: 'เสียใจ' },
  { packageId: '446', stickerId: '1992', name: 'โกรธ' },
  { packageId: '446', stickerId: '1993', name: 'ตกลง' },
];

/** @type {Record<string, Shape[]>} */
const DRAWINGS = {
  1988: [face, ...eyes, smile],
  1989: [
    face,
    ...closedEyes,
    ['path', { d: 'M59 66c-5 2-6 8-8 18-6 8-10 14-10 26l14 4c4-6 4-14 4-22z', ...palm }],
    ['path', { d: 'M61 66c5 2 6 8 8 18 6 8 10 14 10 26l-14 4c-4-6-4-14-4-22z', ...palm }],
  ],
  1990: [
    face,
    ['path', { d: 'M44 62l-11-12a7 7 0 0 1 11-9 7 7 0 0 1 11 9z', fill: '#e53935' }],
    ['path', { d: 'M76 62l-11-12a7 7 0 0 1 11-9 7 7 0 0 1 11 9z', fill: '#e53935' }],
    smile,
  ],
  1991: [
    face,
    ...eyes,
    ['path', { d: 'M42 82q18 -18 36 0', ...line }],
    ['path', { d: 'M78 62q10 16 0 20q-10 -4 0 -20z', fill: '#42a5f5' }],
  ],
  1992: [
    ['circle', { cx: 60, cy: 60, r: 48, fill: '#ff8a65', stroke: '#d84315', 'stroke-width': 3 }],
    ...eyes,
    ['path', { d: 'M34 38l18 8M86 38l-18 8M42 82q18 -14 36 0', ...line }],
  ],
  1993: [
    face,
    ...closedEyes,
    smile,
    [
      'path',
      {
        d: 'M78 112v-22l10 -14q8 0 6 10l-2 6h14q6 2 4 8l-4 12z',
        fill: '#ffcc80',
        stroke: '#c98a2b',
        'stroke-width': 3,
      },
    ],
  ],
};

/**
 * A sticker as the page draws it; one it has no drawing for shows its number.
 *
 * @param {string} stickerId
 * @param {string} [packageId]
 */
export function sticker(stickerId, packageId) {
  const known = STICKERS.find((one) => one.stickerId === stickerId && one.packageId === packageId);
  const name = known?.name ?? `หมายเลข ${packageId ?? ''}/${stickerId}`;
  const shapes = (known && DRAWINGS[stickerId]) ?? [face, ...eyes, ['path', { d: 'M44 76h32', ...line }]];
  return element(
    'span',
    { class: 'sticker', role: 'img', 'aria-label': `สติกเกอร์ ${name}` },
    drawing('0 0 120 120', shapes),
    known ? undefined : element('small', {}, name),
  );
}
