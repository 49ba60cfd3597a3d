// @ts-check
import { element, webAddress } from './dom.js';
import { drawFlex } from './flex.js';
import { icon } from './icons.js';
import { sticker } from './stickers.js';
import { drawTemplate } from './template.js';
import { voice } from './voice.js';

/** @typedef {import('./contract.ts').Message} Message */
/** @typedef {import('./contract.ts').Hands} Hands */

/**
 * Text in which web addresses are links.
 *
 * @param {string} text
 */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part) => {
    const address = /^https?:\/\//.test(part) ? webAddress(part) : undefined;
    if (address === undefined) return part;
    return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, part);
  });
}

/** @param {string | undefined} address @param {string} alt */
function photo(address, alt) {
  const source = webAddress(address);
  if (source === undefined) return element('div', { class: 'bubble-text' }, 'เปิดรูปไม่ได้');
  return element(
    'a',
    { class: 'photo', href: source, target: '_blank', rel: 'noopener noreferrer' },
    element('img', { src: source, alt }),
  );
}

/** @param {import('./contract.ts').MessageBody} place */
function location(place) {
  const numbers = `${place.latitude?.toFixed(5)}, ${place.longitude?.toFixed(5)}`;
  return element(
    'div',
    { class: 'place' },
    element('div', { class: 'place-map' }, icon('pin')),
    element(
      'div',
      { class: 'place-words' },
      element('strong', {}, place.title || 'ตำแหน่งที่แชร์'),
      element('span', {}, place.address || numbers),
      element('small', {}, numbers),
    ),
  );
}

/**
 * What a message says, without its sender and time.
 *
 * @param {Message} message
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
export function drawContent(message, hands) {
  const body = message.message;
  switch (message.kind) {
    case 'text':
      return element('div', { class: 'bubble-text', 'data-testid': 'bubble' }, ...linked(body.text ?? ''));
    case 'image':
      return photo(body.contentUrl ?? body.previewImageUrl ?? body.originalContentUrl, 'รูปภาพ');
    case 'audio':
      return voice(webAddress(body.contentUrl ?? body.originalContentUrl), body.duration ?? 0);
    case 'location':
      return location(body);
    case 'sticker':
      return sticker(body.stickerId ?? '', body.packageId);
    case 'video':
      return element('video', {
        class: 'video',
        controls: true,
        preload: 'none',
        src: webAddress(body.contentUrl ?? body.originalContentUrl),
        poster: webAddress(body.previewImageUrl),
      });
    case 'file':
      return element('div', { class: 'bubble-text file' }, icon('file'), body.fileName ?? 'ไฟล์');
    case 'flex':
      return body.contents
        ? drawFlex(body.contents, hands)
        : element('div', { class: 'bubble-text' }, body.altText ?? '');
    case 'template':
      return body.template
        ? drawTemplate(body.template, hands)
        : element('div', { class: 'bubble-text' }, body.altText ?? '');
    case 'unsent':
      return element('div', {}, 'ยกเลิกการส่งข้อความแล้ว');
  }
}
