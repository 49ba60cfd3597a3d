// @ts-check
import { webAddress } from './dom.js';

/**
 * @typedef {object} PhoneParts what an action may reach on the phone it is pressed on
 * @property {(message: Record<string, unknown>) => void} send
 * @property {(action: import('./contract.ts').Action) => void} postback
 * @property {(words: string) => void} toast
 * @property {ReturnType<typeof import('./composer.js').createComposer>} composer
 * @property {(open: boolean) => void} setRichMenuOpen
 */

/** LINE's own addresses that open a picker. @see https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/ */
const PICKER = /^(?:line:\/\/|https:\/\/line\.me\/R\/)nv\/(camera|cameraRoll|location)\b/;

/** @param {string} uri @param {PhoneParts} phone */
function openUri(uri, phone) {
  const picker = PICKER.exec(uri)?.[1];
  if (picker === 'location') return phone.composer.openLocation();
  if (picker !== undefined) return phone.composer.openPhoto();
  if (uri.startsWith('tel:')) return phone.toast(`โทร ${decodeURIComponent(uri.slice(4))}`);
  const address = webAddress(uri);
  if (address === undefined) return phone.toast('เปิดลิงก์นี้ในเครื่องจำลองไม่ได้');
  window.open(address, '_blank', 'noopener,noreferrer');
}

/**
 * Does what LINE does when an action is pressed.
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @param {import('./contract.ts').Action} action
 * @param {PhoneParts} phone
 */
export function performAction(action, phone) {
  switch (action.type) {
    case 'message':
      return phone.send({ type: 'text', text: action.text ?? '' });
    case 'postback':
      phone.postback(action);
      if (action.inputOption === 'openKeyboard') phone.composer.fill(action.fillInText ?? '');
      if (action.inputOption === 'openVoice') phone.composer.openVoice();
      if (action.inputOption === 'openRichMenu') phone.setRichMenuOpen(true);
      if (action.inputOption === 'closeRichMenu') phone.setRichMenuOpen(false);
      return;
    case 'uri':
      return openUri(action.uri ?? '', phone);
    case 'clipboard':
      navigator.clipboard
        .writeText(action.clipboardText ?? '')
        .then(() => phone.toast('คัดลอกแล้ว'))
        .catch(() => phone.toast('เบราว์เซอร์นี้ไม่ให้คัดลอก'));
      return;
    case 'camera':
    case 'cameraRoll':
      return phone.composer.openPhoto();
    case 'location':
      return phone.composer.openLocation();
    default:
      return phone.toast('เครื่องจำลองยังไม่รองรับปุ่มชนิดนี้');
  }
}
