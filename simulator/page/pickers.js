// @ts-check
import { element } from './dom.js';
import { icon } from './icons.js';
import { STICKERS, sticker } from './stickers.js';

/** Invented spots, so that a place can be shared without a map. */
const SPOTS = [
  { title: 'หน้าวัด หมู่ 3', address: 'ปากทางเข้าวัด ข้างต้นโพธิ์', latitude: 14.93412, longitude: 104.46218 },
  { title: 'สามแยกโรงเรียน หมู่ 5', address: 'เสาไฟต้นที่สองจากสามแยก', latitude: 14.94107, longitude: 104.47533 },
  { title: 'ตลาดนัดเช้า หมู่ 1', address: 'ลานข้างศาลาประชาคม', latitude: 14.92685, longitude: 104.45871 },
  { title: 'สะพานคลองส่งน้ำ หมู่ 8', address: 'ถนนดินเลียบคลอง', latitude: 14.95034, longitude: 104.48906 },
];

/**
 * @param {ReturnType<typeof import('./sheet.js').createSheets>} sheets
 * @param {(message: Record<string, unknown>) => void} send
 */
export function openLocationPicker(sheets, send) {
  /** @param {string} name @param {string} label @param {number} limit @param {number} value */
  const field = (name, label, limit, value) =>
    element(
      'label',
      {},
      label,
      element('input', {
        name,
        type: 'number',
        step: 'any',
        min: -limit,
        max: limit,
        required: true,
        value,
        inputmode: 'decimal',
      }),
    );
  const form = element(
    'form',
    {
      class: 'coordinates',
      onsubmit: (event) => {
        event.preventDefault();
        const data = new FormData(form);
        sheets.close();
        send({
          type: 'location',
          latitude: Number(data.get('latitude')),
          longitude: Number(data.get('longitude')),
        });
      },
    },
    field('latitude', 'ละติจูด', 90, 14.93),
    field('longitude', 'ลองจิจูด', 180, 104.46),
    element('button', { type: 'submit', class: 'solid' }, 'ส่งพิกัดนี้'),
  );
  const spots = SPOTS.map((spot) =>
    element(
      'button',
      {
        type: 'button',
        class: 'sheet-row spot',
        'data-testid': 'spot',
        onclick: () => {
          sheets.close();
          send({ type: 'location', ...spot });
        },
      },
      icon('pin'),
      element('span', {}, element('b', {}, spot.title), element('small', {}, spot.address)),
    ),
  );
  sheets.open('ส่งตำแหน่ง', [element('div', { class: 'sheet-body' }, ...spots, form)]);
}

/**
 * @param {ReturnType<typeof import('./sheet.js').createSheets>} sheets
 * @param {(message: Record<string, unknown>) => void} send
 */
export function openStickerPicker(sheets, send) {
  const choices = STICKERS.map(({ packageId, stickerId, name }) =>
    element(
      'button',
      {
        type: 'button',
        class: 'sticker-choice',
        'data-testid': 'sticker-choice',
        'aria-label': `ส่งสติกเกอร์ ${name}`,
        onclick: () => {
          sheets.close();
          send({ type: 'sticker', packageId, stickerId });
        },
      },
      sticker(stickerId, packageId),
    ),
  );
  sheets.open('สติกเกอร์', [element('div', { class: 'sheet-body sticker-grid' }, ...choices)]);
}
