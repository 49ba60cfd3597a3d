// What is installed, against what package-lock.json and the programs need.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs the project's TypeScript as it stands. */
const oldestProjectNode = [22, 18];

/** Where things lie in the project at `root`. `node` is what node_modules/.bin/node leads to. */
export function placesIn(root) {
  const modules = join(root, 'node_modules');
  return {
    root,
    lockfile: join(root, 'package-lock.json'),
    installedLockfile: join(modules, '.package-lock.json'),
    stamp: join(modules, '.prongsai-lock'),
    node: join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    firestore: join(modules, '@google-cloud', 'firestore', 'package.json'),
  };
}

/** Whether `version` (as in `v22.18.0`) is at least `[major, minor]`. */
export function isAtLeast(version, [major, minor]) {
  const [hasMajor, hasMinor] = version.replace(/^v/, '').split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether an earlier run found everything in place for this very lockfile. */
export const isReady = (places, stamp) => readText(places.stamp) === stamp && existsSync(places.node);

/** Whether the package at `path` is really there; npm may note what it has not installed. */
function isInstalled(places, path, version) {
  const text = readText(join(places.root, path, 'package.json'));
  return text !== undefined && (version === undefined || JSON.parse(text).version === version);
}

/** Whether what npm installed, to its end, is what the lockfile names; packages of other platforms may be absent. */
export function matchesLockfile(places) {
  const installedText = readText(places.installedLockfile);
  if (installedText === undefined) return false;
  const installed = JSON.parse(installedText).packages;
  const wanted = JSON.parse(readFileSync(places.lockfile, 'utf8')).packages;
  const same = (path) =>
    installed[path].version === wanted[path].version &&
    installed[path].integrity === wanted[path].integrity &&
    isInstalled(places, path, wanted[path].version);
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.keys(wanted).every((path) => {
      if (path === '') return true;
      return path in installed ? same(path) : wanted[path].optional === true;
    })
  );
}

function nodeFaults(places) {
  const run = spawnSync(places.node, ['--version'], { encoding: 'utf8' });
  if (run.status === 0 && isAtLeast(run.stdout.trim(), oldestProjectNode)) return [];
  return [
    `Node ของโครงการ (node_modules/.bin/node) ใช้ไม่ได้ ต้องเป็นรุ่น ${oldestProjectNode.join('.')} ขึ้นไป`,
    '  node_modules/.bin/node is missing or too old; its install script may have been blocked. Run',
    '  `npm rebuild node --ignore-scripts=false --foreground-scripts`, then the command again.',
  ];
}

function firestoreFaults(places) {
  if (existsSync(places.firestore)) return [];
  return [
    'ไม่พบ @google-cloud/firestore',
    '  @google-cloud/firestore is missing. Delete node_modules, then run the command again.',
  ];
}

function sharpFaults(places) {
  const load = spawnSync(places.node, ['--eval', "require('sharp')"], { cwd: places.root });
  if (load.status === 0) return [];
  const platform = `${process.platform}-${process.arch}`;
  return [
    `sharp (ส่วนย่อรูป) ใช้กับเครื่องนี้ไม่ได้ (${platform})`,
    `  sharp has no working package for ${platform}. Run`,
    '  `npm install --no-save --include=optional sharp`, then the command again.',
  ];
}

/** What is wrong with the installation, in lines to print; nothing when it can be used. */
export function findFaults(places) {
  const faults = nodeFaults(places);
  return faults.length > 0 ? faults : [...firestoreFaults(places), ...sharpFaults(places)];
}
