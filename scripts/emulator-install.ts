/**
 * `npm run emulator:install` puts the Firestore emulator hidane into `.emulator/`, built from crates.io by Cargo,
 * unless there is one already. Exits with 0 where there is one then, with 3 and the reason where there is none.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EMULATOR_FOLDER, findCargo, findHidane } from './programs.ts';

const VERSION = '0.6.0';
const NO_EMULATOR = 3;
const BUILD_MILLISECONDS = 15 * 60_000;
/** Built to be there soon, not to be fast: measured at a third of the time of the release profile. */
const QUICK_PROFILE = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_PROFILE_RELEASE_DEBUG: '0',
};

/** Resolves to what went wrong, undefined where nothing did. */
function build(cargo: string, target: string): Promise<string | undefined> {
  const words = ['install', 'hidane', '--version', VERSION, '--locked', '--quiet'];
  const folders = ['--root', EMULATOR_FOLDER, '--target-dir', target];
  return new Promise((resolve) => {
    const child = spawn(cargo, [...words, ...folders], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...QUICK_PROFILE },
      timeout: BUILD_MILLISECONDS,
    });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (signal === null) resolve(`cargo ended with ${code}`);
      else resolve(`cargo was stopped by ${signal}, after ${BUILD_MILLISECONDS / 60_000} minutes at most`);
    });
  });
}

async function install(): Promise<string | undefined> {
  if (findHidane() !== undefined) return undefined;
  const cargo = findCargo();
  if (cargo === undefined) return 'there is no Cargo to build hidane with (https://rustup.rs)';
  const target = join(EMULATOR_FOLDER, 'target');
  try {
    console.log(`building hidane ${VERSION} from crates.io, some minutes…`);
    return await build(cargo, target);
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

const began = performance.now();
const wrong = await install();
const found = findHidane();
if (found === undefined) {
  console.error(`no Firestore emulator: ${wrong ?? 'what was built does not run'}`);
  process.exitCode = NO_EMULATOR;
} else {
  console.log(`${found}, after ${Math.round((performance.now() - began) / 1000)} s`);
}
