import type { ChosenReaders } from '../../sealing/readers.ts';
import type { CleanPhoto, CleanVoice } from '../media/result.ts';
import type { Write } from '../store/documents.ts';
import type { Basis } from './basis.ts';
import type { CaseEdit } from './case-writes.ts';
import type { Asker, Ground } from './ground.ts';

/** A cleaned photo or voice note, as it came with the event. */
export type Media = CleanPhoto | CleanVoice;

/** What was decided can no longer be done: facts changed since. The step is to be run again on fresh ones. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

/** What planning one commit collects. Counts and changes of one document are gathered into one write each. */
export interface Planning {
  ground: Ground;
  asker: Asker;
  basis: Basis;
  media: Media | undefined;
  writes: Write[];
  counts: Map<string, Map<string, number>>;
  edits: Map<string, CaseEdit>;
  /** Whom the parts of each tip in this commit are sealed to, asked once. */
  chosen: Map<string, Promise<ChosenReaders>>;
  /** Attachments (`caseId/n`) whose case this commit opens: written without an expiry. */
  opened: Set<string>;
}

/** Adds to counters of `tallies/{key}`. */
export function addCounts({ counts }: Planning, key: string, added: Readonly<Record<string, number>>): void {
  const sums = counts.get(key) ?? new Map<string, number>();
  for (const [name, by] of Object.entries(added)) sums.set(name, (sums.get(name) ?? 0) + by);
  if (sums.size > 0) counts.set(key, sums);
}

/** The octets that came with the event. @throws Error where a step wants to keep what it was not given. */
export function mediaOf({ media }: Planning): Media {
  if (media === undefined) throw new Error('a step keeps media only where the event brought some');
  return media;
}
