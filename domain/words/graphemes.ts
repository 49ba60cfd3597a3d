const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });
const ellipsis = '…';

/** Thai and ASCII as they are typed on one line, and a cluster of them: a letter with what hangs on it. */
const ordinary = /^[\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e5b]*$/;
const ordinaryCluster = /.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*/g;

/** The grapheme clusters of a text: what a reader takes for one character. */
export const clusters = (text: string): string[] =>
  ordinary.test(text)
    ? (text.match(ordinaryCluster) ?? [])
    : Array.from(segmenter.segment(text), ({ segment }) => segment);

/** How many grapheme clusters a text has. */
export const graphemes = (text: string): number => clusters(text).length;

/** The text, cut to at most `max` grapheme clusters, the last of which is then `…`. */
export const shorten = (text: string, max: number): string => cut(text, max, () => 1);

/** The text, cut to at most `max` UTF-16 units, the last of which is then `…`; no cluster is torn. */
export const shortenUnits = (text: string, max: number): string =>
  text.length <= max ? text : cut(text, max, (cluster) => cluster.length);

function cut(text: string, max: number, sizeOf: (cluster: string) => number): string {
  let size = 0;
  let kept = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    size += sizeOf(segment);
    if (size > max) return max < 1 ? '' : `${text.slice(0, kept).trimEnd()}${ellipsis}`;
    if (size <= max - 1) kept = index + segment.length;
  }
  return text;
}
