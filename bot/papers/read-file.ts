import { type PaperFile, partsOf } from '../../domain/papers/paper.ts';
import type { Ground } from '../records/ground.ts';
import { PartRecord } from './records.ts';

type At = Pick<Ground, 'documents' | 'paths'>;

/** One part of a file. @throws StoreUnavailable @throws ZodError where it is gone or is no part */
export async function readPart({ documents, paths }: At, sha256: string, n: number): Promise<Uint8Array> {
  return PartRecord.parse((await documents.read(paths.paperPart(sha256, n)))?.data).octets;
}

/** A file's octets, part by part, so that no more than one part is in memory. @throws as {@link readPart} */
export async function* fileParts(at: At, { sha256, octets }: PaperFile): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < partsOf(octets); n += 1) yield await readPart(at, sha256, n);
}

/** A whole file; at most 5 MiB. @throws as {@link readPart} */
export async function fileOctets(at: At, file: PaperFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of fileParts(at, file)) parts.push(part);
  return Buffer.concat(parts);
}
