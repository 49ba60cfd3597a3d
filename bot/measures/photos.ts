import { z } from 'zod';
import type { Paths } from '../records/paths.ts';
import { Attachment } from '../records/records.ts';
import type { Documents } from '../store/documents.ts';

/** `measures/{id}/attachments/{sha256}`: a photo that proves a step; it is named by what it holds. */
const ProofPhoto = Attachment.extend({ kind: z.literal('photo'), sha256: z.string() });

/** The octets of a photo of a measure; undefined where there is none. @throws StoreUnavailable */
export async function readProof(
  { documents, paths }: { documents: Documents; paths: Paths },
  measureId: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const found = await documents.read(paths.measurePhoto(measureId, sha256));
  return ProofPhoto.safeParse(found?.data).data?.bytes;
}
