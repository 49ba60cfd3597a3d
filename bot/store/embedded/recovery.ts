/** What is in the directory of the embedded store. */
import { FILE_HEAD_SIZE, framesOf, StoreDamaged } from './frames.ts';
import { type Generations, generationsIn, journalPath } from './generations.ts';
import { OctetReader } from './octets.ts';
import { type JournalCommit, readCommit, type StoredDocument } from './records.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

export interface Recovered {
  documents: Map<string, StoredDocument>;
  /** The last commit there is; 0 for none. */
  commit: number;
  /** The newest generation, whose journal is to be continued; `undefined` in a new directory. */
  generation: number | undefined;
  /** Whether there are commits after the newest snapshot. */
  isCompactable: boolean;
  /** Where the newest journal is sound up to: what stands after it was torn by a crash, never acknowledged. */
  journalEnd: number;
}

/** @throws {StoreDamaged} where files are missing or not what was written. */
export async function recover(directory: string): Promise<Recovered> {
  const found = await generationsIn(directory);
  const { base, snapshot } = newestBase(directory, found);
  const documents = new Map(snapshot.documents.map((document) => [document.path, document]));
  const recovered: Recovered = {
    documents,
    commit: snapshot.commit,
    generation: found.journals.at(-1),
    isCompactable: false,
    journalEnd: FILE_HEAD_SIZE,
  };
  for (const generation of journalsFrom(directory, found, base)) {
    recovered.journalEnd = FILE_HEAD_SIZE;
    for (const { commit, end } of commitsIn(directory, generation)) {
      recovered.journalEnd = end;
      if (isNext(commit, recovered.commit, directory, generation)) {
        apply(documents, commit);
        recovered.commit = commit.commit;
        recovered.isCompactable = true;
      }
    }
  }
  return recovered;
}

function apply(documents: Map<string, StoredDocument>, { changes, time }: JournalCommit): void {
  for (const { path, data } of changes) {
    if (data === undefined) documents.delete(path);
    else documents.set(path, { path, data, updateTime: time });
  }
}

/** False for a commit that the snapshot holds already. @throws {StoreDamaged} for a gap. */
export function isNext(
  { commit }: JournalCommit,
  last: number,
  directory: string,
  generation: number,
): boolean {
  if (commit <= last) return false;
  if (commit === last + 1) return true;
  throw new StoreDamaged(
    `${journalPath(directory, generation)} goes on with commit ${commit} after commit ${last}`,
  );
}

export function* commitsIn(
  directory: string,
  generation: number,
): Generator<{ commit: JournalCommit; end: number }> {
  for (const { content, end } of framesOf(journalPath(directory, generation), 'PSJRNL01')) {
    const from = new OctetReader(content);
    while (!from.atEnd) yield { commit: readCommit(from), end };
  }
}

/** A snapshot that is not whole can be done without as long as what it was made from is still there. */
function newestBase(
  directory: string,
  { snapshots, journals }: Generations,
): { base: number; snapshot: Snapshot } {
  let failure: unknown;
  for (const base of snapshots.toReversed()) {
    try {
      const snapshot = readSnapshot(directory, base);
      if (snapshot !== undefined) return { base, snapshot };
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined && !journals.includes(1)) throw failure;
  return { base: 1, snapshot: { commit: 0, documents: [] } };
}

/** @throws {StoreDamaged} unless the journals from `base` on are all there. */
export function journalsFrom(directory: string, { journals }: Generations, base: number): number[] {
  const needed = journals.filter((generation) => generation >= base);
  const missing = needed.findIndex((generation, index) => generation !== base + index);
  if (missing !== -1 || (needed.length === 0 && base > 1)) {
    throw new StoreDamaged(`${journalPath(directory, base + Math.max(missing, 0))} is missing`);
  }
  return needed;
}
