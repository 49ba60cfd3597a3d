import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Identity } from '../../sealing/keys.ts';
import type { DemoKeys } from './seed.ts';

const DemoKeysFile = z.record(z.string(), Identity);

const fileIn = (dataDir: string): string => join(dataDir, 'demo-keys.json');

/** Keeps the demo officers' secret keys beside the try-out store: never for a real account. */
export async function keepDemoKeys(dataDir: string, keys: DemoKeys): Promise<void> {
  await writeFile(fileIn(dataDir), `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600 });
}

/** @throws where there is no such file, or it holds no keys. */
export async function readDemoKeys(dataDir: string): Promise<DemoKeys> {
  return DemoKeysFile.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
}
