import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const keyOctets = 32;

/**
 * The 32 octets that `text` stands for in standard Base64 (44 characters, padded); undefined for anything else.
 */
export function parseSecretKey(text: string): Uint8Array | undefined {
  const octets = Buffer.from(text, 'base64');
  return octets.length === keyOctets && octets.toString('base64') === text
    ? new Uint8Array(octets)
    : undefined;
}

/** The stored key cannot be read as one: everything sealed or derived under it would be lost by replacing it. */
export class DamagedSecretKeyError extends Error {
  override name = 'DamagedSecretKeyError';
  readonly path: string;

  constructor(path: string) {
    super(
      `The secret key in ${path} is damaged; restore it, or delete the whole data directory to start anew.`,
    );
    this.path = path;
  }
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const key = parseSecretKey(text.trim());
  if (key === undefined) throw new DamagedSecretKeyError(path);
  return key;
}

/**
 * The try-out secret key of a data directory, created (mode 0600, never half-written) when there is none.
 * Processes that create it at once all get the same key.
 * @throws DamagedSecretKeyError when the file holds anything but a key
 */
export async function loadSecretKey(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'secret-key');
  const stored = await readKey(path);
  if (stored !== undefined) return stored;

  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = join(dataDir, `secret-key.${randomBytes(8).toString('hex')}`);
  await writeFile(draft, `${randomBytes(keyOctets).toString('base64')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const created = await readKey(path);
  if (created === undefined) throw new DamagedSecretKeyError(path);
  return created;
}
