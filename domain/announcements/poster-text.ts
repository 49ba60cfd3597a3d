import { graphemes, shorten } from '../words/graphemes.ts';

/** What one sheet of A4 holds beside the title and the code, in the smaller of its two sizes. */
const CLUSTERS_A_LINE = 60;
const LINES_MOST = 14;

const linesOf = (paragraph: string): number => Math.max(1, Math.ceil(graphemes(paragraph) / CLUSTERS_A_LINE));

/** What of a text stands on the poster, a paragraph each; `isCut` where the rest is left to the page. */
export function posterText(text: string): { paragraphs: string[]; isCut: boolean } {
  const whole = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  const paragraphs: string[] = [];
  let left = LINES_MOST;
  for (const paragraph of whole) {
    if (left === 0) return { paragraphs, isCut: true };
    const lines = linesOf(paragraph);
    if (lines > left) {
      return { paragraphs: [...paragraphs, shorten(paragraph, left * CLUSTERS_A_LINE)], isCut: true };
    }
    paragraphs.push(paragraph);
    left -= lines;
  }
  return { paragraphs, isCut: false };
}
