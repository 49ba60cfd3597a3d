import { stat, truncate } from 'node:fs/promises';
import { framesOf } from '../../bot/store/embedded/frames.ts';
import { generationsIn, journalPath } from '../../bot/store/embedded/generations.ts';

/** Cuts the last write of a store's journal in the middle, as a crash does that comes before it is whole. */
export async function tearLastFrame(directory: string): Promise<void> {
  const newest = (await generationsIn(directory)).journals.at(-1);
  if (newest === undefined) return;
  const path = journalPath(directory, newest);
  const ends = [...framesOf(path, 'PSJRNL01')].map(({ end }) => end);
  const from = ends.at(-2);
  const { size } = await stat(path);
  if (from !== undefined) await truncate(path, Math.floor((from + size) / 2));
}
