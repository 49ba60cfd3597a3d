import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditHead } from '../../domain/audit/entry.ts';
import { headCode, readHeadCode } from '../../domain/audit/head-code.ts';
import type { AuditGround } from './append.ts';

const OWNER_ONLY = { directory: 0o700, file: 0o600 };

const fileIn = (dataDir: string, agencyId: string): string => join(dataDir, `audit-heads-${agencyId}.txt`);

/**
 * Heads of the audit that were noted outside the store, oldest first: a line each, `instant code`. Whoever can only
 * write to the store cannot reach them.
 */
export async function notedHeads(dataDir: string, agencyId: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(fileIn(dataDir, agencyId), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => readHeadCode(line.split(' ')[1] ?? '') ?? []);
}

/** Notes the present head where it is another than was noted last. */
export function createWitness(
  ground: AuditGround & { agencyId: string },
  dataDir: string,
  clock: () => number,
): () => Promise<void> {
  let last: string | undefined;
  return async () => {
    const head = AuditHead.safeParse((await ground.documents.read(ground.paths.auditHead))?.data);
    if (!head.success || head.data.seal !== ground.secrets.auditSeal(head.data.n, head.data.mac)) return;
    const code = headCode(head.data.mac);
    last ??= (await notedHeads(dataDir, ground.agencyId)).at(-1);
    if (code === last) return;
    await mkdir(dataDir, { recursive: true, mode: OWNER_ONLY.directory });
    const line = `${new Date(clock()).toISOString()} ${code}\n`;
    await appendFile(fileIn(dataDir, ground.agencyId), line, { mode: OWNER_ONLY.file });
    last = code;
  };
}
