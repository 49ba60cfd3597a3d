import type { Counters } from '../../domain/tallies/differences.ts';
import { countersIn, differences, isSame } from '../../domain/tallies/differences.ts';
import { goneKey } from '../../domain/tallies/gone.ts';
import type { Ground } from '../records/ground.ts';
import type { Found } from '../store/documents.ts';
import type { Portion } from './portions.ts';
import { recount } from './recount.ts';

type Where = Pick<Ground, 'documents' | 'paths'>;

/** A tally that does not hold what was counted. */
export interface Differing {
  key: string;
  /** What is to be added to its counters. */
  by: Counters;
  /** What its counters held. */
  was: Counters;
}

/** So often is a portion counted at most: somebody may change what it counts meanwhile, all night long. */
const MOST_TIMES = 5;

interface Kept {
  tally: Found | undefined;
  gone: Found | undefined;
}

async function readTallies({ documents, paths }: Where, keys: readonly string[]): Promise<Map<string, Kept>> {
  const found = await documents.readMany(
    keys.flatMap((key) => [paths.tally(key), paths.tally(goneKey(key))]),
  );
  return new Map(keys.map((key, nth) => [key, { tally: found[nth * 2], gone: found[nth * 2 + 1] }]));
}

const stands = (one: Found | undefined, other: Found | undefined): boolean =>
  one === undefined ? other === undefined : other?.updateTime.isEqual(one.updateTime) === true;

function sum(one: Counters, other: Counters): Record<string, number> {
  const total: Record<string, number> = { ...one };
  for (const [name, by] of Object.entries(other)) total[name] = (total[name] ?? 0) + by;
  return total;
}

/**
 * Counts a portion afresh and finds the tallies that differ. Every commit that changes what a tally counts changes the
 * tally: a count is believed only where the tally stood still from before it to after it, and a difference only where
 * it was found twice. Whatever is changed later, adding the difference stays right, because everybody only adds.
 * @throws StoreUnavailable
 */
export async function compare(
  where: Where,
  portion: Portion,
): Promise<{ differing: Differing[]; documents: number }> {
  let open = [...new Set(portion.keys)];
  const once = new Map<string, Counters>();
  const differing: Differing[] = [];
  let documents = 0;
  for (let times = 0; times < MOST_TIMES && open.length > 0; times += 1) {
    const before = await readTallies(where, open);
    const counted = await recount(where, portion);
    const after = await readTallies(where, open);
    documents += counted.documents;
    const settled = open.filter((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      if (!stands(was?.tally, is?.tally) || !stands(was?.gone, is?.gone)) return false;
      const stored = countersIn(is?.tally?.data);
      const should = sum(counted.counts.get(key) ?? {}, countersIn(is?.gone?.data));
      const by = differences(stored, should, portion.isMeant);
      if (Object.keys(by).length === 0) return true;
      const known = once.get(key);
      once.set(key, by);
      if (known === undefined || !isSame(known, by)) return false;
      differing.push({ key, by, was: stored });
      return true;
    });
    const unforeseen = [...counted.counts.keys()].filter((key) => times === 0 && !portion.keys.includes(key));
    open = [...open.filter((key) => !settled.includes(key)), ...unforeseen];
  }
  return { differing, documents };
}
