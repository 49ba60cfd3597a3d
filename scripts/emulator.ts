/**
 * `node scripts/emulator.ts -- COMMAND…` starts a Firestore emulator on a free port of this machine, runs
 * COMMAND with FIRESTORE_EMULATOR_HOST set, stops the emulator, and exits as COMMAND did; with 3 where
 * there is no emulator. Known: hidane (https://crates.io/crates/hidane), Google's by way of firebase-tools.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirebase, findHidane, hasJava } from './programs.ts';

const NO_EMULATOR = 3;
const START_MS = 60_000;
const HOST = '127.0.0.1';

const separator = process.argv.indexOf('--');
const [command, ...words] = separator === -1 ? [] : process.argv.slice(separator + 1);
if (command === undefined) {
  console.error('usage: node scripts/emulator.ts -- COMMAND…');
  process.exit(2);
}
process.exitCode = await runWithEmulator(command, words);

async function runWithEmulator(command: string, words: string[]): Promise<number> {
  const hidane = findHidane();
  if (hidane !== undefined) return runWithHidane(hidane, command, words);
  const firebase = findFirebase();
  if (firebase === undefined) {
    console.error(
      'no Firestore emulator: neither hidane (npm run emulator:install) nor firebase-tools is there',
    );
    return NO_EMULATOR;
  }
  if (!hasJava()) {
    console.error('no Firestore emulator: firebase-tools is installed, but not the Java that it needs');
    return NO_EMULATOR;
  }
  const quoted = [command, ...words].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const project = ['--only', 'firestore', '--project', 'demo-prongsai'];
  return endOf(spawn(firebase, ['emulators:exec', ...project, quoted], { stdio: 'inherit' }));
}

async function runWithHidane(hidane: string, command: string, words: string[]): Promise<number> {
  const port = await freePort();
  const emulator = spawn(hidane, ['--host', HOST, '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => emulator.kill();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    if (!(await listens(emulator, port))) {
      console.error('no Firestore emulator: hidane did not start');
      return NO_EMULATOR;
    }
    const env = { ...process.env, FIRESTORE_EMULATOR_HOST: `${HOST}:${port}` };
    return await endOf(spawn(command, words, { stdio: 'inherit', env }));
  } finally {
    stop();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function listens(emulator: ChildProcess, port: number): Promise<boolean> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && emulator.exitCode === null) {
    if (await isOpen(port)) return true;
    await pause(100);
  }
  return false;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST, () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
