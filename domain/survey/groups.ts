import { addTallies, type Tally } from './tally.ts';

/** Ratings of fewer people than this could be traced to one of them, by the others or by who saw them come. */
export const LEAST_TOLD = 3;

/** A service, or several that had too few answers to be told apart. */
export type ServiceGroup = { readonly services: readonly string[]; readonly tally: Tally };

/**
 * Groups services (`[id, tally]`) so that the ratings of none tell of fewer than `LEAST_TOLD` people, and none can be
 * found by taking the others from the total: those with fewer answers are put together, with the next larger where
 * they are still too few. In the order given, the group last; empty where all together are too few.
 */
export function tellableGroups(services: readonly (readonly [id: string, tally: Tally])[]): ServiceGroup[] {
  const answered = services.filter(([, tally]) => (tally.n ?? 0) > 0);
  const bySize = answered.toSorted(([, one], [, other]) => (one.n ?? 0) - (other.n ?? 0));
  const pooled: (readonly [string, Tally])[] = [];
  let people = 0;
  for (const one of bySize) {
    const n = one[1].n ?? 0;
    const isEnough = n >= LEAST_TOLD && (people === 0 || people >= LEAST_TOLD);
    if (isEnough) break;
    pooled.push(one);
    people += n;
  }
  if (people > 0 && people < LEAST_TOLD) return [];
  const ids = new Set(pooled.map(([id]) => id));
  const alone = answered
    .filter(([id]) => !ids.has(id))
    .map(([id, tally]): ServiceGroup => ({ services: [id], tally }));
  if (pooled.length === 0) return alone;
  const together = answered.filter(([id]) => ids.has(id));
  return [
    ...alone,
    { services: together.map(([id]) => id), tally: addTallies(together.map(([, tally]) => tally)) },
  ];
}
