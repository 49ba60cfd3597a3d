import { Buffer } from 'node:buffer';
import type { Agency } from '../../../domain/agency/agency.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { nextTipTime } from '../../../domain/calendar/tip-times.ts';
import type { CaseStatus } from '../../../domain/case/status.ts';
import { MOST_PARTS_OF_A_TIP, type SealedWords } from '../../../sealing/tips-contract.ts';
import { editionOf } from '../../forms/form-readers.ts';
import { isSamePart, isSealed } from '../../forms/keep-part.ts';
import type { Ground } from '../../records/ground.ts';
import { alertReaders } from '../../records/tip-alerts.ts';
import type { Write } from '../../store/documents.ts';
import { others, type ReadableTip } from './readable.ts';

/** Why words cannot be kept. `kept`: they are there already. */
export type WordsRefusal = 'bad_shape' | 'changed' | 'too_many' | 'kept';

/**
 * What adds sealed words to a tip's thread: the part, and news for its other readers at the next listing time. The
 * tip's own document is written by whoever calls, with `parts` counted up.
 * @throws StoreUnavailable
 */
export async function planWords(
  ground: Ground,
  agency: Agency,
  now: number,
  { readable, staff, words }: { readable: ReadableTip; staff: Staff; words: SealedWords },
): Promise<Write[] | WordsRefusal> {
  const { id, tip, everybody } = readable;
  const { documents, paths } = ground;
  const sealed = new Uint8Array(Buffer.from(words.sealed, 'base64'));
  if (!isSealed(sealed)) return 'bad_shape';
  const path = paths.message(id, words.n);
  if (words.n !== tip.parts) {
    const there = words.n < tip.parts ? await documents.read(path) : undefined;
    return there !== undefined && isSamePart(there, sealed) ? 'kept' : 'changed';
  }
  if (words.n >= MOST_PARTS_OF_A_TIP) return 'too_many';
  if (words.edition !== editionOf(everybody)) return 'changed';
  const slot = new Date(nextTipTime(agency.tipTimes, now)).toISOString();
  return [
    { op: 'create', path, data: { version: 1, sealed } },
    ...alertReaders(ground, everybody, others(readable, staff), slot),
  ];
}

/** The tip's own document as an action leaves it, if it still is as it was read. */
export const tipWrite = ({ found }: ReadableTip, data: { status?: CaseStatus; parts?: number }): Write => ({
  op: 'update',
  path: found.path,
  data,
  ifUpdatedAt: found.updateTime,
});
