import { buildPages } from '../scripts/build-pages.ts';

/** The pages are built once before any test, where they are older than what they are made of. */
export default async function setup(): Promise<void> {
  await buildPages();
}
