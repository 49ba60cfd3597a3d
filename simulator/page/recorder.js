// @ts-check
import { element } from './dom.js';
import { clock } from './voice.js';

const FORMATS = ['audio/mp4', 'audio/webm', 'audio/ogg'];

/**
 * Records from the microphone in a sheet; nothing is sent until "ส่ง" is pressed.
 *
 * @param {ReturnType<typeof import('./sheet.js').createSheets>} sheets
 * @param {(sound: Blob, durationMilliseconds: number) => void} send
 * @param {() => void} onRefused there is no microphone, or its use was refused
 */
export async function record(sheets, send, onRefused) {
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    onRefused();
    return;
  }
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  const started = performance.now();
  const time = element('output', { class: 'record-time' }, '0:00');
  const ticking = setInterval(() => {
    time.textContent = clock(performance.now() - started);
  }, 250);
  const stop = () => {
    clearInterval(ticking);
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  const finish = () => {
    const duration = performance.now() - started;
    recorder.addEventListener('stop', () => send(new Blob(parts, { type: recorder.mimeType }), duration), {
      once: true,
    });
    sheets.close();
  };
  recorder.start();
  sheets.open(
    'กำลังอัดเสียง',
    [
      element(
        'div',
        { class: 'sheet-body recording' },
        time,
        element('button', { type: 'button', class: 'solid', onclick: finish }, 'ส่งเสียงนี้'),
      ),
    ],
    stop,
  );
}
