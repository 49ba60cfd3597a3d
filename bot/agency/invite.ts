import { randomInt } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CODE_ALPHABET, Invitation } from '../../domain/agency/staff.ts';
import { jsonOf } from '../json.ts';
import { writeInvitation } from '../records/invitation.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';

/** How long an invitation can be used. */
export const INVITATION_MILLISECONDS = 7 * 86_400_000;

const CODE_LENGTH = 10;
const OWNER_ONLY = { directory: 0o700, file: 0o600 };

/** A fresh code as it is handed to somebody, `XXXXX-XXXXX`. */
export function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/**
 * An invitation on its way into a store that another process has open: a file in the data directory, which only
 * its owner can read. It holds the mark of the code, never the code.
 */
const Spooled = z.object({
  agencyId: z.string(),
  codeMark: z.string(),
  until: z.number(),
  invitation: Invitation,
});
export type Spooled = z.infer<typeof Spooled>;

const spoolIn = (dataDir: string): string => join(dataDir, 'invitations');

/** Leaves an invitation for the running program; resolves to the file that is gone once it was taken in. */
export async function spoolInvitation(dataDir: string, spooled: Spooled): Promise<string> {
  const directory = spoolIn(dataDir);
  await mkdir(directory, { recursive: true, mode: OWNER_ONLY.directory });
  const file = join(directory, `${spooled.codeMark}.json`);
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(spooled), { mode: OWNER_ONLY.file, flag: 'wx' });
  await rename(draft, file);
  return file;
}

export async function keepInvitation(
  documents: Documents,
  { agencyId, codeMark, until, invitation }: Spooled,
) {
  await documents.commit([writeInvitation(pathsOf(agencyId), codeMark, invitation, until)]);
}

async function spooledFiles(dataDir: string): Promise<string[]> {
  const directory = spoolIn(dataDir);
  try {
    const names = await readdir(directory);
    return names.filter((name) => name.endsWith('.json')).map((name) => join(directory, name));
  } catch {
    return [];
  }
}

/** Takes in what was spooled; a file that holds no invitation is deleted. @throws StoreUnavailable */
export async function collectInvitations(dataDir: string, documents: Documents): Promise<void> {
  for (const file of await spooledFiles(dataDir)) {
    const spooled = Spooled.safeParse(jsonOf(await readFile(file, 'utf8')));
    if (spooled.success) await keepInvitation(documents, spooled.data);
    await rm(file, { force: true });
  }
}
