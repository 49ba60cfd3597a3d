import type { Agency } from '../../domain/agency/agency.ts';
import { nextTipTime } from '../../domain/calendar/tip-times.ts';
import { tipName } from '../../domain/case/tip-name.ts';
import { ENTROPY_OCTETS } from '../../domain/conversation/turn.ts';
import type { Readers } from '../../sealing/readers.ts';
import type { Found, Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';
import { ReceiptRecord, SealedMessage } from './records.ts';
import { newReceipt, type TipReaders, tipDocuments } from './tip-documents.ts';

/** A tip whose parts, 1 to `parts`, were sealed in a browser and are kept already. */
export interface SealedTip {
  draft: string;
  /** `receipts/{mark}` of its receipt. */
  receipt: string;
  parts: number;
  /** Today's readers, and those of them it is sealed to. */
  everybody: Readers;
  readers: TipReaders;
  /** An ISO day. */
  received: string;
}

/** Whether what was found under a receipt leads to this case. */
export const opensCase = (receipt: Found | undefined, caseId: string): boolean => {
  const read = ReceiptRecord.safeParse(receipt?.data);
  return read.success && read.data.caseId === caseId;
};

/**
 * The writes that make a tip of its parts. `there`: it is one already; `not_confirmed`: its parts are not all there, or
 * its draft or receipt are another's. `now` is milliseconds since the epoch.
 * @throws StoreUnavailable
 */
export async function planSealedTip(
  ground: Ground,
  agency: Agency,
  now: number,
  { draft, receipt, parts, everybody, readers, received }: SealedTip,
): Promise<Write[] | 'there' | 'not_confirmed'> {
  const { documents, paths } = ground;
  const kept = Array.from({ length: parts }, (_, index) => paths.message(draft, index + 1));
  const [known, tip, ...stored] = await documents.readMany([receipt, paths.case(draft), ...kept]);
  if (opensCase(known, draft)) return 'there';
  const isWhole = stored.every((part) => SealedMessage.safeParse(part?.data).success);
  if (known !== undefined || tip !== undefined || !isWhole) return 'not_confirmed';
  return tipDocuments(ground, everybody, {
    caseId: draft,
    receipt: newReceipt(receipt, draft),
    received,
    name: tipName({ entropy: ground.random(ENTROPY_OCTETS) }),
    listedFrom: new Date(nextTipTime(agency.tipTimes, now)).toISOString(),
    readers,
    kept,
    added: [],
    parts: parts + 1,
  });
}
