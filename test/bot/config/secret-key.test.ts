import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamagedSecretKeyError, loadSecretKey } from '../../../bot/config/secret-key.ts';

const newDirectory = () => mkdtemp(join(tmpdir(), 'prongsai-key-'));

describe('loadSecretKey', () => {
  it('creates a key that only its owner can read, and finds it again', async () => {
    const dataDir = join(await newDirectory(), 'data');
    const created = await loadSecretKey(dataDir);
    expect(created).toHaveLength(32);
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
    expect(await loadSecretKey(dataDir)).toEqual(created);
  });

  it('gives everyone who starts at once the same key and leaves no drafts', async () => {
    const dataDir = await newDirectory();
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadSecretKey(dataDir)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['secret-key']);
  });

  it('never replaces a damaged key', async () => {
    const dataDir = await newDirectory();
    await writeFile(join(dataDir, 'secret-key'), 'half a k');
    await expect(loadSecretKey(dataDir)).rejects.toThrow(DamagedSecretKeyError);
    expect(await readFile(join(dataDir, 'secret-key'), 'utf8')).toBe('half a k');
  });
});
