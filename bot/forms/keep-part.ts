import { Timestamp } from '@google-cloud/firestore';
import { draftSubject, type FormRefusal, type Work } from '../../sealing/form-contract.ts';
import type { Ground } from '../records/ground.ts';
import { SealedMessage } from '../records/records.ts';
import type { Found } from '../store/documents.ts';
import { countIn, countOne, countPath } from './counts.ts';
import type { FormParts } from './parts.ts';
import { isWorked } from './work.ts';

/** How long parts wait to be confirmed. */
const KEPT_MILLISECONDS = 86_400_000;
/** Parts that all drafts of an agency together may bring in a day. */
const PARTS_A_DAY = 2000;
/** What every age file begins with. @see https://github.com/C2SP/C2SP/blob/main/age.md */
const AGE = Buffer.from('age-encryption.org/v1\n-> X25519 ');

/** One sealed part as it came. */
export interface SentPart {
  draft: string;
  n: number;
  sealed: Uint8Array;
  work: Work;
}

export const isSealed = (octets: Uint8Array): boolean =>
  Buffer.compare(octets.subarray(0, AGE.length), AGE) === 0;

/** Whether what was found is this very part. */
export function isSamePart(found: Found, sealed: Uint8Array): boolean {
  const read = SealedMessage.safeParse(found.data);
  return read.success && Buffer.compare(read.data.sealed, sealed) === 0;
}

/**
 * Stores a sealed part of a draft, to be confirmed within a day; the same part again is kept already.
 * @throws StoreUnavailable
 */
export async function storePart(
  ground: Pick<Ground, 'documents' | 'paths' | 'secrets'>,
  now: number,
  { draft, n, sealed }: Omit<SentPart, 'work'>,
): Promise<'kept' | FormRefusal> {
  const { documents, paths } = ground;
  if (!isSealed(sealed)) return 'malformed_part';
  const path = paths.message(draft, n);
  const [tip, there, count] = await documents.readMany([
    paths.case(draft),
    path,
    countPath(ground, { count: 'parts' }, now),
  ]);
  if (there !== undefined) return isSamePart(there, sealed) ? 'kept' : 'part_taken';
  if (tip !== undefined) return 'draft_taken';
  if (countIn(count) >= PARTS_A_DAY) return 'full_today';
  const expireAt = Timestamp.fromMillis(now + KEPT_MILLISECONDS);
  const committed = await documents.commit([
    { op: 'create', path, data: { version: 1, sealed, expireAt } },
    countOne(ground, { count: 'parts' }, now),
  ]);
  if (committed.ok) return 'kept';
  const found = await documents.read(path);
  return found !== undefined && isSamePart(found, sealed) ? 'kept' : 'part_taken';
}

/** Keeps a part that the private form sent, for which some work was done. @throws StoreUnavailable */
export async function keepPart(parts: FormParts, sent: SentPart): Promise<'kept' | FormRefusal> {
  if (!isSealed(sent.sealed)) return 'malformed_part';
  if (!(await isWorked(parts, sent.work, draftSubject(sent.draft)))) return 'more_work';
  return storePart(parts.ground, parts.clock(), sent);
}
