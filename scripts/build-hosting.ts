import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ROBOTS } from '../bot/pages/router.ts';
import { nothingHere } from '../domain/catalogue/deploy-prompts.ts';

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const page = (words: string): string =>
  `<!doctype html><html lang="th"><meta charset="utf-8"><title>404</title><p>${words}</p></html>\n`;

/**
 * Puts what Hosting serves by itself into a directory: the built scripts and style sheets, which Hosting packs; what
 * Google's server for functions answers before any function is asked; what stands where there is no script any more.
 */
export async function buildHosting(directory = root('dist/hosting')): Promise<void> {
  await mkdir(root('dist'), { recursive: true });
  const aside = await mkdtemp(root('dist/.hosting-'));
  try {
    const from = root('dist/liff/assets');
    const plain = (await readdir(from)).filter((name) => !/\.(br|gz)$/.test(name));
    for (const name of plain) await cp(`${from}/${name}`, `${aside}/assets/${name}`);
    await writeFile(`${aside}/robots.txt`, ROBOTS);
    await writeFile(`${aside}/404.html`, page(nothingHere));
    await rm(directory, { recursive: true, force: true });
    await rename(aside, directory);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
