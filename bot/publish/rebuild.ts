import type { CurrentAgency } from '../agency/load.ts';
import type { Documents } from '../store/documents.ts';
import { publishIndex } from './evidence-store.ts';

/** What published pages are rebuilt with. `now` is milliseconds since the epoch. */
export interface PublishGround {
  documents: Documents;
  current: CurrentAgency;
  publicUrl: string;
  now: number;
}

/**
 * Writes the pages anew that follow from counts and approvals: a bounded number of documents is read, however
 * many cases there are. Approved evidence is left as it is.
 * @throws StoreUnavailable
 */
export async function rebuildPages({ documents, current }: PublishGround): Promise<void> {
  await publishIndex(documents, current);
}
