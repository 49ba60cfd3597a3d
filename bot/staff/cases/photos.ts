import { z } from 'zod';
import type { CaseFile } from '../../../domain/case/case.ts';
import type { KeptPhoto } from '../../../domain/staff/cases.ts';
import type { Ground } from '../../records/ground.ts';
import { Attachment } from '../../records/records.ts';
import { remove, type Write } from '../../store/documents.ts';
import { keepable } from '../keep-photo.ts';
import type { ActParts } from './act.ts';

/** Photos of staff are numbered from here at random, apart from those of reporters. */
const FIRST = 1_000;
const NUMBERS = 2 ** 32;

/** A photo that staff took, with its mark. */
const StaffPhoto = Attachment.extend({ kind: z.literal('photo'), sha256: z.string() });

export const freshNumber = ({ random }: Pick<Ground, 'random'>): number =>
  FIRST + (Buffer.from(random(4)).readUInt32BE() % (NUMBERS - FIRST));

/**
 * Keeps a picture, with the SHA-256 of what is kept, until an action takes it; in the place of another that waits under
 * the same number. `exists` where that one is taken: a picture whose commit lands late puts no end to it.
 * @throws StoreUnavailable
 */
export async function keepPhoto(
  { ground, clock }: Pick<ActParts, 'ground' | 'clock'>,
  caseId: string,
  n: number,
  octets: Uint8Array,
): Promise<KeptPhoto | 'too_large' | 'unreadable_picture' | 'busy' | 'exists'> {
  const kept = await keepable({ clock }, octets);
  if (typeof kept === 'string') return kept;
  const { sha256, data } = kept;
  const path = ground.paths.attachment(caseId, n);
  const there = await ground.documents.read(path);
  if (there !== undefined && there.data.expireAt === undefined) return 'exists';
  const { ok } = await ground.documents.commit([
    there === undefined
      ? { op: 'create', path, data }
      : { op: 'update', path, data, ifUpdatedAt: there.updateTime },
  ]);
  return ok ? { n, sha256 } : 'busy';
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
