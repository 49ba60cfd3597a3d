// One installation at a time: a directory that exists while somebody installs. It lies outside node_modules,
// which npm empties. A lock whose owner has died is set aside, once, by whoever finds it.
import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const heartbeatMs = 5_000;
/** A lock that nobody has touched for so long has no living owner. */
const staleMs = 60_000;
const leftoverMs = 3_600_000;
const pollMs = 250;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readOwner(lockPath) {
  try {
    const path = join(lockPath, 'owner');
    return { ...JSON.parse(readFileSync(path, 'utf8')), touchedAt: statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

function isStale(owner) {
  if (Date.now() - owner.touchedAt > staleMs) return true;
  return owner.host === hostname() && !owner.pids.some(isAlive);
}

/** Renames without replacing: false where something (never empty) already has the name, or nothing was there. */
function renameOnto(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT'].includes(error.code)) return false;
    throw error;
  }
}

/** The directory of this user's locks for the project at `root`. */
function lockDirectory(root) {
  const project = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const user = process.getuid ? process.getuid() : 'user';
  const path = join(tmpdir(), `prongsai-install-${user}-${project}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Removes what the dead have left, except what is so new that somebody may still be judging by it. */
function sweep(directory) {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    const leftover = name.startsWith('dead-') || name.startsWith('new-');
    const touchedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (leftover && Date.now() - touchedAt > leftoverMs) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Waits until nobody else installs the project at `root`, then holds the lock until `release`. `onWait` is
 * called once if there is a wait. `guard(pid)` keeps the lock valid while that process lives too.
 */
export async function takeInstallLock(root, onWait) {
  const directory = lockDirectory(root);
  const lockPath = join(directory, 'lock');
  const owner = { token: randomBytes(8).toString('hex'), host: hostname(), pids: [process.pid] };
  const mine = mkdtempSync(join(directory, 'new-'));
  writeFileSync(join(mine, 'owner'), JSON.stringify(owner));

  let waited = false;
  while (!renameOnto(mine, lockPath)) {
    const other = readOwner(lockPath);
    // The name of the dead lock's place is its own: of two who set it aside only one succeeds, and a lock
    // taken in between is never moved in its stead.
    if (other && isStale(other)) renameOnto(lockPath, join(directory, `dead-${other.token}`));
    else if (!waited) {
      waited = true;
      onWait();
    }
    await wait(pollMs);
  }

  const ownerPath = join(lockPath, 'owner');
  const holds = () => readOwner(lockPath)?.token === owner.token;
  const heartbeat = setInterval(() => {
    if (holds()) utimesSync(ownerPath, new Date(), new Date());
  }, heartbeatMs);
  heartbeat.unref();
  return {
    guard(pid) {
      writeFileSync(ownerPath, JSON.stringify({ ...owner, pids: [...owner.pids, pid] }));
    },
    release() {
      clearInterval(heartbeat);
      sweep(directory);
      if (holds()) rmSync(lockPath, { recursive: true, force: true });
    },
  };
}
