import { Timestamp } from '@google-cloud/firestore';
import { filesOf, type PaperFile, type PaperStanding, partsOf } from '../../domain/papers/paper.ts';
import type { Ground } from '../records/ground.ts';
import { remove, type Write } from '../store/documents.ts';
import { isThere } from '../store/is-there.ts';
import { EXPIRES_MILLISECONDS, FileRecord } from './records.ts';

type At = Pick<Ground, 'documents' | 'paths'>;

/** A file that was checked, if it is there. @throws StoreUnavailable */
export async function readFileRecord({ documents, paths }: At, sha256: string, now: number) {
  const found = await documents.read(paths.paperFile(sha256));
  const record = isThere(found, now) ? FileRecord.safeParse(found.data).data : undefined;
  return found === undefined || record === undefined ? undefined : { found, record };
}

/** One paper more, or one less, holds on to a file; undefined where it is gone. */
async function heldBy(at: At, { sha256 }: PaperFile, by: 1 | -1, now: number): Promise<Write[] | undefined> {
  const { documents, paths } = at;
  const file = await readFileRecord(at, sha256, now);
  if (file === undefined) return by === -1 ? [] : undefined;
  const { found, record } = file;
  const uses = Math.max(0, record.uses + by);
  const changes = (record.uses === 0) !== (uses === 0);
  const expireAt = uses === 0 ? Timestamp.fromMillis(now + EXPIRES_MILLISECONDS) : remove();
  const held: Write = {
    op: 'update',
    path: found.path,
    data: { uses, ...(changes ? { expireAt } : {}) },
    ifUpdatedAt: found.updateTime,
  };
  if (!changes) return [held];
  const addresses = Array.from({ length: partsOf(record.octets) }, (_, n) => paths.paperPart(sha256, n));
  const parts = await documents.readMany(addresses);
  if (!parts.every((part) => isThere(part, now))) return by === -1 ? [held] : undefined;
  const kept = parts.flatMap((part): Write[] =>
    part === undefined
      ? []
      : [{ op: 'update', path: part.path, data: { expireAt }, ifUpdatedAt: part.updateTime }],
  );
  return [held, ...kept];
}

/**
 * The writes by which a change of a paper keeps the files it now names, and lets go of those it names no more: what no
 * paper names expires in a day. Undefined where one that it names is gone. @throws StoreUnavailable
 */
export async function holdingWrites(
  at: At,
  before: PaperStanding,
  after: PaperStanding,
  now: number,
): Promise<Write[] | undefined> {
  const [were, are] = [filesOf(before), filesOf(after)];
  const writes: Write[] = [];
  for (const file of are) {
    if (were.some(({ sha256 }) => sha256 === file.sha256)) continue;
    const held = await heldBy(at, file, 1, now);
    if (held === undefined) return undefined;
    writes.push(...held);
  }
  for (const file of were) {
    if (are.some(({ sha256 }) => sha256 === file.sha256)) continue;
    writes.push(...((await heldBy(at, file, -1, now)) ?? []));
  }
  return writes;
}
