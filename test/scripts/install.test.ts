import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));

let root: string;
let temporary: string;
let env: Record<string, string | undefined>;

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const putPackage = (name: string, more: object = {}) =>
  put(`packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...more }));

const npm = (...args: string[]) => execFileSync('npm', args, { cwd: root, env, stdio: 'pipe' });

const run = () =>
  new Promise<{ status: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [join(root, 'scripts/install.mjs')], { env }, (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });

const stampPath = () => join(root, 'node_modules/.prongsai-lock');
const lockDirectories = () => execFileSync('find', [temporary, '-name', 'lock'], { encoding: 'utf8' });

/** A small project with the real install scripts and three dependencies that lie beside it: npm needs no network. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prongsai-project-'));
  temporary = mkdtempSync(join(tmpdir(), 'prongsai-tmp-'));
  env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: temporary, npm_config_offline: 'true' };
  mkdirSync(join(root, 'scripts'));
  for (const name of ['install.mjs', 'install-lock.mjs', 'installed.mjs']) {
    copyFileSync(join(scripts, name), join(root, 'scripts', name));
  }
  putPackage('node');
  mkdirSync(join(root, 'packages/node/bin'));
  symlinkSync(process.execPath, join(root, 'packages/node/bin/node'));
  putPackage('@google-cloud/firestore');
  putPackage('sharp', { main: 'index.js' });
  put('packages/sharp/index.js', 'module.exports = {};');
  const names = ['node', '@google-cloud/firestore', 'sharp'];
  const dependencies = Object.fromEntries(names.map((name) => [name, `file:packages/${name}`]));
  put('package.json', JSON.stringify({ name: 'project', version: '1.0.0', dependencies }));
  npm('install', '--package-lock-only');
});

describe('install.mjs', () => {
  it('installs what is missing once, and then does nothing', async () => {
    expect(await run()).toMatchObject({ status: 0, err: '' });
    expect(existsSync(join(root, 'node_modules/sharp/index.js'))).toBe(true);
    const before = statSync(stampPath()).mtimeMs;
    expect(await run()).toEqual({ status: 0, out: '', err: '' });
    expect(statSync(stampPath()).mtimeMs).toBe(before);
  });

  it('leaves an installation alone that npm made itself from the same lockfile', async () => {
    npm('ci');
    put('node_modules/left-alone', '');
    expect(await run()).toMatchObject({ status: 0 });
    expect(existsSync(join(root, 'node_modules/left-alone'))).toBe(true);
  });

  it('installs again when the lockfile has changed', async () => {
    await run();
    put('node_modules/left-over', '');
    putPackage('late');
    npm('install', '--package-lock-only', './packages/late');
    expect(await run()).toMatchObject({ status: 0 });
    expect(existsSync(join(root, 'node_modules/late/package.json'))).toBe(true);
    expect(existsSync(join(root, 'node_modules/left-over'))).toBe(false);
  });

  it('installs once when several start together', async () => {
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(runs.filter(({ out }) => out.includes('Installing'))).toHaveLength(1);
    expect(lockDirectories()).toBe('');
  });

  it('takes over the lock of somebody who died', async () => {
    const { pid } = await new Promise<{ pid: number }>((resolve) => {
      const child = execFile(process.execPath, ['--eval', '0'], () => resolve({ pid: child.pid ?? 0 }));
    });
    await run();
    const [home = ''] = execFileSync('find', [temporary, '-name', 'prongsai-install-*'], {
      encoding: 'utf8',
    }).split('\n');
    mkdirSync(join(home, 'lock'));
    writeFileSync(join(home, 'lock/owner'), JSON.stringify({ token: 'dead', host: hostname(), pids: [pid] }));
    writeFileSync(stampPath(), 'of another lockfile');
    const runs = await Promise.all([run(), run()]);
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    expect(lockDirectories()).toBe('');
  });

  it('says what to do when a program does not work on this machine, and is not satisfied later', async () => {
    put('packages/sharp/index.js', 'throw new Error("no binary");');
    const first = await run();
    expect(first).toMatchObject({ status: 1 });
    expect(first.err).toContain('npm install --no-save --include=optional sharp');
    expect(await run()).toMatchObject({ status: 1 });
    put('packages/sharp/index.js', 'module.exports = {};');
    expect(await run()).toMatchObject({ status: 0 });
  });

  it('says what to do when npm fails', async () => {
    put('package.json', readFileSync(join(root, 'package.json'), 'utf8').replace('"sharp"', '"sharper"'));
    const { status, err } = await run();
    expect(status).toBe(1);
    expect(err).toContain('Installation failed');
  });
});
