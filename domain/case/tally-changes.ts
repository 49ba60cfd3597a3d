import type { Case } from './case.ts';
import { receivedCounts, type TallyChange } from './case-tally.ts';
import { openCounts } from './open-counts.ts';

/** Everything that a case counts for as it stands: the sum of these over all cases is what the tallies hold. */
export const countsOf = (record: Case): TallyChange[] => [receivedCounts(record), ...openCounts(record)];

type Sums = Map<string, Map<string, number>>;

function add(sums: Sums, changes: readonly TallyChange[], times: 1 | -1): void {
  for (const { key, counts } of changes) {
    const names = sums.get(key) ?? new Map<string, number>();
    for (const [name, count] of Object.entries(counts))
      names.set(name, (names.get(name) ?? 0) + count * times);
    sums.set(key, names);
  }
}

/**
 * How the tallies change when a case goes from `before` (none: it only comes in) to `after` (none: it goes away).
 * Counters that stay as they are are left out.
 */
export function tallyChanges(before: Case | undefined, after: Case | undefined): TallyChange[] {
  const sums: Sums = new Map();
  if (after !== undefined) add(sums, countsOf(after), 1);
  if (before !== undefined) add(sums, countsOf(before), -1);
  return [...sums].flatMap(([key, names]): TallyChange[] => {
    const moved = [...names].filter(([, by]) => by !== 0);
    return moved.length === 0 ? [] : [{ key, counts: Object.fromEntries(moved) }];
  });
}
