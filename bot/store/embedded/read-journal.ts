import { generationsIn } from './generations.ts';
import type { Change } from './records.ts';
import { commitsIn, isNext, journalsFrom } from './recovery.ts';
import { readSnapshot } from './snapshot.ts';

/**
 * Every commit that the files of an embedded store still hold, in order: also of a store that is open, up
 * to what was durable when it got there. Where older commits were compacted away, the first entry is what
 * they came to, under the number of the last of them.
 *
 * @throws {StoreDamaged}
 */
export async function* readJournal(
  directory: string,
): AsyncGenerator<{ commit: number; changes: Change[] }, void, void> {
  const found = await generationsIn(directory);
  const base = found.snapshots.find((generation) => found.journals.includes(generation));
  let last = 0;
  const first = found.journals.includes(1) ? 1 : (base ?? 1);
  const snapshot = first === 1 ? undefined : readSnapshot(directory, first);
  if (snapshot !== undefined) {
    last = snapshot.commit;
    yield { commit: last, changes: snapshot.documents.map(({ path, data }) => ({ path, data })) };
  }
  for (const generation of journalsFrom(directory, found, first)) {
    for (const { commit } of commitsIn(directory, generation)) {
      if (!isNext(commit, last, directory, generation)) continue;
      last = commit.commit;
      yield { commit: last, changes: commit.changes };
    }
  }
}
