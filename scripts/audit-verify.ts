// `npm run audit:verify`: walks along the audit, in the store or in the program that has it open. Exits with 1 where
// something is not as it was written.
import { parseArgs } from 'node:util';
import { type AuditOutcome, auditing, reportAudit } from '../bot/audit/errand.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { pathsOf } from '../bot/records/paths.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { askRunning } from '../bot/spool.ts';
import { openStore, type Store } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { readHeadCode } from '../domain/audit/head-code.ts';
import { auditReport } from '../domain/catalogue/console-audit.ts';

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'StoreLocked';

/** The codes that were given with `--head`; undefined where one is none. */
function headsGiven(): string[] | undefined {
  try {
    const { values } = parseArgs({ options: { head: { type: 'string', multiple: true, default: [] } } });
    const heads = values.head.map(readHeadCode);
    return heads.every((head) => head !== undefined) ? heads : undefined;
  } catch {
    return undefined;
  }
}

const tell = (done: number, of: number): void => {
  if (process.stderr.isTTY || done === of) console.error(auditReport.progress(done, of));
};

async function verifyIn(store: Store, config: Config, heads: readonly string[]): Promise<AuditOutcome> {
  const { agencyId, dataDir } = config;
  try {
    const secretKey = config.secretKey ?? (await loadSecretKey(dataDir));
    const { documents } = store;
    const secrets = openSecrets(secretKey).forAgency(agencyId);
    return await reportAudit(
      { agencyId, documents, paths: pathsOf(agencyId), secrets },
      dataDir,
      heads,
      tell,
    );
  } finally {
    await store.close();
  }
}

async function verify(config: Config, heads: string[]): Promise<AuditOutcome> {
  let store: Store;
  try {
    store = await openStore(storeConfigOf(config));
  } catch (error) {
    if (!isLocked(error)) throw error;
    const { agencyId, dataDir } = config;
    const answer = await askRunning(dataDir, auditing, { agencyId, heads }, { progress: tell });
    return answer ?? { ok: false, lines: [auditReport.noAnswer] };
  }
  return verifyIn(store, config, heads);
}

const config = readConfig(process.env);
const heads = headsGiven();
if (!config.ok) {
  console.error(['The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...config.problems].join('\n'));
  process.exitCode = 2;
} else if (heads === undefined) {
  console.error([auditReport.badHead, auditReport.usage].join('\n'));
  process.exitCode = 2;
} else {
  const { ok, lines } = await verify(config.config, heads);
  for (const line of lines) (ok ? console.log : console.error)(line);
  process.exitCode = ok ? 0 : 1;
}
