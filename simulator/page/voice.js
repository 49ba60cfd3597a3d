// @ts-check
import { element } from './dom.js';
import { icon } from './icons.js';

const BARS = [9, 16, 24, 14, 20, 28, 18, 10, 22, 26, 15, 8, 18, 24, 12];

/** @param {number} milliseconds */
export function clock(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * A voice message with a button that plays it.
 *
 * @param {string | undefined} address
 * @param {number} durationMilliseconds
 */
export function voice(address, durationMilliseconds) {
  const length = clock(durationMilliseconds);
  const bars = element('span', { class: 'voice-bars', 'aria-hidden': 'true' });
  for (const height of BARS) {
    const bar = element('i');
    bar.style.height = `${height}px`;
    bars.append(bar);
  }
  const time = element('span', { class: 'voice-time' }, length);
  const button = element('button', { type: 'button', class: 'voice-play' });
  const sound = element('audio', { preload: 'none', src: address });
  const show = () => {
    const playing = !sound.paused && !sound.ended;
    button.replaceChildren(icon(playing ? 'pause' : 'play'));
    button.setAttribute('aria-label', playing ? 'หยุดเสียง' : `ฟังเสียง ${length} นาที`);
    const all = BARS.length;
    const reached = sound.duration > 0 ? Math.round((sound.currentTime / sound.duration) * all) : 0;
    for (const [index, bar] of [...bars.children].entries()) bar.classList.toggle('heard', index < reached);
    time.textContent = playing ? clock(sound.currentTime * 1000) : length;
  };
  for (const event of ['play', 'pause', 'ended', 'timeupdate']) sound.addEventListener(event, show);
  sound.addEventListener('error', () => {
    time.textContent = 'เล่นไม่ได้';
  });
  button.addEventListener('click', () => {
    if (sound.paused) sound.play().catch(() => (time.textContent = 'เล่นไม่ได้'));
    else sound.pause();
  });
  show();
  return element('div', { class: 'voice' }, button, bars, time, sound);
}

/**
 * How long a sound lasts, as the browser reads it; three seconds when it cannot tell.
 *
 * @param {Blob} sound
 * @returns {Promise<number>} milliseconds
 */
export function durationOf(sound) {
  const address = URL.createObjectURL(sound);
  const probe = new Audio();
  return new Promise((resolve) => {
    /** @param {number} milliseconds */
    const done = (milliseconds) => {
      URL.revokeObjectURL(address);
      resolve(milliseconds);
    };
    probe.addEventListener('loadedmetadata', () =>
      done(Number.isFinite(probe.duration) ? Math.max(1, probe.duration * 1000) : 3000),
    );
    probe.addEventListener('error', () => done(3000));
    probe.src = address;
  });
}
