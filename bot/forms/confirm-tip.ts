import { Buffer } from 'node:buffer';
import { dayOf } from '../../domain/calendar/day.ts';
import { type Confirmation, type FormRefusal, lookupSubject } from '../../sealing/form-contract.ts';
import { opensCase, planSealedTip, type SealedTip } from '../records/sealed-tip.ts';
import { readReaders } from '../records/tip-door.ts';
import { editionOf, readersNamed, withHandles } from './form-readers.ts';
import type { FormParts } from './parts.ts';
import { countMiss, isWorked } from './work.ts';

/** `receipts/{mark}` of a look-up id in base64url. */
export const receiptOf = ({ ground }: Pick<FormParts, 'ground'>, lookup: string): string =>
  ground.paths.receipt(ground.secrets.lookupMark(Buffer.from(lookup, 'base64url')));

async function openTip({ ground, current, clock }: FormParts, sealed: SealedTip): Promise<boolean> {
  const planned = await planSealedTip(ground, current().agency, clock(), sealed);
  if (planned === 'there' || planned === 'not_confirmed') return planned === 'there';
  const committed = await ground.documents.commit(planned);
  return committed.ok || opensCase(await ground.documents.read(sealed.receipt), sealed.draft);
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
  const { ground, current, clock } = parts;
  if (!(await isWorked(parts, confirmation.work, lookupSubject(confirmation.lookup)))) return 'more_work';
  const everybody = await readReaders(ground);
  const readers = readersNamed(ground, current().agency, everybody, confirmation);
  const receipt = receiptOf(parts, confirmation.lookup);
  if (confirmation.edition !== editionOf(withHandles(ground, everybody)) || readers === undefined) {
    return opensCase(await ground.documents.read(receipt), draft) ? 'confirmed' : 'readers_changed';
  }
  const received = dayOf(clock());
  const sealed = { draft, receipt, parts: confirmation.parts, everybody, readers, received };
  if (await openTip(parts, sealed)) return 'confirmed';
  await countMiss(parts);
  return 'not_confirmed';
}
