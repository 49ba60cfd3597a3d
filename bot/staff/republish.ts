import { errorName } from '../log/error-name.ts';
import { rebuildPages } from '../publish/rebuild.ts';
import type { StaffParts } from './parts.ts';

/**
 * Writes the public pages anew after what they show was changed. Never throws: what was changed is kept, and the
 * next count writes them again.
 */
export async function republish({ ground, current, publicUrl, clock, log }: StaffParts): Promise<void> {
  try {
    await rebuildPages({ documents: ground.documents, current: current(), publicUrl, now: clock() });
  } catch (error) {
    log('publish_failed', { agency: ground.agencyId, error: errorName(error) });
  }
}
