/** Longer than anything that is nothing but a greeting or a short wish. */
const longestUnits = 120;

/**
 * Whether a text consists of nothing but the given pieces, laid end to end, at least one of them from
 * `core`. Thai is written without spaces, so the text is tiled rather than split. All in the form that
 * `letters` gives.
 */
export function isMadeOf(text: string, core: readonly string[], filler: readonly string[]): boolean {
  if (text.length === 0 || text.length > longestUnits) return false;
  const reached = new Set([0]);
  const reachedWithCore = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const fromCore = reachedWithCore.has(at);
    if (!fromCore && !reached.has(at)) continue;
    const withFiller = fromCore ? reachedWithCore : reached;
    for (const piece of filler) if (text.startsWith(piece, at)) withFiller.add(at + piece.length);
    for (const piece of core) if (text.startsWith(piece, at)) reachedWithCore.add(at + piece.length);
  }
  return reachedWithCore.has(text.length);
}
