import type { ItemKey } from '../../domain/ita/framework.ts';
import { type PaperEntry, papersOf } from '../../domain/papers/register.ts';
import type { Ground } from '../records/ground.ts';
import { readRegister } from './shelf.ts';

/** A public paper with the address where it stands, below the agency's own. */
export interface PaperLink {
  entry: PaperEntry;
  path: `/papers/${string}`;
}

/**
 * The public papers that answer to an ITA item of a fiscal year (Buddhist), newest day first; one read.
 * @throws StoreUnavailable
 */
export async function readPapersOf(
  ground: Pick<Ground, 'documents' | 'paths'>,
  item: ItemKey,
  fiscalYear: number,
): Promise<PaperLink[]> {
  const register = await readRegister(ground);
  return papersOf(register, item, fiscalYear).map((entry) => ({ entry, path: `/papers/${entry.id}` }));
}
