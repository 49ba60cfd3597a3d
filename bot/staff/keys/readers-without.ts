import { Readers } from '../../../sealing/readers.ts';
import { plain } from '../../publish/plain.ts';
import type { Ground } from '../../records/ground.ts';
import type { Write } from '../../store/documents.ts';

/**
 * The writes by which somebody is given no tip any more: they are no longer among the readers. None where they are
 * not. The commit is refused (`changed`) where the readers were changed meanwhile.
 * @throws StoreUnavailable
 */
export async function readersWithout(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  staffId: string,
): Promise<Write[]> {
  const found = await documents.read(paths.readers);
  const readers = found && Readers.parse(found.data);
  if (found === undefined || !readers?.officers.some((officer) => officer.staffId === staffId)) return [];
  const officers = readers.officers.filter((officer) => officer.staffId !== staffId);
  return [
    {
      op: 'update',
      path: paths.readers,
      data: plain({ officers }),
      ifUpdatedAt: found.updateTime,
    },
  ];
}
