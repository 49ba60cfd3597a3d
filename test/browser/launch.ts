import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';
import { addThaiFont } from './thai-font.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/**
 * Containers and root have no sandbox to offer. The package's own arguments are left out: they put every page
 * into one process, which ends with the first page that is closed.
 */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none'];
const EXTRACT = `
  import chromium, { inflate } from '@sparticuz/chromium';
  await chromium.executablePath();
  await inflate(process.argv[1]);
`;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function findSystemBrowser(): string | undefined {
  if (process.env.PRONGSAI_BROWSER === 'bundled') return undefined;
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * Unpacks the npm package's Chromium with the libraries and fonts that a bare Linux lacks. It is unpacked
 * aside and moved into place whole, so that test files starting together never meet half a browser.
 */
async function unpackBundled(): Promise<string> {
  const root = fileURLToPath(new URL('../', import.meta.resolve('@sparticuz/chromium')));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const home = join(tmpdir(), `prongsai-chromium-${version}-thai`);
  if (existsSync(home)) return home;
  const aside = await mkdtemp(join(tmpdir(), 'prongsai-chromium-'));
  const libraries = join(root, 'bin', 'al2023.tar.br');
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', EXTRACT, libraries], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: aside },
  });
  const fonts = join(aside, 'fonts', 'fonts.conf');
  await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/fonts', join(home, 'fonts')));
  await addThaiFont(join(aside, 'fonts', 'fonts'));
  try {
    await rename(aside, home);
  } catch (error) {
    if (!(await stat(home)).isDirectory()) throw error;
    await rm(aside, { recursive: true });
  }
  return home;
}

/**
 * A headless Chromium: the machine's own (`CHROME_PATH`, or the first on `PATH`), otherwise the one from
 * npm. `PRONGSAI_BROWSER=bundled` asks for the one from npm. `more` are further arguments on its command line.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...ARGUMENTS, ...more];
  const own = findSystemBrowser();
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  const home = await unpackBundled();
  const { LD_LIBRARY_PATH: others, ...environment } = process.env;
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args,
    env: {
      ...environment,
      LD_LIBRARY_PATH: [others, join(home, 'al2023', 'lib')].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(home, 'fonts'),
    },
  });
}
