import { addDays, dayOf } from '../../domain/calendar/day.ts';
import type { Work } from '../../sealing/form-contract.ts';
import { workOf } from '../../sealing/proof-of-work.ts';
import { countIn, countOne, countPath } from './counts.ts';
import type { FormParts } from './parts.ts';

/** About a tenth of a second on a computer, a second on a slow phone. */
const LEAST_BITS = 16;
/** A hundred times that. */
const MOST_BITS = 23;
/** Misses of all visitors in an hour that cost nobody more. */
const FREE_MISSES = 8;

/**
 * The work that one request costs after so many misses in the hour: doubled at 8, 24, 56 … There is no lock: it
 * would let whoever guesses shut the page for everybody.
 */
export const bitsAfter = (misses: number): number =>
  Math.min(MOST_BITS, LEAST_BITS + Math.floor(Math.log2(1 + misses / FREE_MISSES)));

/** What the next request costs. @throws StoreUnavailable */
export async function bitsNow({ ground, clock }: FormParts): Promise<number> {
  const found = await ground.documents.read(countPath(ground, { count: 'misses' }, clock()));
  return bitsAfter(countIn(found));
}

/** Whether the work was done for this subject, today or, around midnight, yesterday. @throws StoreUnavailable */
export async function isWorked(parts: FormParts, { day, nonce }: Work, subject: string): Promise<boolean> {
  const today = dayOf(parts.clock());
  if (day !== today && day !== addDays(today, -1)) return false;
  const { agencyId } = parts.ground;
  const earned = workOf({ agencyId, day, subject }, nonce);
  return earned >= LEAST_BITS && earned >= (await bitsNow(parts));
}

/** Counts a look-up id that opened nothing. @throws StoreUnavailable */
export async function countMiss({ ground, clock }: FormParts): Promise<void> {
  await ground.documents.commit([countOne(ground, { count: 'misses' }, clock())]);
}
