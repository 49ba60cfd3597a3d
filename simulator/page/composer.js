// @ts-check
import { element } from './dom.js';
import { icon } from './icons.js';
import { openLocationPicker, openStickerPicker } from './pickers.js';
import { record } from './recorder.js';
import { drawDeadLamp } from './sample-photo.js';
import { durationOf } from './voice.js';

/**
 * @typedef {object} Outbox where what a person sends goes
 * @property {(message: Record<string, unknown>) => void} send
 * @property {(type: 'image' | 'audio' | 'video' | 'file', content: Blob, durationMilliseconds?: number) => void} sendMedia
 * @property {(words: string) => void} toast
 */

/**
 * The row at the bottom of a chat: words, photos, voice, places and stickers.
 *
 * @param {ReturnType<typeof import('./sheet.js').createSheets>} sheets
 * @param {Outbox} outbox
 */
export function createComposer(sheets, outbox) {
  const input = element('textarea', {
    class: 'input',
    rows: 1,
    'aria-label': 'พิมพ์ข้อความ',
    placeholder: 'Aa',
    'data-testid': 'input',
    enterkeyhint: 'send',
  });
  const photoInput = element('input', {
    type: 'file',
    accept: 'image/*',
    multiple: true,
    class: 'file-input',
    tabindex: -1,
    'aria-label': 'เลือกรูป',
    'data-testid': 'photo-input',
  });
  const audioInput = element('input', {
    type: 'file',
    accept: 'audio/*,.m4a',
    class: 'file-input',
    tabindex: -1,
    'aria-label': 'เลือกไฟล์เสียง',
    'data-testid': 'audio-input',
  });
  const sendButton = element(
    'button',
    { type: 'button', class: 'round send', 'aria-label': 'ส่ง', 'data-testid': 'send' },
    icon('send'),
  );
  const voiceButton = element(
    'button',
    { type: 'button', class: 'round', 'aria-label': 'ส่งเสียง', 'data-testid': 'voice', onclick: openVoice },
    icon('microphone'),
  );
  sendButton.hidden = true;

  function resize() {
    const empty = input.value.trim() === '';
    sendButton.hidden = empty;
    voiceButton.hidden = !empty;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 132)}px`;
  }

  function sendText() {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    resize();
    outbox.send({ type: 'text', text });
    input.focus();
  }

  input.addEventListener('input', resize);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendText();
  });
  sendButton.addEventListener('click', sendText);
  photoInput.addEventListener('change', () => {
    for (const file of photoInput.files ?? []) outbox.sendMedia('image', file);
    photoInput.value = '';
  });
  audioInput.addEventListener('change', async () => {
    const file = audioInput.files?.[0];
    audioInput.value = '';
    if (file !== undefined) outbox.sendMedia('audio', file, await durationOf(file));
  });

  async function sendSampleVoice() {
    const sound = await (await fetch(new URL('./sample-voice.m4a', import.meta.url))).blob();
    outbox.sendMedia('audio', new Blob([sound], { type: 'audio/mp4' }), await durationOf(sound));
  }

  const photoRows = () => [
    sheets.row('เลือกรูปจากเครื่อง', 'photo', () => photoInput.click(), 'choose-photo'),
    sheets.row(
      'รูปตัวอย่าง: ไฟถนนดับ',
      'lamp',
      async () => outbox.sendMedia('image', await drawDeadLamp()),
      'sample-photo',
    ),
  ];
  const voiceRows = () => [
    sheets.row('เลือกไฟล์เสียง', 'file', () => audioInput.click(), 'choose-audio'),
    sheets.row('เสียงตัวอย่าง', 'sound', sendSampleVoice, 'sample-voice'),
  ];
  const openPhoto = () => sheets.open('ส่งรูป', photoRows());
  const openLocation = () => openLocationPicker(sheets, outbox.send);
  const openStickers = () => openStickerPicker(sheets, outbox.send);

  function openVoice() {
    const start = () =>
      record(
        sheets,
        (sound, duration) => outbox.sendMedia('audio', sound, duration),
        () => outbox.toast('ใช้ไมโครโฟนไม่ได้ เลือกไฟล์เสียงหรือใช้เสียงตัวอย่างแทนได้'),
      );
    sheets.open('ส่งเสียง', [sheets.row('อัดเสียง', 'microphone', start, 'record'), ...voiceRows()]);
  }

  const openAll = () =>
    sheets.open('ส่งอย่างอื่น', [
      ...photoRows(),
      ...voiceRows(),
      sheets.row('ตำแหน่ง', 'pin', openLocation, 'location'),
      sheets.row('สติกเกอร์', 'smile', openStickers, 'stickers'),
    ]);

  /** @param {string} label @param {Parameters<typeof icon>[0]} name @param {() => void} press @param {string} testId */
  const round = (label, name, press, testId) =>
    element(
      'button',
      {
        type: 'button',
        class: `round ${testId}-button`,
        'aria-label': label,
        'data-testid': testId,
        onclick: press,
      },
      icon(name),
    );

  const node = element(
    'div',
    { class: 'composer' },
    round('ส่งอย่างอื่น', 'plus', openAll, 'more'),
    round('ส่งรูป', 'photo', openPhoto, 'photo'),
    input,
    round('สติกเกอร์', 'smile', openStickers, 'sticker'),
    voiceButton,
    sendButton,
    photoInput,
    audioInput,
  );

  /** @param {string} text */
  function fill(text) {
    input.value = text;
    resize();
    input.focus();
  }

  return { node, fill, openPhoto, openLocation, openVoice };
}
