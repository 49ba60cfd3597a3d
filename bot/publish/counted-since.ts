import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';

/** Notes the first day on which counts are kept; whoever comes later finds it noted. @throws StoreUnavailable */
export async function noteCountedSince(documents: Documents, agencyId: string, day: string): Promise<void> {
  await documents.commit([{ op: 'create', path: pathsOf(agencyId).tally('since'), data: { day } }]);
}
