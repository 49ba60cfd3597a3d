import { buildPages } from '../../../scripts/build-pages.ts';
import { openStage, type PagesStage, wholePage } from '../../pages/stage.ts';

/** Of an invented LIFF app. */
export const LIFF_ID = '1234567890-abcdefgh';

/**
 * The real pages with everything in them: the report of 2566, cases, tips, answers, measures, all evidence; with
 * LIFF, which adds to the page, or without. The first visitor was there.
 */
export async function openWholeSite(liffId?: string): Promise<PagesStage> {
  await buildPages();
  const stage = await openStage('https://khoen.example', liffId);
  await stage.publish(wholePage);
  await fetch(`${stage.url}/`);
  return stage;
}
