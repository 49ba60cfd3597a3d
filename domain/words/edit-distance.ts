/** How many insertions, deletions, substitutions and swaps of neighbours turn one list into the other. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, left] of a.entries()) {
    const current = [row + 1];
    for (const [column, right] of b.entries()) {
      const swapped =
        left === b[column - 1] && right === a[row - 1] ? at(beforeLast, column - 1) + 1 : Infinity;
      current.push(
        Math.min(
          at(last, column + 1) + 1,
          at(current, column) + 1,
          at(last, column) + (left === right ? 0 : 1),
          swapped,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
