import { Buffer } from 'node:buffer';
import type { Staff } from '../../../domain/agency/staff.ts';
import { MOST_WORDS_OCTETS } from '../../../sealing/form-contract.ts';

import type { KeptPart, TipAnswer } from '../../../sealing/tips-contract.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { Ground } from '../../records/ground.ts';
import { SealedMessage } from '../../records/records.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { readAllStaff } from '../settings/state.ts';
import { type ReadableTip, readersNow, readReadable, tipDeed } from './readable.ts';

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

/** Every part of a tip by its number; undefined where there is none. */
export async function sealedParts(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  caseId: string,
  count: number,
): Promise<{ n: number; sealed: Uint8Array; header: Uint8Array | undefined }[]> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const found = await documents.readMany(numbers.map((n) => paths.message(caseId, n)));
  return found.flatMap((one, n) => {
    const read = SealedMessage.safeParse(one?.data);
    return read.success ? [{ n, sealed: read.data.sealed, header: read.data.header }] : [];
  });
}

async function keptParts(ground: Ground, { id, tip }: ReadableTip): Promise<KeptPart[]> {
  const parts = await sealedParts(ground, id, tip.parts);
  return parts.map(({ n, sealed, header }) => ({
    n,
    octets: sealed.length,
    ...(sealed.length > MOST_WORDS_OCTETS ? {} : { sealed: base64(sealed) }),
    ...(header === undefined ? {} : { header: base64(header) }),
  }));
}

async function answerOf(ground: Ground, readable: ReadableTip): Promise<TipAnswer> {
  const [parts, staff] = await Promise.all([keptParts(ground, readable), readAllStaff(ground)]);
  const { id, tip, reading } = readable;
  const { name, status, received } = tip;
  const names = reading.officers.map(({ staffId }) => [
    ground.secrets.staffHandle(staffId),
    staff.find((one) => one.id === staffId)?.name ?? '',
  ]);
  return {
    id,
    name,
    status,
    received,
    parts,
    next: tip.parts,
    readers: readersNow(ground, readable),
    names: Object.fromEntries(names),
  };
}

/** A tip with its sealed parts, for one who can open them; that they asked for it is in the audit. */
export async function openTip({ ground, clock }: StaffParts, staff: Staff, id: string): Promise<StaffAnswer> {
  let readable: ReadableTip | undefined;
  const done = await commitAudited<'not_found'>(ground, clock, async () => {
    readable = await readReadable(ground, staff, id, clock());
    if (readable === undefined) return { refuse: 'not_found' };
    return { writes: [], deeds: [tipDeed(readable, staff, 'tip-open')] };
  });
  if (!done.done) return { refuse: done.why };
  return readable === undefined ? { refuse: 'not_found' } : { json: await answerOf(ground, readable) };
}

/** One part as it was sealed; its other header came with the tip. That the tip was opened is in the audit. */
export async function openPart(
  { ground, clock }: StaffParts,
  staff: Staff,
  { id, n }: { id: string; n: number },
): Promise<StaffAnswer> {
  const readable = await readReadable(ground, staff, id, clock());
  if (readable === undefined) return { refuse: 'not_found' };
  const found = await ground.documents.read(ground.paths.message(id, n));
  const read = SealedMessage.safeParse(found?.data);
  if (!read.success || n >= readable.tip.parts) return { refuse: 'not_found' };
  return { octets: new Uint8Array(read.data.sealed), type: 'application/octet-stream' };
}
