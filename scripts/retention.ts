// `npm run retention -- --preview [--agency ID]`: what would go because its time is over. Changes nothing.
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../bot/config/config.ts';
import { previewing, type RetentionReport, reportRetention } from '../bot/retention/errand.ts';
import { askRunning } from '../bot/spool.ts';
import { openStore, type Store } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { retentionReport as say } from '../domain/catalogue/console-retention.ts';

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'StoreLocked';

async function report(config: Config, agencyId: string): Promise<RetentionReport> {
  let store: Store;
  try {
    store = await openStore(storeConfigOf(config));
  } catch (error) {
    if (!isLocked(error)) throw error;
    return (
      (await askRunning(config.dataDir, previewing, { agencyId })) ?? { ok: false, lines: [say.noAnswer] }
    );
  }
  try {
    return await reportRetention(store.documents, agencyId, Date.now());
  } finally {
    await store.close();
  }
}

function readArguments() {
  try {
    return parseArgs({ options: { preview: { type: 'boolean' }, agency: { type: 'string' } } }).values;
  } catch {
    return undefined;
  }
}

const asked = readArguments();
const outcome = readConfig(process.env);
if (asked?.preview !== true) refuse(...say.usage);
else if (!outcome.ok) refuse(...outcome.problems);
else {
  const { ok, lines } = await report(outcome.config, asked.agency ?? outcome.config.agencyId);
  if (ok) for (const line of lines) console.log(line);
  else refuse(...lines);
}
