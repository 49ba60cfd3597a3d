import { createHash } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import type { CaseFile } from '../../../domain/case/case.ts';
import { bareJpeg } from '../../../domain/media/bare-jpeg.ts';
import type { KeptPhoto } from '../../../domain/staff/cases.ts';
import { cleanMedia } from '../../media/clean.ts';
import { MEDIA_LIMITS } from '../../media/limits.ts';
import type { CleanPhoto } from '../../media/result.ts';
import type { Ground } from '../../records/ground.ts';
import { Attachment } from '../../records/records.ts';
import { remove, type Write } from '../../store/documents.ts';
import type { ActParts } from './act.ts';

/** How long a photo waits for the action that it belongs to. */
const KEPT_MILLISECONDS = 86_400_000;
/** Photos of staff are numbered from here at random, apart from those of reporters. */
const FIRST = 1_000;
const NUMBERS = 2 ** 32;

/** A photo that staff took, with its mark. */
const StaffPhoto = Attachment.extend({ kind: z.literal('photo'), sha256: z.string() });

export const freshNumber = ({ random }: Pick<Ground, 'random'>): number =>
  FIRST + (Buffer.from(random(4)).readUInt32BE() % (NUMBERS - FIRST));

/**
 * What is kept of a picture: its own octets where they hold nothing else and are small enough, so that the mark taken
 * at the camera stays true; otherwise its pixels alone, encoded anew.
 */
function keptOf(octets: Uint8Array, { bytes, width, height }: CleanPhoto): Uint8Array {
  const bare = bareJpeg(octets);
  const isAsCleaned = bare?.width === width && bare.height === height;
  const isSmall = octets.length <= MEDIA_LIMITS.photo.keptOctets;
  return isAsCleaned && isSmall && bare.octets.length === octets.length ? octets : bytes;
}

/**
 * Keeps a picture, with the SHA-256 of what is kept, until an action takes it.
 * @throws StoreUnavailable
 */
export async function keepPhoto(
  { ground, clock }: Pick<ActParts, 'ground' | 'clock'>,
  caseId: string,
  n: number,
  octets: Uint8Array,
): Promise<KeptPhoto | 'too_large' | 'unreadable_picture' | 'busy'> {
  const cleaned = await cleanMedia({ as: 'photo', bytes: octets });
  if (!cleaned.ok) {
    const { reason } = cleaned;
    if (reason === 'unreadable') return 'unreadable_picture';
    return reason === 'too_slow' ? 'busy' : 'too_large';
  }
  if (cleaned.kind !== 'photo') return 'unreadable_picture';
  const { kind, mime } = cleaned;
  const bytes = keptOf(octets, cleaned);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const expireAt = Timestamp.fromMillis(clock() + KEPT_MILLISECONDS);
  const data = { version: 1, kind, mime, bytes, held: false, sha256, expireAt };
  await ground.documents.commit([{ op: 'set', path: ground.paths.attachment(caseId, n), data }]);
  return { n, sha256 };
}

/**
 * A kept photo for good, as a file of the case `to`: where that is another than it was kept under, it stays there.
 * Undefined where there is none, or it is taken already.
 * @throws StoreUnavailable
 */
export async function takePhoto(
  { ground }: Pick<ActParts, 'ground'>,
  photo: { from: string; to: string; n: number; use: CaseFile['use'] },
): Promise<{ file: CaseFile; writes: Write[] } | undefined> {
  const { from, to, n, use } = photo;
  const found = await ground.documents.read(ground.paths.attachment(from, n));
  const kept = StaffPhoto.safeParse(found?.data);
  if (found === undefined || !kept.success || found.data.expireAt === undefined) return undefined;
  const file: CaseFile = { n, kind: 'photo', use, sha256: kept.data.sha256 };
  if (from !== to) return { file: { ...file, at: from }, writes: [] };
  const data = { expireAt: remove() };
  return { file, writes: [{ op: 'update', path: found.path, data, ifUpdatedAt: found.updateTime }] };
}
