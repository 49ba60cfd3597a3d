import { addDays, dayOf } from '../../domain/calendar/day.ts';
import { Case, TipCase } from '../../domain/case/case.ts';
import { GRACE_DAYS, isDone, mayGo } from '../../domain/case/erasure.ts';
import { type Erasing, type FormRefusal, lookupSubject } from '../../sealing/form-contract.ts';
import type { FormParts } from './parts.ts';
import { caseOf, type FoundCase } from './track.ts';
import { countMiss, isWorked } from './work.ts';

const goesNow = ({ kind, found: { data } }: FoundCase): boolean =>
  kind === 'tip' ? isDone(TipCase.parse(data).status) : mayGo(Case.parse(data));

/**
 * A reporter wants what their receipt opens deleted, or no longer: as in the chat, what is done goes in the night a
 * week later. Nothing is kept of who asked; the same request again changes nothing but the night.
 * @throws StoreUnavailable
 */
export async function askErasure(
  parts: FormParts,
  { lookup, work, wants }: Erasing,
): Promise<'kept' | FormRefusal> {
  const { documents, paths } = parts.ground;
  if (!(await isWorked(parts, work, lookupSubject(lookup)))) return 'more_work';
  const one = await caseOf(parts, lookup);
  if (one === undefined) {
    await countMiss(parts);
    return 'not_found';
  }
  const path = paths.erasure(one.caseId);
  if (wants === 'keep') {
    await documents.commit([{ op: 'delete', path }]);
    return 'kept';
  }
  if (!goesNow(one)) return 'still_open';
  const from = addDays(dayOf(parts.clock()), GRACE_DAYS);
  await documents.commit([{ op: 'set', path, data: { version: 1, from } }]);
  return 'kept';
}
