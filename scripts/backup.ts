// `npm run backup -- FILE --to age1…`: everything but drafts, sessions and what expires, sealed to an age key.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { collectionNames } from '../bot/backup/collections.ts';
import type { Counts } from '../bot/backup/format.ts';
import { UnknownCollection, writeBackup } from '../bot/backup/write-backup.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { type Everything, everythingIn, everythingOf } from '../bot/store/everything.ts';
import { openStore } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { Recipient } from '../sealing/keys.ts';
import { progressBar } from './progress.ts';

const USAGE = [
  'npm run backup -- FILE.age --to age1… [--to age1…]',
  'สร้างกุญแจสำรองข้อมูลด้วย age-keygen -o backup-key.txt แล้วเก็บไฟล์กุญแจไว้นอกเครื่องนี้',
];
const CALL_MILLISECONDS = 60_000;

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

/** A running program keeps its embedded store open; its files are read beside it. */
async function fromStore(config: Config, use: (everything: Everything) => Promise<Counts>): Promise<Counts> {
  const where = storeConfigOf(config);
  if (config.store.kind === 'embedded') return use(await everythingIn(where.dataDir));
  const store = await openStore({ ...where, deadlineMs: CALL_MILLISECONDS });
  try {
    return await use(await everythingOf(store, collectionNames));
  } finally {
    await store.close();
  }
}

async function backup(config: Config, file: string, recipients: Recipient[]): Promise<void> {
  const secrets = openSecrets(config.secretKey ?? (await loadSecretKey(config.dataDir)));
  const counts = await fromStore(config, (everything) =>
    writeBackup(file, {
      everything,
      recipients,
      agencies: everything.agencies,
      check: (id) => secrets.forAgency(id).backupCheck(),
      now: Date.now(),
      progress: progressBar('สำรองข้อมูล'),
    }),
  );
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`สำรองแล้ว ${total} รายการ → ${file} / ${total} documents`);
  for (const [name, count] of Object.entries(counts).sort()) console.log(`  ${name} ${count}`);
  console.log('SECRET_KEY ไม่อยู่ในไฟล์นี้ ต้องเก็บแยกไว้ / SECRET_KEY is not in it: keep it elsewhere.');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { to: { type: 'string', multiple: true } },
});
const [file] = positionals;
const to = Recipient.array().min(1).safeParse(values.to);
const config = readConfig(process.env);
if (file === undefined || !to.success) refuse('Usage: / วิธีใช้:', ...USAGE);
else if (existsSync(file)) refuse(`${file} มีอยู่แล้ว ไม่เขียนทับ / exists already and is left as it is`);
else if (!config.ok) refuse('The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...config.problems);
else {
  try {
    await backup(config.config, file, to.data);
  } catch (error) {
    if (!(error instanceof UnknownCollection)) throw error;
    refuse(
      `พบข้อมูลชุดที่โปรแกรมรุ่นนี้ไม่รู้จัก: ${error.collection} ไม่ได้สำรอง`,
      `The store holds a collection that this version does not know: ${error.collection}. Nothing was written.`,
    );
  }
}
