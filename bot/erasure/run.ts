import { dayOf } from '../../domain/calendar/day.ts';
import { Case, TipCase } from '../../domain/case/case.ts';
import { isDone, mayGo } from '../../domain/case/erasure.ts';
import { commitAudited } from '../audit/commit-audited.ts';
import type { Ground } from '../records/ground.ts';
import { planGoing } from '../retention/erase.ts';
import type { Found, Write } from '../store/documents.ts';

export interface ErasureParts {
  ground: Ground;
  /** Milliseconds since the epoch. */
  clock(): number;
}

/** So many requests are looked at in a night; those of what is open again stay, and are looked at again. */
const MOST = 500;

const goesNow = ({ data }: Found): boolean =>
  data.kind === 'tip' ? isDone(TipCase.parse(data).status) : mayGo(Case.parse(data));

async function planned(ground: Ground, found: Found): Promise<Write[]> {
  let writes = await planGoing(ground, found);
  while (writes === undefined) writes = await planGoing(ground, found);
  return writes;
}

/** Whether it went. The audit says of a case that it did; of a tip nothing is said. */
async function erase({ ground, clock }: ErasureParts, request: Found): Promise<boolean> {
  const { documents, paths } = ground;
  const found = await documents.read(paths.case(request.id));
  if (found === undefined) {
    await documents.commit([{ op: 'delete', path: request.path }]);
    return false;
  }
  if (!goesNow(found)) return false;
  if (found.data.kind === 'tip') return (await documents.commit(await planned(ground, found))).ok;
  const { number } = Case.parse(found.data);
  const done = await commitAudited<'gone'>(ground, clock, async () => {
    const now = await documents.read(found.path);
    if (now === undefined || !goesNow(now)) return { refuse: 'gone' };
    const deed = { by: 'system', action: 'erased', about: number } as const;
    return { writes: await planned(ground, now), deeds: [deed] };
  });
  return done.done;
}

/**
 * Deletes the cases and tips whose reporters asked for it and whose days of grace are over; numbers stay.
 * @throws StoreUnavailable
 */
export async function runErasures(parts: ErasureParts): Promise<void> {
  const { ground, clock } = parts;
  const requests = await ground.documents.query({
    collection: ground.paths.erasures,
    where: [['from', '<=', dayOf(clock())]],
    orderBy: [['from', 'asc']],
    limit: MOST,
  });
  for (const request of requests) await erase(parts, request);
}
