import { shorten, shortenUnits } from '../../domain/words/graphemes.ts';

/** Every pair of these that meets has a contrast of at least 4.5 : 1, and no meaning hangs on colour alone. */
export const palette = {
  ink: '#17211B',
  muted: '#55635B',
  paper: '#FFFFFF',
  green: '#0B6B3A',
  deepGreen: '#0A4A2A',
  tint: '#E8F3EC',
  line: '#CFE0D5',
} as const;

/** A text without control characters (line breaks stay) and torn surrogates, both of which grow in JSON. */
export const plain = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[^\P{Cc}\n]+/gu, '')
    .trim();

/** The text cut to at most `graphemes` grapheme clusters and `units` UTF-16 units. */
export function clip(words: string, graphemes: number, units = graphemes * 4): string {
  const clean = plain(words);
  const short = clean.length <= graphemes ? clean : shorten(clean, graphemes);
  return short.length <= units ? short : shortenUnits(short, units);
}
