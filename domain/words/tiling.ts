/** Longer than anything that is nothing but a greeting or a short wish. */
const longestUnits = 120;

/** Pieces by the letter they begin with. */
export type Pieces = ReadonlyMap<string, readonly string[]>;

/** Pieces in the form that `letters` gives, ready to be laid. */
export const piecesOf = (pieces: readonly string[]): Pieces =>
  Map.groupBy(pieces, (piece) => piece.charAt(0));

/**
 * Whether a text consists of nothing but the given pieces, laid end to end, at least one of them from
 * `core`. Thai is written without spaces, so the text is tiled rather than split. It is in the form that
 * `letters` gives.
 */
export function isMadeOf(text: string, core: Pieces, filler: Pieces): boolean {
  if (text.length === 0 || text.length > longestUnits) return false;
  const reached = new Set([0]);
  const reachedWithCore = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const fromCore = reachedWithCore.has(at);
    if (!fromCore && !reached.has(at)) continue;
    const withFiller = fromCore ? reachedWithCore : reached;
    const letter = text.charAt(at);
    for (const piece of filler.get(letter) ?? []) {
      if (text.startsWith(piece, at)) withFiller.add(at + piece.length);
    }
    for (const piece of core.get(letter) ?? []) {
      if (text.startsWith(piece, at)) reachedWithCore.add(at + piece.length);
    }
  }
  return reachedWithCore.has(text.length);
}
