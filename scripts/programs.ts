import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cargoFolder = join(homedir(), '.cargo', 'bin');

/** Where `npm run emulator:install` puts hidane; ignored by git. */
export const EMULATOR_FOLDER = join(root, '.emulator');

/** The first of that name, on the path or in the folders, that runs. */
function programNamed(
  name: string,
  { folders = [], asks = '--version' }: { folders?: string[]; asks?: string } = {},
): string | undefined {
  const everywhere = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  const paths = everywhere.map((folder) => join(folder, name)).filter((path) => existsSync(path));
  return paths.find((path) => spawnSync(path, [asks]).status === 0);
}

/** The Firestore emulator https://crates.io/crates/hidane. */
export const findHidane = (): string | undefined =>
  programNamed('hidane', { folders: [join(EMULATOR_FOLDER, 'bin'), cargoFolder] });

export const findCargo = (): string | undefined => programNamed('cargo', { folders: [cargoFolder] });

/** Google's command line, by which its own emulator is started. */
export const findFirebase = (): string | undefined =>
  programNamed('firebase', { folders: [join(root, 'node_modules', '.bin')] });

export const hasJava = (): boolean => programNamed('java', { asks: '-version' }) !== undefined;
