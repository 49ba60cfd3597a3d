/** All documents as they were after one commit, in one file. */
import { existsSync } from 'node:fs';
import { FrameWriter, framesOf, markIn, StoreDamaged } from './frames.ts';
import { snapshotPath, writeWhole } from './generations.ts';
import { OctetReader } from './octets.ts';
import { readDocument, type StoredDocument, writeDocument } from './records.ts';

const frameKinds = { documents: 0, end: 1 } as const;
/** Small enough not to hold up commits while it is encoded. */
const FRAME_SIZE = 128 * 1024;

export interface Snapshot {
  /** The last commit that is in it. */
  commit: number;
  documents: readonly StoredDocument[];
}

export async function writeSnapshot(
  directory: string,
  generation: number,
  snapshot: Snapshot,
): Promise<void> {
  const { file } = await writeWhole(snapshotPath(directory, generation), 'PSSNAP01', async (file, head) => {
    const frame = new FrameWriter(markIn(head));
    for (const document of snapshot.documents) {
      if (frame.isEmpty) frame.byte(frameKinds.documents);
      writeDocument(frame, document);
      if (frame.length < FRAME_SIZE) continue;
      await file.writeFile(frame.sealed());
      frame.reset();
    }
    if (!frame.isEmpty) await file.writeFile(frame.sealed());
    frame.reset();
    frame.byte(frameKinds.end);
    frame.count(snapshot.commit);
    frame.count(snapshot.documents.length);
    await file.writeFile(frame.sealed());
  });
  await file.close();
}

/** `undefined` where there is no such snapshot. @throws {StoreDamaged} where it is not whole. */
export function readSnapshot(directory: string, generation: number): Snapshot | undefined {
  const path = snapshotPath(directory, generation);
  if (!existsSync(path)) return undefined;
  const documents: StoredDocument[] = [];
  for (const { content } of framesOf(path, 'PSSNAP01')) {
    const from = new OctetReader(content);
    if (from.byte() === frameKinds.documents) {
      while (!from.atEnd) documents.push(readDocument(from));
      continue;
    }
    const commit = from.count();
    if (from.count() !== documents.length) break;
    return { commit, documents };
  }
  throw new StoreDamaged(`${path} is not whole`);
}
