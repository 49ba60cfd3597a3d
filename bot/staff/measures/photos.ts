import type { Ground } from '../../records/ground.ts';
import { remove, type Write } from '../../store/documents.ts';
import { keepable } from '../keep-photo.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';

/**
 * Keeps a photo until a step takes it. One that is there already, taken or not, stays as it is but for its time.
 * @throws StoreUnavailable
 */
export async function keepProof(
  { ground, clock }: Pick<StaffParts, 'ground' | 'clock'>,
  measureId: string,
  octets: Uint8Array,
): Promise<StaffAnswer> {
  const kept = await keepable({ clock }, octets);
  if (typeof kept === 'string') return { refuse: kept };
  const { documents, paths } = ground;
  const { sha256, data } = kept;
  const path = paths.measurePhoto(measureId, sha256);
  const found = await documents.read(path);
  if (found === undefined) await documents.commit([{ op: 'create', path, data }]);
  else if (found.data.expireAt !== undefined) {
    const { expireAt } = data;
    await documents.commit([{ op: 'update', path, data: { expireAt }, ifUpdatedAt: found.updateTime }]);
  }
  return { json: { sha256 } };
}

/** The writes that keep photos for good; undefined where one of them is not there. @throws StoreUnavailable */
export async function takeProofs(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  measureId: string,
  photos: readonly string[],
): Promise<Write[] | undefined> {
  const found = await documents.readMany(photos.map((sha256) => paths.measurePhoto(measureId, sha256)));
  if (found.some((one) => one === undefined)) return undefined;
  return found.flatMap((one): Write[] =>
    one === undefined || one.data.expireAt === undefined
      ? []
      : [{ op: 'update', path: one.path, data: { expireAt: remove() }, ifUpdatedAt: one.updateTime }],
  );
}
