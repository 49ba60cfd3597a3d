import { Readers } from '../../../sealing/readers.ts';
import type { Write } from '../../store/documents.ts';
import { type KeyGround, readKey, rewritten } from './record.ts';

/**
 * The writes by which somebody is given no tip any more: they are no longer among the readers, a key of theirs that
 * waits is dropped, and the one they had is a former one. Reading again takes a new key and its wait. None where they
 * had nothing. The commit is refused (`changed`) where any of it was changed meanwhile.
 * @throws StoreUnavailable
 */
export async function readersWithout(ground: KeyGround, staffId: string): Promise<Write[]> {
  const { documents, paths } = ground;
  const [found, key] = await Promise.all([documents.read(paths.readers), readKey(ground, staffId)]);
  const readers = found && Readers.parse(found.data);
  const writes: Write[] = [];
  if (found !== undefined && readers?.officers.some((officer) => officer.staffId === staffId)) {
    const officers = readers.officers.filter((officer) => officer.staffId !== staffId);
    writes.push({ op: 'update', path: paths.readers, data: { officers }, ifUpdatedAt: found.updateTime });
  }
  if (key.at !== undefined) {
    const { current, waiting, former } = key.record;
    const all = current === undefined ? former : [...former, current.recipient];
    writes.push(rewritten(key, { current: undefined, waiting: undefined, former: all }));
    if (waiting?.reminder !== undefined) writes.push({ op: 'delete', path: paths.outbox(waiting.reminder) });
  }
  return writes;
}
