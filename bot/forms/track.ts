import { Buffer } from 'node:buffer';
import { nextTipTime } from '../../domain/calendar/tip-times.ts';
import type { TipCase } from '../../domain/case/case.ts';
import { isDone, mayGo } from '../../domain/case/erasure.ts';
import {
  type Erasability,
  type FormRefusal,
  lookupSubject,
  MOST_WORDS_OCTETS,
  type Question,
  type TrackAnswer,
  type Words,
} from '../../sealing/form-contract.ts';
import { type Basis, emptyBasis } from '../records/basis.ts';
import { erasingIn, readTip, viewCase } from '../records/case-view.ts';
import { ReceiptRecord, SealedMessage } from '../records/records.ts';
import { alertReaders } from '../records/tip-alerts.ts';
import { readReaders } from '../records/tip-door.ts';
import { readersMarked } from '../records/tip-marks.ts';
import type { Found } from '../store/documents.ts';
import { receiptOf } from './confirm-tip.ts';
import { editionOf, withHandles } from './form-readers.ts';
import { isSamePart, isSealed } from './keep-part.ts';
import type { FormParts } from './parts.ts';
import { countMiss, isWorked } from './work.ts';

/** The most parts of one tip, its thread included. */
const MOST_PARTS_OF_A_TIP = 400;

export interface FoundCase {
  caseId: string;
  kind: 'case' | 'tip';
  found: Found;
}

/** What a look-up id leads to. @throws StoreUnavailable */
export async function caseOf(parts: FormParts, lookup: string): Promise<FoundCase | undefined> {
  const { documents, paths } = parts.ground;
  const receipt = ReceiptRecord.safeParse((await documents.read(receiptOf(parts, lookup)))?.data);
  if (!receipt.success) return undefined;
  const { caseId, kind } = receipt.data;
  const found = await documents.read(paths.case(caseId));
  return found === undefined ? undefined : { caseId, kind, found };
}

const numberedTo = (end: number): number[] => Array.from({ length: end }, (_, n) => n);

/** The parts of a tip that can be words: a photo's are larger, and only counted by staff. */
async function wordsOf({ ground }: FormParts, caseId: string, { parts }: TipCase) {
  const stored = await ground.documents.readMany(
    numberedTo(parts).map((n) => ground.paths.message(caseId, n)),
  );
  return stored.flatMap((one, n) => {
    const read = SealedMessage.safeParse(one?.data);
    if (!read.success || read.data.sealed.length > MOST_WORDS_OCTETS) return [];
    return [{ n, sealed: Buffer.from(read.data.sealed).toString('base64') }];
  });
}

const erasability = (goes: boolean, from: string | undefined): Erasability => ({
  how: goes ? 'goes' : 'asks',
  ...(from === undefined ? {} : { from }),
});

async function tipAnswer(parts: FormParts, caseId: string, tip: TipCase): Promise<TrackAnswer> {
  const { ground } = parts;
  const [words, stored, erasure] = await Promise.all([
    wordsOf(parts, caseId, tip),
    readReaders(ground),
    ground.documents.read(ground.paths.erasure(caseId)),
  ]);
  const readers = withHandles(ground, readersMarked(ground, caseId, tip.readers, stored));
  return {
    found: 'tip',
    draft: caseId,
    status: tip.status,
    parts: words,
    next: tip.parts,
    readers: readers.officers.map(({ staffId }) => staffId),
    recovery: readers.recovery !== undefined,
    erasure: erasability(isDone(tip.status), erasingIn(erasure).erasing),
  };
}

async function caseAnswer({ ground }: FormParts, basis: Basis, found: Found): Promise<TrackAnswer> {
  const view = await viewCase(ground, basis, found);
  if (view === null) return { found: 'nothing' };
  const { kind, number, status, due } = view.case;
  const thread = view.thread.map(({ from, text, day }) => ({ from, text, day }));
  const erasure = erasability(mayGo(view.case), view.erasing);
  return { found: 'case', kind, number, status, due, thread, erasure };
}

async function answerOf(parts: FormParts, lookup: string): Promise<TrackAnswer> {
  const one = await caseOf(parts, lookup);
  if (one === undefined) return { found: 'nothing' };
  const basis = emptyBasis();
  if (one.kind === 'case') return caseAnswer(parts, basis, one.found);
  const tip = readTip(one.found, basis);
  return tip === undefined ? { found: 'nothing' } : tipAnswer(parts, one.caseId, tip);
}

/** What a receipt opens; what opens nothing makes the next look-ups dearer. @throws StoreUnavailable */
export async function track(
  parts: FormParts,
  { lookup, work }: Question,
): Promise<TrackAnswer | 'more_work'> {
  if (!(await isWorked(parts, work, lookupSubject(lookup)))) return 'more_work';
  const answer = await answerOf(parts, lookup);
  if (answer.found === 'nothing') await countMiss(parts);
  return answer;
}

/**
 * Keeps a message that a tip's reporter adds, under the thread's next number; the same one again is kept already.
 * @throws StoreUnavailable
 */
export async function addWords(
  parts: FormParts,
  n: number,
  { lookup, work, edition, sealed: encoded }: Words,
): Promise<'kept' | FormRefusal> {
  const { ground, current, clock } = parts;
  const { documents, paths } = ground;
  const sealed = new Uint8Array(Buffer.from(encoded, 'base64'));
  if (!isSealed(sealed)) return 'malformed_part';
  if (!(await isWorked(parts, work, lookupSubject(lookup)))) return 'more_work';
  const one = await caseOf(parts, lookup);
  const tip = one?.kind === 'tip' ? readTip(one.found, emptyBasis()) : undefined;
  if (one === undefined || tip === undefined) {
    await countMiss(parts);
    return 'not_found';
  }
  const { caseId, found } = one;
  const path = paths.message(caseId, n);
  if (n !== tip.parts) {
    const there = await documents.read(path);
    return there !== undefined && isSamePart(there, sealed) ? 'kept' : 'number_taken';
  }
  if (n >= MOST_PARTS_OF_A_TIP) return 'thread_full';
  const stored = await readReaders(ground);
  if (edition !== editionOf(withHandles(ground, stored))) return 'readers_changed';
  const { officers } = readersMarked(ground, caseId, tip.readers, stored);
  const staffIds = [...new Set(officers.map(({ staffId }) => staffId))];
  const slot = new Date(nextTipTime(current().agency.tipTimes, clock())).toISOString();
  const committed = await documents.commit([
    { op: 'update', path: found.path, data: { parts: n + 1 }, ifUpdatedAt: found.updateTime },
    { op: 'create', path, data: { version: 1, sealed } },
    ...alertReaders(ground, stored, staffIds, slot),
  ]);
  return committed.ok ? 'kept' : 'number_taken';
}
