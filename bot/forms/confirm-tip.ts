import { Buffer } from 'node:buffer';
import { dayOf } from '../../domain/calendar/day.ts';
import { nextTipTime } from '../../domain/calendar/tip-times.ts';
import { tipName } from '../../domain/case/tip-name.ts';
import { ENTROPY_OCTETS } from '../../domain/conversation/turn.ts';
import { type Confirmation, type FormRefusal, lookupSubject } from '../../sealing/form-contract.ts';
import { ReceiptRecord, SealedMessage } from '../records/records.ts';
import { type TipReaders, tipDocuments } from '../records/tip-documents.ts';
import { readReaders } from '../records/tip-door.ts';
import type { Found } from '../store/documents.ts';
import { editionOf, readersNamed, withHandles } from './form-readers.ts';
import type { FormParts } from './parts.ts';
import { countMiss, isWorked } from './work.ts';

const opensCase = (receipt: Found | undefined, caseId: string): boolean => {
  const read = ReceiptRecord.safeParse(receipt?.data);
  return read.success && read.data.caseId === caseId;
};

/** `receipts/{mark}` of a look-up id in base64url. */
export const receiptOf = ({ ground }: FormParts, lookup: string): string =>
  ground.paths.receipt(ground.secrets.lookupMark(Buffer.from(lookup, 'base64url')));

async function openTip(
  parts: FormParts,
  draft: string,
  confirmation: Confirmation,
  readers: TipReaders,
): Promise<boolean> {
  const { ground, current, clock } = parts;
  const { documents, paths } = ground;
  const receipt = receiptOf(parts, confirmation.lookup);
  const kept = Array.from({ length: confirmation.parts }, (_, index) => paths.message(draft, index + 1));
  const [known, tip, ...stored] = await documents.readMany([receipt, paths.case(draft), ...kept]);
  if (opensCase(known, draft)) return true;
  const isWhole = stored.every((part) => SealedMessage.safeParse(part?.data).success);
  if (known !== undefined || tip !== undefined || !isWhole) return false;
  const now = clock();
  const committed = await documents.commit(
    tipDocuments(ground, {
      caseId: draft,
      receipt,
      received: dayOf(now),
      name: tipName({ entropy: ground.random(ENTROPY_OCTETS) }),
      listedFrom: new Date(nextTipTime(current().agency.tipTimes, now)).toISOString(),
      readers,
      kept,
      added: [],
      parts: confirmation.parts + 1,
    }),
  );
  return committed.ok || opensCase(await documents.read(receipt), draft);
}

/**
 * Makes a tip of a draft whose parts are all there; the same confirmation again changes nothing. One answer for
 * every way in which it cannot be, so that nobody learns whether a receipt is somebody's.
 * @throws StoreUnavailable
 */
export async function confirmTip(
  parts: FormParts,
  draft: string,
  confirmation: Confirmation,
): Promise<'confirmed' | FormRefusal> {
  const { ground, current } = parts;
  if (!(await isWorked(parts, confirmation.work, lookupSubject(confirmation.lookup)))) return 'more_work';
  const stored = await readReaders(ground);
  const readers = readersNamed(ground, current().agency, stored, confirmation);
  if (confirmation.edition !== editionOf(withHandles(ground, stored)) || readers === undefined) {
    const isRepeat = opensCase(await ground.documents.read(receiptOf(parts, confirmation.lookup)), draft);
    return isRepeat ? 'confirmed' : 'readers_changed';
  }
  if (await openTip(parts, draft, confirmation, readers)) return 'confirmed';
  await countMiss(parts);
  return 'not_confirmed';
}
