import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip as gzipCallback } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzip = promisify(gzipCallback);

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What the pages are made of. */
const sources = ['liff', 'domain', 'sealing'];

/** When a file was changed; before everything where there is none. */
export async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

/** When the newest of a directory's files was changed; without those in its folders where `recursive` is false. */
export async function newestIn(directory: string, recursive = true): Promise<number> {
  const names = (await readdir(directory, { recursive })).filter((name) => recursive || /\.\w+$/.test(name));
  const times = await Promise.all(names.map((name) => changedAt(`${directory}/${name}`)));
  return Math.max(...times);
}

/** Puts a directory in the place of another; whoever reads meanwhile finds the one or the other. */
async function replace(place: string, by: string, aside: string): Promise<void> {
  try {
    await rename(place, aside);
  } catch {
    await rm(place, { recursive: true, force: true });
  }
  await rename(by, place);
}

/** Puts a packed copy beside every script and style sheet, so that none is packed while somebody waits. */
async function pack(directory: string): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  for (const name of names.filter((one) => /\.(js|css)$/.test(one))) {
    const octets = await readFile(`${directory}/${name}`);
    await writeFile(`${directory}/${name}.br`, await brotli(octets));
    await writeFile(`${directory}/${name}.gz`, await gzip(octets, { level: 9 }));
  }
}

/** Builds the pages where they were never built, or were changed since. Returns whether it did. */
export async function buildPages(): Promise<boolean> {
  const times = await Promise.all(sources.map((source) => newestIn(root(source))));
  const newest = Math.max(...times, await changedAt(root('vite.config.ts')));
  if ((await changedAt(root('dist/pages/render.js'))) >= newest) return false;
  await mkdir(root('dist'), { recursive: true });
  const aside = await mkdtemp(root('dist/.pages-'));
  try {
    process.env.PRONGSAI_PAGES_DIST = aside;
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ configFile: root('vite.config.ts'), logLevel: 'warn' });
    await builder.buildApp();
    await mkdir(`${aside}/liff`, { recursive: true });
    await pack(`${aside}/liff`);
    await replace(root('dist/liff'), `${aside}/liff`, `${aside}/old-liff`);
    await replace(root('dist/pages'), `${aside}/pages`, `${aside}/old-pages`);
  } finally {
    delete process.env.PRONGSAI_PAGES_DIST;
    await rm(aside, { recursive: true, force: true });
  }
  return true;
}
