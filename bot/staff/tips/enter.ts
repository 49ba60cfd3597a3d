import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { nextTipTime } from '../../../domain/calendar/tip-times.ts';
import { mayEnter } from '../../../domain/case/entry-days.ts';
import { tipName } from '../../../domain/case/tip-name.ts';
import { ENTROPY_OCTETS } from '../../../domain/conversation/turn.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import type { FormRefusal } from '../../../sealing/form-contract.ts';
import type { EnteredTip, SealedCase } from '../../../sealing/tips-contract.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { receiptOf } from '../../forms/confirm-tip.ts';
import { editionOf, readersNamed, withHandles } from '../../forms/form-readers.ts';
import { storePart } from '../../forms/keep-part.ts';
import { type ReceiptRecord, SealedMessage } from '../../records/records.ts';
import { planSealedTip } from '../../records/sealed-tip.ts';
import { type TipReaders, tipDocuments } from '../../records/tip-documents.ts';
import { readReaders } from '../../records/tip-door.ts';
import type { Found, Write } from '../../store/documents.ts';
import { planErasure } from '../cases/erase.ts';
import { readVisible } from '../cases/visible.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';

const refusals: Partial<Record<FormRefusal, StaffRefusal>> = {
  malformed_part: 'bad_shape',
  part_taken: 'exists',
  draft_taken: 'exists',
  full_today: 'too_many',
};

/** Keeps a part that one of the staff sealed, of a tip in the making. */
export async function keepDraftPart(
  { ground, clock }: StaffParts,
  part: { draft: string; n: number; sealed: Uint8Array },
): Promise<StaffAnswer> {
  const kept = await storePart(ground, clock(), part);
  return kept === 'kept' ? { json: {} } : { refuse: refusals[kept] ?? 'failed' };
}

/** Whom the parts were sealed to, if that is what some office leaves of today's readers. */
async function namedReaders(
  { ground, current }: StaffParts,
  { edition, readers, recovery }: Pick<EnteredTip, 'edition' | 'readers' | 'recovery'>,
) {
  const everybody = await readReaders(ground);
  const named = readersNamed(ground, current().agency, everybody, { readers, recovery });
  if (named === undefined || edition !== editionOf(withHandles(ground, everybody))) return undefined;
  return { everybody, readers: named };
}

/** A tip that came by telephone, on paper or in person, entered by an integrity officer. */
export async function enterTip(parts: StaffParts, staff: Staff, entered: EnteredTip): Promise<StaffAnswer> {
  const { ground, clock, current } = parts;
  const { draft, received } = entered;
  if (!mayEnter(received, dayOf(clock()))) return { refuse: 'bad_shape' };
  const receipt = receiptOf(parts, entered.lookup);
  const done = await commitAudited<StaffRefusal | 'there'>(ground, clock, async () => {
    const named = await namedReaders(parts, entered);
    if (named === undefined) return { refuse: 'changed' };
    const sealed = { draft, receipt, parts: entered.parts, received, ...named };
    const writes = await planSealedTip(ground, current().agency, clock(), sealed);
    if (writes === 'there') return { refuse: writes };
    if (writes === 'not_confirmed') return { refuse: 'not_now' };
    return { writes, deeds: [{ by: staff.id, action: 'tip-enter' }] };
  });
  if (!done.done && done.why !== 'there') return { refuse: done.why };
  parts.kick();
  return { json: {} };
}

/** The receipt that leads to a case. @throws StoreUnavailable */
async function receiptTo({ ground }: StaffParts, caseId: string): Promise<Found | undefined> {
  const [found] = await ground.documents.query({
    collection: ground.paths.receipts,
    where: [['caseId', '==', caseId]],
    orderBy: [],
    limit: 1,
  });
  return found;
}

async function sealedDocuments(
  { ground, clock, current }: StaffParts,
  { draft, parts: count }: SealedCase,
  made: {
    receipt: Found | undefined;
    received: string;
    everybody: Parameters<typeof tipDocuments>[1];
    readers: TipReaders;
  },
): Promise<Write[] | undefined> {
  const { documents, paths, random } = ground;
  const kept = Array.from({ length: count }, (_, index) => paths.message(draft, index + 1));
  const [tip, ...stored] = await documents.readMany([paths.case(draft), ...kept]);
  const isWhole = stored.every((part) => SealedMessage.safeParse(part?.data).success);
  if (tip !== undefined || !isWhole) return undefined;
  const { receipt } = made;
  const leads: ReceiptRecord = { version: 1, caseId: draft, kind: 'tip' };
  return tipDocuments(ground, made.everybody, {
    caseId: draft,
    receipt:
      receipt === undefined
        ? []
        : [{ op: 'update', path: receipt.path, data: { ...leads }, ifUpdatedAt: receipt.updateTime }],
    received: made.received,
    name: tipName({ entropy: random(ENTROPY_OCTETS) }),
    listedFrom: new Date(nextTipTime(current().agency.tipTimes, clock())).toISOString(),
    readers: made.readers,
    kept,
    added: [],
    parts: count + 1,
  });
}

/**
 * ส่งเป็นเรื่องลับ: what was a case is a tip from now on, under the same receipt, and its clear copy is erased in the
 * same commit.
 */
export async function sealCase(parts: StaffParts, staff: Staff, sealed: SealedCase): Promise<StaffAnswer> {
  const { ground, clock, kick } = parts;
  const done = await commitAudited<StaffRefusal>(ground, clock, async () => {
    const visible = await readVisible(parts, staff, sealed.caseId);
    if (visible === undefined) return { refuse: 'not_found' };
    const { found, record } = visible;
    if (record.history !== sealed.caseEdition) return { refuse: 'changed' };
    const erasure = planErasure(ground.paths, found, record);
    if ('refuse' in erasure) return { refuse: 'not_now' };
    const [named, receipt] = await Promise.all([namedReaders(parts, sealed), receiptTo(parts, found.id)]);
    if (named === undefined) return { refuse: 'changed' };
    const { received, number } = record;
    const writes = await sealedDocuments(parts, sealed, { receipt, received, ...named });
    if (writes === undefined) return { refuse: 'not_now' };
    return {
      writes: [...erasure.writes, ...writes],
      deeds: [{ by: staff.id, action: 'case-seal', about: number }],
    };
  });
  if (!done.done) return { refuse: done.why };
  kick();
  return { json: {} };
}
