import { graphemes, shorten } from '../words/graphemes.ts';

/** How a part of the sheet is set: grapheme clusters a line, and points that a line and a paragraph's end take. */
interface Setting {
  clusters: number;
  line: number;
  gap: number;
}
const large = {
  title: { clusters: 24, line: 46, gap: 0 },
  text: { clusters: 38, line: 35.5, gap: 8 },
} as const satisfies Record<string, Setting>;
const small = {
  title: { clusters: 33, line: 32.5, gap: 0 },
  text: { clusters: 52, line: 22, gap: 8 },
} as const satisfies Record<string, Setting>;
const placesSetting: Setting = { clusters: 45, line: 29, gap: 0 };
const PLACES_LINES_MOST = 8;
/** What title, places and text have of a sheet of A4, in points, beside the agency's name, the days and the code. */
const ROOM = 430;

const linesOf = (words: string, { clusters }: Setting): number => Math.ceil(graphemes(words) / clusters);
const heightOf = (words: string, setting: Setting): number =>
  linesOf(words, setting) * setting.line + setting.gap;

/** What of an announcement stands on its poster, on one sheet; `isCut` where the rest is left to the page. */
export function posterText({ title, text, places }: { title: string; text: string; places: string }): {
  places: string;
  paragraphs: string[];
  isLarge: boolean;
  isCut: boolean;
} {
  const whole = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  const sumOf = (setting: Setting): number =>
    whole.reduce((sum, paragraph) => sum + heightOf(paragraph, setting), 0);
  const placesHeight = heightOf(places, placesSetting);
  const isLarge = heightOf(title, large.title) + placesHeight + sumOf(large.text) <= ROOM;
  if (isLarge) return { places, paragraphs: whole, isLarge, isCut: false };

  const shownPlaces = shorten(places, PLACES_LINES_MOST * placesSetting.clusters);
  let left = ROOM - heightOf(title, small.title) - heightOf(shownPlaces, placesSetting);
  const paragraphs: string[] = [];
  for (const paragraph of whole) {
    const height = heightOf(paragraph, small.text);
    if (height > left) {
      const lines = Math.floor((left - small.text.gap) / small.text.line);
      const begun = lines < 1 ? [] : [shorten(paragraph, lines * small.text.clusters)];
      return { places: shownPlaces, paragraphs: [...paragraphs, ...begun], isLarge, isCut: true };
    }
    paragraphs.push(paragraph);
    left -= height;
  }
  return { places: shownPlaces, paragraphs, isLarge, isCut: shownPlaces !== places };
}
