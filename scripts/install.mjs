// Runs before `npm start`, `npm test` and `npm run check`, on whatever Node the machine has (18 or newer):
// puts the dependencies in place when they are missing or differ from package-lock.json, and does nothing,
// fast, when they do not. No dependencies of its own. Exit status 1 with a plain message when it cannot.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeInstallLock } from './install-lock.mjs';
import { findFaults, isAtLeast, isReady, matchesLockfile, placesIn } from './installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const places = placesIn(root);
const oldestNode = [18, 0];

const say = (line) => process.stdout.write(`${line}\n`);

/** Runs `npm ci`; its exit status, or undefined where npm could not be started. */
function runNpmCi(lock) {
  // Development and optional packages are named because a machine's own settings may leave them out.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const npmCli = process.env.npm_execpath ?? '';
  const calledByNpm = /npm-cli\.c?js$/.test(npmCli);
  // By the Node that runs npm, not by the one in node_modules, which npm is about to replace.
  const [command, commandArgs] = calledByNpm
    ? [process.env.npm_node_execpath ?? process.execPath, [npmCli, ...args]]
    : ['npm', args];
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: !calledByNpm && process.platform === 'win32',
    });
    child.on('spawn', () => lock.guard(child.pid));
    child.on('error', () => resolve(undefined));
    child.on('exit', (code) => resolve(code ?? 1));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
  });
}

/** Brings node_modules to what the lockfile wants; what is wrong afterwards, in lines to print. */
async function install(stamp) {
  const lock = await takeInstallLock(root, () =>
    say('มีการติดตั้งอีกรายหนึ่งอยู่ กำลังรอ… / Another installation is running, waiting…'),
  );
  try {
    if (isReady(places, stamp)) return [];
    if (!matchesLockfile(places)) {
      say('กำลังติดตั้งส่วนประกอบ ใช้เวลาราวหนึ่งนาที… / Installing dependencies, about a minute…');
      const status = await runNpmCi(lock);
      if (status === undefined) {
        return ['ไม่พบคำสั่ง npm', 'npm was not found: install Node with npm from https://nodejs.org'];
      }
      if (status !== 0) {
        return [
          'ติดตั้งไม่สำเร็จ ตรวจอินเทอร์เน็ตและเนื้อที่ดิสก์ แล้วสั่งใหม่อีกครั้ง',
          'Installation failed (see above). Check the network and the free disk space, then run the command again.',
        ];
      }
    }
    const faults = findFaults(places);
    if (faults.length > 0) return faults;
    writeFileSync(places.stamp, stamp);
    say('ส่วนประกอบพร้อมแล้ว / Dependencies are in place.');
    return [];
  } finally {
    lock.release();
  }
}

/** What the stamp holds while node_modules is as the lockfile wants it, on this kind of machine. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(places.lockfile)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

async function main() {
  if (!isAtLeast(process.version, oldestNode)) {
    return [
      `ต้องใช้ Node ${oldestNode[0]} ขึ้นไป เครื่องนี้มี ${process.version}`,
      `Node ${oldestNode[0]} or newer is needed, this machine has ${process.version}: https://nodejs.org`,
    ];
  }
  const stamp = wantedStamp();
  return isReady(places, stamp) ? [] : install(stamp);
}

for (const line of await main()) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
