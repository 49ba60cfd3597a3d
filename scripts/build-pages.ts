import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

async function newestIn(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  const times = await Promise.all(names.map((name) => changedAt(`${directory}/${name}`)));
  return Math.max(...times);
}

/** Builds the pages where they were never built, or were changed since. Returns whether it did. */
export async function buildPages(): Promise<boolean> {
  const sources = Math.max(await newestIn(root('liff')), await changedAt(root('vite.config.ts')));
  if ((await changedAt(root('dist/liff/index.html'))) >= sources) return false;
  const { build } = await import('vite');
  await build({ configFile: root('vite.config.ts'), logLevel: 'warn' });
  return true;
}
