import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { Identity } from '../../sealing/keys.ts';
import { sealIdentity } from '../../sealing/passphrase.ts';
import { pathsOf } from '../records/paths.ts';
import type { AgencySecrets } from '../secrets/secrets.ts';
import type { Documents, Write } from '../store/documents.ts';
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

/** What opens every demo officer's key on the console. Their keys lie in a file anyway: never for a real account. */
export const DEMO_PASSPHRASE = '00001111222233334444';

/** Lets the demo officers unlock their keys on the console, as if they had made them there. @throws StoreUnavailable */
export async function lockDemoKeys(
  { documents, secrets, agencyId }: { documents: Documents; secrets: AgencySecrets; agencyId: string },
  keys: DemoKeys,
  now: number,
): Promise<void> {
  const paths = pathsOf(agencyId);
  const since = new Date(now).toISOString();
  const writes = Object.entries(keys).map(async ([staffId, identity]): Promise<Write> => {
    const wrapped = secrets.wrapIdentity(staffId, await sealIdentity(identity, DEMO_PASSPHRASE));
    const current = { recipient: await identityToRecipient(identity), since, wrapped };
    return { op: 'create', path: paths.key(staffId), data: { version: 1, current, former: [] } };
  });
  await documents.commit(await Promise.all(writes));
}
