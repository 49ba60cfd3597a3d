// @ts-check
import { drawing } from './dom.js';

/** @type {Record<string, string[]>} */
const PATHS = {
  plus: ['M12 4v16M4 12h16'],
  photo: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15.5 9.5h.01'],
  lamp: ['M6 21V4h8', 'M14 4l4 4h-8l4-4z', 'M11 12l-2 3M17 12l2 3'],
  microphone: [
    'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z',
    'M6 11a6 6 0 0 0 12 0',
    'M12 17v4M9 21h6',
  ],
  sound: ['M4 10v4M8 7v10M12 4v16M16 8v8M20 10v4'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  pin: ['M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11z', 'M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z'],
  smile: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M8.5 14.5c1.8 2.3 5.2 2.3 7 0', 'M9 10h.01M15 10h.01'],
  send: ['M4 12l16-8-5 17-3.5-6.5z', 'M11.5 14.5L20 4'],
  more: ['M12 5.5h.01M12 12h.01M12 18.5h.01'],
  close: ['M6 6l12 12M18 6L6 18'],
  play: ['M8 5l11 7-11 7z'],
  pause: ['M8 5v14M16 5v14'],
  chevron: ['M6 9l6 6 6-6'],
  keyboard: ['M3 6h18v12H3z', 'M7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M8 14h8'],
  people: ['M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z', 'M3 20c0-4 2.5-6 6-6s6 2 6 6', 'M18 8v6M15 11h6'],
  group: [
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
    'M16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
    'M2 20c0-4 2.5-6 6-6s6 2 6 6',
    'M16 14c3.5 0 6 2 6 6',
  ],
  switches: [
    'M4 7h9M19 7h1M4 17h3M13 17h7',
    'M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    'M10 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  ],
  trash: ['M5 7h14M10 7V4h4v3M7 7l1 14h8l1-14'],
  copy: ['M8 8h12v12H8z', 'M16 8V4H4v12h4'],
  block: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M5.7 5.7l12.6 12.6'],
};

/**
 * A line icon, drawn in the text's colour.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const shapes = (PATHS[name] ?? []).map(
    (d) => /** @type {[string, Record<string, string>]} */ (['path', { d }]),
  );
  return drawing('0 0 24 24', shapes, { class: 'icon' });
}
